/// What was expected in place of something wrong; the words are made above.
package enum Expectation: Sendable, Equatable {
  /// Something must be given here.
  case given
  /// Nothing may be given here.
  case absent
  /// An id with this prefix.
  case identifier(prefix: String)
  /// A date, 2026-11-24.
  case date
  /// One of these codes.
  case oneOf([String])
  /// A whole number from the first to the second.
  case number(Int, Int)
  /// A key that was not used for another call.
  case newKey
  /// What a lower room described, in English.
  case described(String)
}
