/// Makes values of the rows that follow a heading, and notes what is wrong with them.
///
/// Rows whose fields are all empty are skipped, and the heading where a printed page repeats it.
struct DraftRows<Draft: DraftRow> {
  private(set) var rows: [Draft] = []
  private let header: HeaderMap
  private let heading: [String]
  private var found: [ImportProblem] = []
  private var isEmpty = true

  init(_ heading: TableRow, _ header: HeaderMap) {
    self.header = header
    self.heading = heading.texts
  }

  /// What is wrong with the rows so far; a table without any is wrong too.
  var problems: [ImportProblem] { isEmpty ? found + [ImportProblem(.noRows, at: .file)] : found }

  /// Takes a row in.
  mutating func take(_ row: TableRow) {
    guard row.fields.contains(where: { !$0.text.isEmpty }), !row.fields.lazy.map(\.text).elementsEqual(heading) else {
      return
    }
    isEmpty = false
    guard row.fields.count == header.headers.count else {
      found.append(
        ImportProblem(
          .raggedRow, at: ImportPlace(line: row.line), value: "\(row.fields.count)",
          parameters: ["\(header.headers.count)"]))
      return
    }
    var cursor = RowCursor(row: row, header: header)
    let draft = Draft(&cursor)
    if cursor.problems.isEmpty, let draft { rows.append(draft) }
    found += cursor.problems
  }
}
