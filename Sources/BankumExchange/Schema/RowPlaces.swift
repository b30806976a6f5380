/// Where the fields of a row stand, so that what is found wrong with it later can be placed too.
package struct RowPlaces: Hashable, Sendable {
  /// The line on which the row begins.
  package let line: Int
  private let header: HeaderMap

  init(line: Int, header: HeaderMap) {
    self.line = line
    self.header = header
  }

  /// The place of a field of the draft: its column, or the line if the file has none for it.
  ///
  /// Takes the places of an entity's problems too: `days.last` or `aliases[1]` is looked up by its first word.
  package func place(of field: String) -> ImportPlace {
    let name = String(field.prefix { $0 != "." && $0 != "[" })
    guard let column = header.column(of: field) ?? header.column(of: name) else { return ImportPlace(line: line) }
    return ImportPlace(line: line, column: column + 1, header: header.headers[column])
  }

  /// Two rows of equal place in files with equal headings.
  package static func == (left: RowPlaces, right: RowPlaces) -> Bool {
    left.line == right.line && left.header.headers == right.header.headers
  }

  /// By the line.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(line)
  }
}
