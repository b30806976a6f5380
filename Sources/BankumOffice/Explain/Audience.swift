import BankumModel

/// For whom an explanation is made; the code is the name on the wire.
package enum Audience: String, Coded {
  /// Everything.
  case registrar
  /// The partner that holds the request: of its own people, nothing of others.
  case partner
  /// When and where, nothing else.
  case guardian = "guard"
  /// Nothing of others, no conflict, no organisation but the one that serves him.
  case inmate

  /// Those for whom somebody with such a scope may ask, the usual one first.
  static func allowed(for scope: Scope) -> [Audience] {
    scope.partner == nil ? [.registrar, .partner, .guardian, .inmate] : [.partner, .guardian, .inmate]
  }
}
