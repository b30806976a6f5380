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
    let table = TableReader.read(text.bytes, limits: limits)
    let headings = Draft.headings
    let best = heading(of: table, headings)
    var problems = table.problems
    var rows: [Draft] = []
    var ignored: [ImportPlace] = []
    if let best {
      let header = HeaderMap(best.element, headings)
      problems += header.problems
      ignored = header.ignored.map {
        ImportPlace(line: best.element.line, column: $0 + 1, header: header.headers[$0])
      }
      if header.problems.isEmpty {
        rows = read(table.rows.dropFirst(best.offset), header, &problems)
        problems += Draft.problems(across: rows)
      }
    } else if problems.isEmpty {
      problems.append(ImportProblem(.fileEmpty, at: .file))
    }
    return ImportReading(
      rows: rows, problems: inOrder(problems, limit: limits.problems), ignored: ignored, encoding: text.encoding,
      separator: table.separator)
  }

  /// Reads a row that was kept with its headings; its line is 2.
  package static func read<Draft: DraftRow>(_ row: RowText, as kind: Draft.Type) -> ImportReading<Draft> {
    let rows = [row.headers, row.fields].enumerated().map { index, texts in
      TableRow(line: index + 1, fields: texts.map { TableRow.Field(text: $0, line: index + 1) })
    }
    let header = HeaderMap(rows[0], Draft.headings)
    var problems = header.problems
    let drafts: [Draft] = problems.isEmpty ? read(rows[...], header, &problems) : []
    return ImportReading(rows: drafts, problems: problems, ignored: [], encoding: nil, separator: nil)
  }

  /// The rows that begin on these lines of a file that could be read, with its headings: to keep and read them again.
  package static func texts<Draft: DraftRow>(
    of bytes: [UInt8], as kind: Draft.Type, onLines lines: Set<Int>
  ) -> [Int: RowText] {
    guard !lines.isEmpty, let text = try? TextDecoder.decode(bytes) else { return [:] }
    let table = TableReader.read(text.bytes, limits: .standard)
    guard let heading = heading(of: table, Draft.headings)?.element else { return [:] }
    return Dictionary(
      table.rows.filter { lines.contains($0.line) }.map {
        ($0.line, RowText(headers: heading.texts, fields: $0.texts))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The first of those among the first rows that name the most columns.
  private static func heading(of table: Table, _ headings: [ColumnHeading]) -> (offset: Int, element: TableRow)? {
    table.rows.prefix(20).enumerated().max { left, right in
      let (one, other) = (HeaderMap.recognised(left.element, headings), HeaderMap.recognised(right.element, headings))
      return one == other ? left.offset > right.offset : one < other
    }
  }

  private static func read<Draft: DraftRow>(
    _ rows: ArraySlice<TableRow>, _ header: HeaderMap, _ problems: inout [ImportProblem]
  ) -> [Draft] {
    var drafts: [Draft] = []
    drafts.reserveCapacity(rows.count)
    var isEmpty = true
    let heading = rows.first?.texts ?? []
    for row in rows
    where row.fields.contains(where: { !$0.text.isEmpty }) && !row.fields.lazy.map(\.text).elementsEqual(heading) {
      isEmpty = false
      guard row.fields.count == header.headers.count else {
        problems.append(
          ImportProblem(
            .raggedRow, at: ImportPlace(line: row.line), value: "\(row.fields.count)",
            parameters: ["\(header.headers.count)"]))
        continue
      }
      var cursor = RowCursor(row: row, header: header)
      let draft = Draft(&cursor)
      if cursor.problems.isEmpty, let draft { drafts.append(draft) }
      problems += cursor.problems
    }
    if isEmpty { problems.append(ImportProblem(.noRows, at: .file)) }
    return drafts
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
