/// What can happen to a plan.
package enum PlanEvent: String, Coded {
  /// It comes into force.
  case publish
  /// Another one comes into force in its place.
  case replace
  /// It is thrown away.
  case discard
}
