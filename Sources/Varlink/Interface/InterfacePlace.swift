/// Where something stands in the text of an interface definition.
package struct InterfacePlace: Sendable, Equatable {
  /// The line, from 1.
  package let line: Int
  /// The column in characters, from 1.
  package let column: Int

  /// Makes a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
