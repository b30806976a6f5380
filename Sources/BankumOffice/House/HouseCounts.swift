package import BankumModel
import BankumStore

/// How much there is within somebody's reach; nil for what he may not count.
package struct HouseCounts: Sendable {
  /// The people in the house.
  package var inmates: Int?
  /// The requests that are neither closed nor withdrawn.
  package var openRequests: Int?
  /// The meetings to come that are published.
  package var publishedSessions: Int?
  /// The last run that was committed.
  package var lastRun: Run?
  /// What became of the clocks inside its days; nil when that is not kept.
  package var lastClocks: (met: Int, missed: Int)?
}
