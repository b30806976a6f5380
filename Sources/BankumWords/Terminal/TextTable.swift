/// A table for people: columns aligned in terminal columns, fitted to a width, no trailing spaces.
///
/// Cells are made visible here, so that a caller passes names as they came.
package struct TextTable: Sendable {
  /// On which side a column's cells are flush.
  package enum Alignment: Sendable {
    case leading
    /// For numbers.
    case trailing
  }

  /// How a cell stands out where colour was asked for.
  package enum Style: Sendable {
    case plain
    case good
    case warning
    case alarm
    case faint
  }

  /// One column: its title and what may be done to it.
  package struct Column: Sendable {
    /// What stands in the header.
    package let title: String
    /// The flush side.
    package let alignment: Alignment
    /// The width to which cells may be cut with `…` to fit; `nil`: this column is not cut (ids, times).
    package let shortenedTo: Int?

    /// Makes a column.
    package init(_ title: String, alignment: Alignment = .leading, shortenedTo: Int? = nil) {
      self.title = TerminalText.withoutTrailingSpace(TerminalText.visible(title))
      self.alignment = alignment
      self.shortenedTo = shortenedTo
    }
  }

  /// One cell: its text, made visible, and its style.
  package struct Cell: Sendable, ExpressibleByStringLiteral {
    let text: String
    let style: Style

    /// Makes a cell from text of any origin.
    package init(_ text: String, style: Style = .plain) {
      self.text = TerminalText.withoutTrailingSpace(TerminalText.visible(text))
      self.style = style
    }

    /// Makes a plain cell.
    package init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// The columns from left to right.
  package let columns: [Column]
  /// The rows from top to bottom; each has as many cells as there are columns.
  package private(set) var rows: [[Cell]] = []

  /// A table without rows.
  package init(columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row. Missing cells stay empty, cells behind the last column are dropped.
  package mutating func append(_ row: [Cell]) {
    let missing = max(0, columns.count - row.count)
    rows.append(Array(row.prefix(columns.count)) + Array(repeating: "", count: missing))
  }
}
