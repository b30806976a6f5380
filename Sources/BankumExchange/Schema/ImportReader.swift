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
    let best = table.rows.prefix(20).enumerated().max { left, right in
      let (one, other) = (HeaderMap.recognised(left.element, headings), HeaderMap.recognised(right.element, headings))
      return one == other ? left.offset > right.offset : one < other
    }
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
