/// Where a plan stands. There is one draft at a time, and one published plan.
package enum PlanState: String, Coded {
  /// Being looked at; nobody outside the house sees it.
  case draft
  /// In force.
  case published
  /// Was in force until the next one was published.
  case replaced
  /// Thrown away.
  case discarded
}
