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
  /// The papers were looked at; he stays as he is.
  case noted
}
