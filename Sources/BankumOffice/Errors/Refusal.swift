package import BankumModel

/// The rules by which the office refuses, by topic; the words are made above.
package enum Refusal: Sendable, Equatable {
  /// About roles.
  case roles(RoleRefusal)
  /// About imports and their review.
  case imports(ImportRefusal)
  /// About plans.
  case planning(PlanningRefusal)

  /// The rule's identifier, for programs: `roles.otherPartner`.
  package var rule: String {
    switch self {
    case .roles(let refusal): "roles.\(refusal.code)"
    case .imports(let refusal): "imports.\(refusal.code)"
    case .planning(let refusal): "planning.\(refusal.code)"
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
