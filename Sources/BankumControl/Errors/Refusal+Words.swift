import BankumModel
import BankumOffice
import BankumPlanning
import BankumWords

extension Refusal {
  /// The whole reason: of several rules each with its sentence, on a line of its own.
  func text(in language: Language) -> String {
    switch self {
    case .sessions(.rules(let breaches)), .education(.rules(let breaches)):
      breaches.map { "\($0.rule.code): \($0.message.text(in: language))" }.joined(separator: "\n")
    case .sessions, .education, .roles, .imports, .planning, .people, .house, .requests: message.text(in: language)
    }
  }

  /// The reason in words.
  var message: Message {
    switch self {
    case .roles(let refusal): refusal.message
    case .imports(let refusal): refusal.message
    case .planning(let refusal): refusal.message
    case .sessions(let fault): fault.message
    case .education(let fault): fault.message
    case .people(let refusal): refusal.message
    case .house(let refusal): refusal.message
    case .requests(let refusal): refusal.message
    }
  }
}

extension PlanningRefusal {
  var message: Message {
    switch self {
    case .missingFacts(let what, let value): .refusedPlanningMissingFacts(what: what, value: value)
    case .tooLarge(let place): .refusedPlanningTooLarge(place: place)
    case .switchedOff: .refusedPlanningSwitchedOff
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
