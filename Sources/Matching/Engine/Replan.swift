/// A change of a run's plan: the cooling is spread over other epochs, because the machine got slower or faster.
package struct Replan: Sendable, Equatable {
  /// After how many epochs.
  package var done: Int
  /// How many epochs are planned in all from then on.
  package var planned: Int

  /// Makes a change of plan.
  package init(done: Int, planned: Int) {
    self.done = done
    self.planned = planned
  }
}
