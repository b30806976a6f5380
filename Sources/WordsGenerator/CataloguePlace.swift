/// A place in a catalogue file, as editors and compilers write it: `errors.words:3:7`.
package struct CataloguePlace: Sendable, Hashable {
  /// The file's name as it was given to the generator.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int

  /// Makes a place; line and column count from 1.
  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension CataloguePlace: CustomStringConvertible {
  /// `FILE:LINE:COLUMN`.
  package var description: String { "\(file):\(line):\(column)" }
}
