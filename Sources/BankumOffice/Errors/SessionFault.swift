package import BankumModel
package import BankumPlanning

/// Why something is not done to a meeting.
package enum SessionFault: Sendable, Equatable {
  /// Its state does not allow it, or not to this caller.
  case state(SessionRefusal)
  /// The outcome is not taken.
  case outcome(OutcomeRefusal)
  /// It has begun: how it ended is to be reported instead.
  case begun
  /// It would break these rules.
  case rules([RuleBreach])
  /// Meetings do not move up to this day unless somebody gives a reason.
  case reasonNeeded(CivilDate)
  /// Somebody or something is taken then.
  case taken
  /// The visit is a meeting of the schedule already: its outcome is to be reported.
  case scheduled(Session.ID)
  /// Nobody decides in spite of this rule.
  case notOverridable(HouseRule)
  /// No rule forbids it: there is nothing to decide.
  case nothingForbidden
  /// Whoever asked does not decide.
  case secondPerson

  /// The rule's identifier; several rules are separated by commas.
  package var code: String {
    switch self {
    case .state(let reason): reason.code
    case .outcome(let reason): reason.code
    case .begun: "begun"
    case .rules(let breaches): breaches.map(\.rule.code).joined(separator: ",")
    case .reasonNeeded: "reasonNeeded"
    case .taken: "taken"
    case .scheduled: "scheduled"
    case .notOverridable: "notOverridable"
    case .nothingForbidden: "nothingForbidden"
    case .secondPerson: "secondPerson"
    }
  }
}
