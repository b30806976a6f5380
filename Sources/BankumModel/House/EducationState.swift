/// Where an education event stands.
package enum EducationState: String, Coded {
  /// A partner proposes it.
  case proposed
  /// The house has confirmed it.
  case confirmed
  /// Took place; attendance is known.
  case held
  /// Called off.
  case cancelled

  /// Whether it takes time and place in the schedule.
  package var isPlanned: Bool { self == .proposed || self == .confirmed }
}
