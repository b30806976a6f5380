/// Why two people must not meet. Said to nobody outside the house's security.
package enum KeepApartReason: String, Coded {
  /// They fought.
  case fight
  /// One threatened the other.
  case threat
  /// They are on opposite sides of a case.
  case oppositeSides
  /// Another reason of security.
  case security
}
