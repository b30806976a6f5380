/// What was read of a file with rows and fields.
package struct Table: Hashable, Sendable {
  /// The rows that could be read, without blank lines and comments.
  package let rows: [TableRow]
  /// What parted the fields.
  package let separator: Separator
  /// What was wrong with its form.
  package let problems: [ImportProblem]
}
