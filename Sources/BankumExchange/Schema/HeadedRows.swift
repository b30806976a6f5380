/// The rows of a table that follow its heading.
struct HeadedRows {
  /// The first of those among the first 20 rows that name the most columns; nil for a table without rows.
  let heading: TableRow?
  private var table: TableReader
  private var waiting: ArraySlice<TableRow>

  /// A text, as `TextDecoder` gives it, with what its columns may be called.
  init(_ bytes: [UInt8], _ headings: [ColumnHeading], _ limits: ImportLimits) {
    table = TableReader(bytes, limits: limits)
    var first: [TableRow] = []
    while first.count < 20, let row = table.next() { first.append(row) }
    let best = first.enumerated().max { left, right in
      let (one, other) = (HeaderMap.recognised(left.element, headings), HeaderMap.recognised(right.element, headings))
      return one == other ? left.offset > right.offset : one < other
    }
    heading = best?.element
    waiting = first.dropFirst(best.map { $0.offset + 1 } ?? 0)
  }

  /// What parts the fields.
  var separator: Separator { table.separator }
  /// What was wrong with the form of the rows so far.
  var problems: [ImportProblem] { table.problems }

  /// The next row.
  mutating func next() -> TableRow? { waiting.popFirst() ?? table.next() }

  /// Looks for what is wrong with the form of the rest.
  mutating func skipToEnd() {
    while table.next() != nil {}
  }
}
