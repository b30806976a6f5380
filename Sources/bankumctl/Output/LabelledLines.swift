import BankumWords

/// Lines of a label and a value, the values below each other.
struct LabelledLines {
  private let language: Language
  private var rows: [(label: String, values: [String])] = []

  init(_ language: Language) {
    self.language = language
  }

  /// Adds a value, or several below each other.
  mutating func add(_ label: Message, _ values: String...) {
    rows.append((label.text(in: language), values))
  }

  /// Adds several values below each other.
  mutating func add(_ label: Message, _ values: [String]) {
    rows.append((label.text(in: language), values))
  }

  /// The lines, each two blanks in.
  var lines: [String] {
    let width = (rows.map { TerminalText.columns(of: $0.label) }.max() ?? 0) + 2
    return rows.flatMap { row in
      row.values.enumerated().map { index, value in
        let label = index == 0 ? row.label : ""
        let line = "  " + label + String(repeating: " ", count: width - TerminalText.columns(of: label)) + value
        return String(line.reversed().drop { $0 == " " }.reversed())
      }
    }
  }
}
