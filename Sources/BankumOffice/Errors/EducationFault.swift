package import BankumModel
package import BankumPlanning

/// Why something is not done to an education event.
package enum EducationFault: Sendable, Equatable {
  /// It is in this state, which does not allow it.
  case state(EducationState)
  /// It would break these rules.
  case rules([RuleBreach])
  /// The rules leave this many people to take part, fewer than the second number.
  case tooFew(Int, Int)
  /// It has begun.
  case begun
  /// It has not begun.
  case notBegun
  /// The house has no hall.
  case noHall
  /// Somebody or something is taken then.
  case taken

  /// The rule's identifier; several rules are separated by commas.
  package var code: String {
    switch self {
    case .state: "state"
    case .rules(let breaches): breaches.map(\.rule.code).joined(separator: ",")
    case .tooFew: "tooFew"
    case .begun: "begun"
    case .notBegun: "notBegun"
    case .noHall: "noHall"
    case .taken: "taken"
    }
  }
}
