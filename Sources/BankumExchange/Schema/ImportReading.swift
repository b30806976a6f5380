/// What was read of a file of one kind.
package struct ImportReading<Draft: DraftRow>: Equatable, Sendable {
  /// The rows in which nothing is wrong, in the order of the file. Use them only if `problems` is empty.
  package let rows: [Draft]
  /// Everything that is wrong, in the order of lines and columns; empty: the file can be used.
  package let problems: [ImportProblem]
  /// The columns that no field knows and that were left out: not wrong, to be shown.
  package let ignored: [ImportPlace]
  /// How the file was written; nil if it was no text.
  package let encoding: TextEncoding?
  /// What parted its fields.
  package let separator: Separator?

  /// Whether the file can be used.
  package var isGood: Bool { problems.isEmpty }
}
