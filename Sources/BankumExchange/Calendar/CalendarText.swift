import BankumModel

/// Values of content lines.
enum CalendarText {
  /// A text with backslash, semicolon, comma and line ends escaped (RFC 5545, 3.3.11); other control characters, which
  /// no calendar may hold, are dropped.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      let wasReturn = isAfterReturn
      isAfterReturn = scalar == "\r"
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\n": if !wasReturn { result.append(contentsOf: ["\\", "n"]) }
      case "\r": result.append(contentsOf: ["\\", "n"])
      case "\t": result.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// An instant in UTC: `20261124T030000Z`.
  static func time(_ instant: Instant) -> String {
    let text = instant.text(in: .utc)
    // 2026-11-24T03:00:00.000Z without its signs and thousandths.
    return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
