/// How a plan came about. All but the time is a function of problem, seed, effort and plan.
package struct Statistics: Sendable, Equatable {
  /// Epochs done.
  package var effort: Int
  /// Epochs that the cooling was laid out for.
  package var planned: Int
  /// Later plans, where a time limit found the machine slower or faster.
  package var replans: [Replan]
  /// Moves that were accepted.
  package var accepted: Int
  /// Published sessions that are not exactly as they were.
  package var changes: Int
  /// Sessions that the verifier refused or that got no room, and that were taken out: always 0, or the engine has a fault.
  package var withdrawn: Int
  /// Time from start to end; not part of equality between replays.
  package var milliseconds: Int
}
