/// How a run ended.
package enum RunStatus: String, Coded {
  /// The plan is proved to be as good as any.
  case optimal
  /// The plan keeps every rule; how much better one could be is the gap to the bound.
  case feasible
  /// There is no plan; the register is as before.
  case failed
}
