import BankumModel
import BankumOffice
import BankumPlanning
import BankumWords

extension SessionFault {
  /// The reason in words.
  var message: Message {
    switch self {
    case .state(let reason): reason.message
    case .outcome(let reason): reason.message
    case .begun: .refusedSessionsBegun
    case .rules(let breaches): .refusedSessionsRules(rules: breaches.map(\.rule.code))
    case .reasonNeeded(let day): .refusedSessionsReasonNeeded(day: day.text)
    case .taken: .refusedSessionsTaken
    case .scheduled(let session): .refusedSessionsScheduled(session: session.text)
    case .notOverridable(let rule): .refusedSessionsNotOverridable(rule: rule.code)
    case .nothingForbidden: .refusedSessionsNothingForbidden
    case .secondPerson: .refusedSessionsSecondPerson
    }
  }
}

extension SessionRefusal {
  var message: Message {
    switch self {
    case .sessionNotDraft: .refusedSessionsNotDraft
    case .sessionDraft: .refusedSessionsDraft
    case .sessionOver: .refusedSessionsOver
    case .sessionConfirmed: .refusedSessionsConfirmed
    case .sessionReported: .refusedSessionsReported
    case .actorNotAllowed: .refusedSessionsActor
    }
  }
}

extension OutcomeRefusal {
  var message: Message {
    switch self {
    case .notAnOutcome: .refusedSessionsNoOutcome
    case .sessionNotBegun: .refusedSessionsNotBegun
    case .sessionDraft: .refusedSessionsDraft
    case .sessionOver: .refusedSessionsOver
    case .sessionReported: .refusedSessionsReported
    case .requestMovedOn: .refusedSessionsMovedOn
    case .actorNotAllowed: .refusedSessionsActor
    }
  }
}
