package import BankumModel

/// The rules by which the office refuses, by topic; the words are made above.
package enum Refusal: Sendable, Equatable {
  /// About roles.
  case roles(RoleRefusal)
  /// About imports and their review.
  case imports(ImportRefusal)
  /// About plans.
  case planning(PlanningRefusal)
  /// About meetings.
  case sessions(SessionFault)
  /// About education for many.
  case education(EducationFault)
  /// About people.
  case people(PeopleRefusal)
  /// About partners, rooms, hours and rules.
  case house(HouseRefusal)
  /// About requests.
  case requests(RequestsRefusal)

  /// The rule's identifier, for programs: `roles.otherPartner`.
  package var rule: String {
    switch self {
    case .roles(let refusal): "roles.\(refusal.code)"
    case .imports(let refusal): "imports.\(refusal.code)"
    case .planning(let refusal): "planning.\(refusal.code)"
    case .sessions(let fault): "sessions.\(fault.code)"
    case .education(let fault): "education.\(fault.code)"
    case .people(let refusal): "people.\(refusal.code)"
    case .house(let refusal): "house.\(refusal.code)"
    case .requests(let refusal): "requests.\(refusal.code)"
    }
  }
}

/// Why a role is not granted or taken.
package enum RoleRefusal: Sendable, Equatable {
  /// The user belongs to another partner already.
  case otherPartner(Partner.ID)
  /// The user is another advocate already.
  case otherAdvocate(Advocate.ID)
  /// The role came with the start of the daemon, not by a grant.
  case givenAtStart

  /// The name of the case.
  package var code: String {
    switch self {
    case .otherPartner: "otherPartner"
    case .otherAdvocate: "otherAdvocate"
    case .givenAtStart: "givenAtStart"
    }
  }
}
