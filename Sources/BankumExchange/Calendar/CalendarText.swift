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

  /// The text of an escaped one, or nil if a backslash stands before something else, or a sign that must be escaped
  /// is not.
  static func unescaped(_ text: some StringProtocol) -> String? {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "\\", ";", ",": result.append(scalar)
        case "n", "N": result.append("\n")
        default: return nil
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == ";" || scalar == "," || scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F {
        return nil
      } else {
        result.append(scalar)
      }
    }
    return isEscaped ? nil : String(result)
  }

  /// An instant in UTC: `20261124T030000Z`.
  static func time(_ instant: Instant) -> String {
    let text = instant.text(in: .utc)
    // 2026-11-24T03:00:00.000Z without its signs and thousandths.
    return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// The instant of `20261124T030000Z`, or nil for any other form.
  static func instant(_ text: some StringProtocol) -> Instant? {
    let units = Array(text.utf8)
    guard units.count == 16, units[8] == UInt8(ascii: "T"), units[15] == UInt8(ascii: "Z"),
      let year = Digits.value(of: units[0..<4]), let month = Digits.value(of: units[4..<6]),
      let day = Digits.value(of: units[6..<8]), let hour = Digits.value(of: units[9..<11]),
      let minute = Digits.value(of: units[11..<13]), let second = Digits.value(of: units[13..<15]), second < 60,
      let date = CivilDate(year: year, month: month, day: day), let time = MinuteOfDay(hour: hour, minute: minute)
    else { return nil }
    return CivilTime(date, time).instant(in: .utc).adding(milliseconds: Int64(second) * 1000)
  }
}
