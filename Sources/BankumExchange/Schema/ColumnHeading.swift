import BankumModel

/// What a column is called and whether it must be there.
package struct ColumnHeading: Hashable, Sendable {
  /// Whether a column must be there.
  package enum Presence: String, Coded {
    /// The column, and a value in every row.
    case required
    /// The column may be missing, and its fields empty.
    case optional
    /// As optional; it may be there several times, with numbers behind its name.
    case repeated
  }

  /// The name of the field in the draft, camelCase.
  package let field: String
  /// What files call it; the first is what a template says. Capitals, spaces and signs do not count.
  package let names: [String]
  /// Whether it must be there.
  package let presence: Presence
  /// What a template's row says; recognisably invented where it is a name.
  package let example: String
}
