/// Why nothing is planned.
package enum PlanningRefusal: Sendable, Equatable {
  /// A year without a calendar or a rule that is missing: what, and its value.
  case missingFacts(String, String)
  /// The house is larger than the engine takes, in this place.
  case tooLarge(String)
  /// The rule `schedule.enabled` says that nothing is planned.
  case switchedOff
  /// The plan that was found breaks this rule; it was thrown away. The daemon has a fault.
  case unlawful(String)

  /// The problem of the run is not kept any more: only those of so many, the latest, are.
  case notKept(Int)

  /// The name of the case.
  package var code: String {
    switch self {
    case .missingFacts: "missingFacts"
    case .tooLarge: "tooLarge"
    case .switchedOff: "switchedOff"
    case .unlawful: "unlawful"
    case .notKept: "notKept"
    }
  }
}
