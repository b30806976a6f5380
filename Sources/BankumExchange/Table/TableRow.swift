/// One row of a file as it stands there.
package struct TableRow: Hashable, Sendable {
  /// One field of a row.
  package struct Field: Hashable, Sendable {
    /// Its text, quotation marks and the guard against formulas taken off.
    package let text: String
    /// The line on which it begins.
    package let line: Int
  }

  /// The line on which the row begins, from 1.
  package let line: Int
  /// Its fields, at least one.
  package let fields: [Field]

  /// The texts alone.
  package var texts: [String] { fields.map(\.text) }
}
