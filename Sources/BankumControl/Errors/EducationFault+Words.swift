import BankumModel
import BankumOffice
import BankumPlanning
import BankumWords

extension EducationFault {
  /// The reason in words.
  var message: Message {
    switch self {
    case .state(let state):
      .refusedEducationState(state: Message.named("education.\(state.code)") ?? .educationProposed)
    case .rules(let breaches): .refusedSessionsRules(rules: breaches.map(\.rule.code))
    case .tooFew(let found, let fewest): .refusedEducationTooFew(found: found, fewest: fewest)
    case .begun: .refusedEducationBegun
    case .notBegun: .refusedEducationNotBegun
    case .noHall: .refusedEducationNoHall
    case .taken: .refusedEducationTaken
    }
  }
}
