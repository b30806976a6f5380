package import BankumModel

/// One request in the queue, ranked among those that the reader sees.
package struct QueuePlace: Sendable {
  /// The request.
  package let request: Request
  /// Who asks.
  package let inmate: Inmate
  /// The place, 1 for the first; equal ranks share it.
  package let place: Int
  /// Tier, points and every factor.
  package let priority: Priority
  /// Its published meeting.
  package let meeting: Session?
  /// The days between which its turn can be expected; nil when it has a meeting, or when only a decision helps.
  package let expected: DateRange?
  /// The first of the days to come by which a meeting is of use; nil when none is known.
  package let useBy: CivilDate?
}
