/// Reads a file of one kind: decoding, fields, headings, values, and what is wrong between rows.
package enum ImportReader {
  /// Reads a file; never throws, whatever the bytes: what is wrong is in the result, all of it.
  ///
  /// The heading is the first of those among the first 20 rows that name the most columns; rows above it are titles.
  /// Rows whose fields are all empty are skipped, and the heading where a printed page repeats it.
  package static func read<Draft: DraftRow>(
    _ bytes: [UInt8], as kind: Draft.Type, limits: ImportLimits = .standard
  ) -> ImportReading<Draft> {
    let text: TextDecoder.Text
    do { text = try TextDecoder.decode(bytes, limits: limits) } catch {
      return ImportReading(rows: [], problems: error.problems, ignored: [], encoding: nil, separator: nil)
    }
    var table = HeadedRows(text.bytes, Draft.headings, limits)
    var problems: [ImportProblem] = []
    var rows: [Draft] = []
    var ignored: [ImportPlace] = []
    if let heading = table.heading {
      let header = HeaderMap(heading, Draft.headings)
      problems = header.problems
      ignored = header.ignored.map { ImportPlace(line: heading.line, column: $0 + 1, header: header.headers[$0]) }
      if header.problems.isEmpty {
        var drafts = DraftRows<Draft>(heading, header)
        while let row = table.next() { drafts.take(row) }
        rows = drafts.rows
        problems += drafts.problems + Draft.problems(across: rows)
      }
    } else if table.problems.isEmpty {
      problems.append(ImportProblem(.fileEmpty, at: .file))
    }
    table.skipToEnd()
    return ImportReading(
      rows: rows, problems: inOrder(table.problems + problems, limit: limits.problems), ignored: ignored,
      encoding: text.encoding, separator: table.separator)
  }

  /// Reads a row that was kept with its headings; its line is 2.
  package static func read<Draft: DraftRow>(_ row: RowText, as kind: Draft.Type) -> ImportReading<Draft> {
    let rows = [row.headers, row.fields].enumerated().map { index, texts in
      TableRow(line: index + 1, fields: texts.map { TableRow.Field(text: $0, line: index + 1) })
    }
    let header = HeaderMap(rows[0], Draft.headings)
    guard header.problems.isEmpty else {
      return ImportReading(rows: [], problems: header.problems, ignored: [], encoding: nil, separator: nil)
    }
    var drafts = DraftRows<Draft>(rows[0], header)
    drafts.take(rows[1])
    return ImportReading(rows: drafts.rows, problems: drafts.problems, ignored: [], encoding: nil, separator: nil)
  }

  /// The rows that begin on these lines of a file that could be read, with its headings: to keep and read them again.
  package static func texts<Draft: DraftRow>(
    of bytes: [UInt8], as kind: Draft.Type, onLines lines: Set<Int>
  ) -> [Int: RowText] {
    guard !lines.isEmpty, let text = try? TextDecoder.decode(bytes) else { return [:] }
    var table = HeadedRows(text.bytes, Draft.headings, .standard)
    guard let heading = table.heading else { return [:] }
    var texts: [Int: RowText] = [:]
    while let row = table.next() {
      if lines.contains(row.line) { texts[row.line] = RowText(headers: heading.texts, fields: row.texts) }
    }
    return texts
  }

  private static func inOrder(_ problems: [ImportProblem], limit: Int) -> [ImportProblem] {
    // The index keeps several problems of one field in the order in which they were found.
    let sorted = problems.enumerated().sorted { left, right in
      (left.element.place.line, left.element.place.column, left.offset)
        < (right.element.place.line, right.element.place.column, right.offset)
    }.map(\.element)
    guard sorted.count > limit else { return sorted }
    let rest = ImportProblem(.moreProblems, at: .file, parameters: ["\(sorted.count - limit)"])
    return Array(sorted.prefix(limit)) + [rest]
  }
}
