/// The class of a legal-aid organisation's accreditation (Permenkum 37/2025).
package enum AccreditationClass: String, Coded {
  /// The highest.
  case a
  /// The middle.
  case b
  /// The lowest.
  case c
}
