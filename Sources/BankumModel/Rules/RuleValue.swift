/// The value of a rule: a whole number in the unit of its key, a date, or a text.
package enum RuleValue: Hashable, Sendable {
  /// A whole number; its unit is in the catalogue.
  case integer(Int)
  /// A civil date.
  case date(CivilDate)
  /// A text.
  case text(String)

  /// The value as people type it: `40`, `2026-01-02`, or the text itself.
  package var text: String {
    switch self {
    case .integer(let number): "\(number)"
    case .date(let date): date.text
    case .text(let text): text
    }
  }
}
