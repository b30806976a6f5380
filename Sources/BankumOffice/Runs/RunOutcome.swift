package import BankumModel
import BankumStore

/// How a run went.
package struct RunOutcome: Sendable, Equatable {
  /// The record.
  package let run: Run
  /// Whether nothing was written: a dry run, or one with assumptions.
  package let isDryRun: Bool
  /// The version that was published; nil when the plan is a draft.
  package let published: Int?
  /// How often somebody waits although another, who ranks below, holds a place that would serve both; each has its
  /// reason.
  package let exceptions: Int
  /// The clocks that run out inside the planned days and are met.
  package let clocksMet: Int
  /// Those that are missed.
  package let clocksMissed: Int
  /// The alarms of the house as the run leaves it, those that are 0 among them.
  package let alarms: [AlarmKind: Int]
}
