import BankumWords

/// Running text cut into lines that fit.
enum TextLines {
  /// The text in lines of at most `width` columns, less two for an indentation; nil for a pipe: as on a terminal of 80.
  /// - Parameter bullet: stands before the first line, blanks before the others.
  static func wrapped(_ text: String, to width: Int?, bullet: String = "") -> [String] {
    let room = max(40, width ?? 80) - 2 - bullet.count
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if TerminalText.columns(of: line) + 1 + TerminalText.columns(of: String(word)) <= room {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    lines.append(line)
    let blank = String(repeating: " ", count: bullet.count)
    return lines.enumerated().map { ($0.offset == 0 ? bullet : blank) + $0.element }
  }
}
