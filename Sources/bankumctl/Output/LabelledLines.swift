import BankumWords

/// Lines of a label and a value, the values below each other and wrapped at the width.
struct LabelledLines {
  private let language: Language
  private let width: Int
  private var rows: [(label: String, values: [String])] = []

  /// `width` is that of the terminal; nil for a pipe, where lines are as on a terminal of 80 columns.
  init(_ language: Language, width: Int?) {
    self.language = language
    self.width = max(40, width ?? 80)
  }

  /// Adds a value, or several below each other.
  mutating func add(_ label: Message, _ values: String...) {
    add(label, values)
  }

  /// Adds several values below each other.
  mutating func add(_ label: Message, _ values: [String]) {
    rows.append((label.text(in: language), values))
  }

  /// The lines, each two blanks in.
  var lines: [String] {
    let indentation = (rows.map { TerminalText.columns(of: $0.label) }.max() ?? 0) + 4
    return rows.flatMap { row in
      let values = row.values.flatMap { Self.wrapped($0, to: width - indentation) }
      return values.enumerated().map { index, value in
        let label = index == 0 ? "  " + row.label : ""
        return label + String(repeating: " ", count: indentation - TerminalText.columns(of: label)) + value
      }
    }
  }

  /// Breaks a text between words; the lines after the first stand two blanks in.
  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if TerminalText.columns(of: line) + 1 + TerminalText.columns(of: String(word)) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = "  " + word
      }
    }
    return lines + [line]
  }
}
