import BankumModel
import BankumOffice
import BankumPlanning
import BankumWords

extension Refusal {
  /// The reason in words.
  var message: Message {
    switch self {
    case .roles(let refusal): refusal.message
    case .imports(let refusal): refusal.message
    case .planning(let refusal): refusal.message
    }
  }
}

extension PlanningRefusal {
  var message: Message {
    switch self {
    case .missingFacts(let what, let value): .refusedPlanningMissingFacts(what: what, value: value)
    case .tooLarge(let place): .refusedPlanningTooLarge(place: place)
    case .unlawful(let rule): .refusedPlanningUnlawful(rule: rule)
    case .notKept(let count): .refusedPlanningNotKept(count: count)
    }
  }
}

extension ImportRefusal {
  var message: Message {
    switch self {
    case .departures(let count, let people): .refusedImportsDepartures(count: count, people: people)
    case .undone(let number): .refusedImportsUndone(number: Int(number))
    case .decided: .refusedImportsDecided
    }
  }
}

extension RoleRefusal {
  var message: Message {
    switch self {
    case .otherPartner(let partner): .refusedRolesOtherPartner(partner: partner.text)
    case .otherAdvocate(let advocate): .refusedRolesOtherAdvocate(advocate: advocate.text)
    case .givenAtStart: .refusedRolesGivenAtStart
    }
  }
}

extension Obstacle {
  /// What is in the way, in words.
  var message: Message {
    switch self {
    case .register: .busyRegister
    case .run: .busyRun
    case .changingRegister: .busyChangingRegister
    case .draftOutdated(let session, let rule): .busyDraftOutdated(session: session.text, rule: rule.code)
    }
  }
}
