import BankumModel

/// What the registrar has to look at.
package enum ReviewKind: String, Coded {
  /// A line of a population file that may mean more than one person; it was not applied.
  case samePerson
  /// A line that means somebody who has left; it was not applied: an old list, or he is back.
  case returned
  /// Somebody who should be in a list and is not.
  case missing
  /// A mandate of somebody who has left: counsel or the house has to hand it on.
  case referral
  /// A woman in a house for men: a mistake in the papers, or a wrong placement.
  case woman
  /// Somebody under 18 in a house for adults: the same.
  case underAge
  /// Something that shall be done in spite of a rule, until a second person decides.
  case override

  /// What can be decided.
  package var decisions: [ReviewDecision] {
    switch self {
    case .samePerson: [.same, .new, .dismiss]
    case .returned: [.here, .dismiss]
    case .missing: [.here, .released, .transferred, .deceased]
    case .referral: [.noted]
    case .woman, .underAge: [.noted, .released, .transferred]
    case .override: [.agree, .dismiss]
    }
  }
}
