import BankumModel

/// Hours of a day as offices write them.
enum HoursText {
  /// `08:00-11:30`, `8.00 - 11.30`, `08.00 s/d 11.30 WIB`; nil for anything else, and if the end is not later.
  static func range(_ text: String) -> MinuteRange? {
    var units: [UInt8] = []
    // Dashes, and the words for "until", become one dash; spaces and the zone's name go.
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": continue
      case "-", "\u{2012}", "\u{2013}", "\u{2014}": units.append(UInt8(ascii: "-"))
      case "A"..."Z": units.append(UInt8(ascii: scalar) | 0x20)
      default: units.append(scalar.isASCII ? UInt8(ascii: scalar) : 0)
      }
    }
    if units.suffix(3).elementsEqual("wib".utf8) { units.removeLast(3) }
    let digits = units.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "s") && $0 != UInt8(ascii: "t") }
    let rest = units.dropFirst(digits.count)
    guard let until = ["-", "s/d", "s.d.", "sd", "sampai", "to"].first(where: { rest.starts(with: $0.utf8) }),
      let start = minute(digits), let end = minute(rest.dropFirst(until.utf8.count))
    else { return nil }
    return MinuteRange(start, end)
  }

  /// `08:30`, `8.30`, `24:00`.
  static func minute(_ units: ArraySlice<UInt8>) -> MinuteOfDay? {
    let parts = units.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hour = Digits.value(of: parts[0]), let minute = Digits.value(of: parts[1])
    else { return nil }
    return hour == 24 && minute == 0 ? .endOfDay : MinuteOfDay(hour: hour, minute: minute)
  }
}
