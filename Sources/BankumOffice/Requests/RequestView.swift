package import BankumModel

/// A request as a list and a sheet show it, cut to the reader's reach.
package struct RequestView: Sendable, Equatable {
  /// The request; of its exclusions a partner sees its own.
  package let request: Request
  /// Who asks.
  package let inmate: Inmate
  /// His block.
  package let block: Block?
  /// The meeting that is published, or was last.
  package let meeting: Session?
  /// Where the partner's clock stands; nil when no partner holds it.
  package let clock: AnswerClock.State?
  /// The day by which the partner has to check; nil when it need not.
  package let checkBy: CivilDate?
  /// The day by which it has to answer; nil when it need not.
  package let answerBy: CivilDate?
  /// Working days by which it is late.
  package let workingDaysLate: Int
}
