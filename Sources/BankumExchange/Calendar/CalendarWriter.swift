/// Writes content lines: name, colon, value, folded.
struct CalendarWriter {
  private(set) var text = ""

  /// Folds before the octet that would be the 76th, never inside a character (RFC 5545, 3.1).
  mutating func line(_ name: String, _ value: String) {
    var length = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let width = UTF8.width(scalar)
      if length + width > 75 {
        text += "\r\n "
        length = 1
      }
      text.unicodeScalars.append(scalar)
      length += width
    }
    text += "\r\n"
  }
}
