/// What a meeting with somebody needs, or makes him vulnerable. Facts for planning, never for a guard's list beyond
/// what he must do.
package enum Need: String, Coded {
  /// Understands no language that counsel speaks.
  case interpreter
  /// Needs a sign interpreter.
  case signLanguage
  /// Cannot climb stairs: ground floor only.
  case accessibleRoom
  /// A disability, of whatever kind.
  case disability
  /// Ill, or under medical care.
  case illness
  /// A medical officer must be near.
  case medicalOfficer
  /// A foreigner whose consulate must be told.
  case consul

  /// Whether the room must be accessible.
  package var wantsAccessibleRoom: Bool { self == .accessibleRoom }

  /// Whether an interpreter must come.
  package var wantsInterpreter: Bool { self == .interpreter || self == .signLanguage }
}
