import BankumModel

/// What the registrar decides.
package enum ReviewDecision: String, Coded {
  /// The line means this person: it is applied to him.
  case same
  /// The line means somebody new: it is applied to nobody else.
  case new
  /// The line is wrong or old: it is never applied, nor asked about again.
  case dismiss
  /// He is here.
  case here
  /// He is free.
  case released
  /// He was moved to another facility.
  case transferred
  /// He has died.
  case deceased
  /// The papers were looked at; he stays as he is.
  case noted
  /// It is done in spite of the rule.
  case agree

  /// How he left, if he did.
  var departure: Departure? {
    switch self {
    case .released: .released
    case .transferred: .transferred
    case .deceased: .deceased
    case .same, .new, .dismiss, .here, .noted, .agree: nil
    }
  }
}
