/// How far a run is.
package struct PlanningProgress: Sendable, Equatable {
  /// Epochs of the search that are done.
  package let epoch: Int
  /// Epochs that are planned.
  package let planned: Int
  /// The value of the best plan so far.
  package let objective: Int
  /// No plan is worth more.
  package let bound: Int
}
