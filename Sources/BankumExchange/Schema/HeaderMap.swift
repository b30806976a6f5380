/// Which column of a file is which field.
struct HeaderMap: Hashable, Sendable {
  /// What the file calls its columns, cleaned.
  let headers: [String]
  private(set) var columns: [String: [Int]] = [:]
  /// Columns that no field knows, from 0.
  private(set) var ignored: [Int] = []
  private(set) var problems: [ImportProblem] = []

  init(_ row: TableRow, _ headings: [ColumnHeading]) {
    headers = row.fields.map { (try? CleanText.of($0.text)) ?? $0.text }
    let fields = Self.fields(of: headings)
    for (index, header) in headers.enumerated() {
      let key = TextKey.of(header)
      if let heading = fields[key] ?? fields[Self.withoutNumber(key)].flatMap({ $0.presence == .repeated ? $0 : nil }) {
        if let first = columns[heading.field]?.first, heading.presence != .repeated {
          problems.append(
            ImportProblem(
              .headerTwice, at: ImportPlace(line: row.line, column: index + 1, header: header), value: header,
              parameters: ["\(first + 1)"]))
        } else {
          columns[heading.field, default: []].append(index)
        }
      } else if !header.isEmpty {
        ignored.append(index)
      }
    }
    for heading in headings where heading.presence == .required && columns[heading.field] == nil {
      problems.append(
        ImportProblem(.headerMissing, at: ImportPlace(line: row.line), parameters: heading.names))
    }
  }

  /// How many columns the row would name: what tells a heading from a title above it.
  static func recognised(_ row: TableRow, _ headings: [ColumnHeading]) -> Int {
    let fields = fields(of: headings)
    return Set(
      row.texts.compactMap { text in
        let key = TextKey.of(text)
        return (fields[key] ?? fields[withoutNumber(key)])?.field
      }
    ).count
  }

  /// The first column of the field, from 0, or nil.
  func column(of field: String) -> Int? { columns[field]?.first }

  private static func fields(of headings: [ColumnHeading]) -> [String: ColumnHeading] {
    var fields: [String: ColumnHeading] = [:]
    for heading in headings {
      for name in heading.names { fields[TextKey.of(name)] = heading }
    }
    return fields
  }

  private static func withoutNumber(_ key: String) -> String {
    String(decoding: key.utf8.reversed().drop { $0 <= UInt8(ascii: "9") }.reversed(), as: UTF8.self)
  }
}
