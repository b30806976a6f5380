package import BankumModel
package import BankumPlanning
import BankumStore

/// A run with what came of it.
package struct RunPage: Sendable, Equatable {
  /// The run.
  package let run: Run
  /// Whether its problem is still kept, so that it can be computed again.
  package let isKept: Bool
  /// Its plan; nil when it has been replaced as a draft and is gone.
  package let plan: BankumModel.Plan?
  /// Who waits in spite of his rank, and why, by the queue; nil when it is not kept any more.
  package let fairness: [FairnessException]?
  /// Every clock that ran out inside the planned days, met or missed, by the queue; nil when it is not kept any more, or
  /// for a run of before these were kept.
  package let clocks: [ClockOutcome]?
}
