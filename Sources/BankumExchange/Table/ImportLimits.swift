/// How much of a file is read before it is refused: a hostile file must not take the daemon's memory.
package struct ImportLimits: Hashable, Sendable {
  /// The most bytes of a file; 16 MiB, as much as a call may carry.
  package var bytes: Int
  /// The most rows, blank lines and comments not counted.
  package var rows: Int
  /// The most fields of a row.
  package var fields: Int
  /// The most bytes of a field.
  package var fieldBytes: Int
  /// The most problems that are listed; the rest is counted.
  package var problems: Int

  /// Limits; the defaults are those of every import.
  package init(
    bytes: Int = 16 << 20, rows: Int = 100_000, fields: Int = 200, fieldBytes: Int = 4096, problems: Int = 10_000
  ) {
    self.bytes = bytes
    self.rows = rows
    self.fields = fields
    self.fieldBytes = fieldBytes
    self.problems = problems
  }

  /// The limits of every import.
  package static let standard = ImportLimits()
}
