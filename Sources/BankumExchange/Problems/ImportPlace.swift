/// Where in a file something stands, as a spreadsheet would number it.
package struct ImportPlace: Hashable, Sendable {
  /// The line of the file, from 1, counted by line ends; a field that begins on a later line of its row has that line.
  /// 0: the whole file.
  package let line: Int
  /// The column, from 1. 0: the whole line.
  package let column: Int
  /// What the file calls the column; nil outside of columns with a heading.
  package let header: String?

  /// A place.
  package init(line: Int, column: Int = 0, header: String? = nil) {
    self.line = line
    self.column = column
    self.header = header
  }

  /// The whole file.
  package static let file = ImportPlace(line: 0)
}
