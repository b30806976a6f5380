package import BankumModel

/// Dates as offices write them.
///
/// Day before month, always: `24/11/2026`, `24-11-26`, `24.11.2026`; also `2026-11-24`, `2026/11/24`, each with or
/// without a time behind it; `24 November 2026`, `24-Nop-26`, `Selasa, 24 Nov 2026`; and the serial number of a
/// spreadsheet's day (46350, 46350.5), counted in the system of 1900.
package enum DateText {
  /// How the two digits of a short year are read.
  package enum Century: Hashable, Sendable {
    /// 70 and above belong to the last century.
    case recent
    /// Of birth: 15 and above belong to the last century.
    case birth

    fileprivate func year(_ short: Int) -> Int { short + (short >= (self == .recent ? 70 : 15) ? 1900 : 2000) }
  }

  /// Why a text is no date.
  package enum Fault: Error, Hashable {
    /// No form of a date.
    case syntax
    /// The form of one, and no such day: 31 November, month 13.
    case notReal
  }

  /// Reads a date.
  package static func parse(_ text: String, century: Century = .recent) throws(Fault) -> CivilDate {
    let units = Array(withoutTime(text.utf8))
    if let serial = try serialDay(units) { return serial }
    let parts = units.split(omittingEmptySubsequences: true) { unit in
      unit == UInt8(ascii: "/") || unit == UInt8(ascii: "-") || unit == UInt8(ascii: ".") || unit == UInt8(ascii: " ")
        || unit == UInt8(ascii: ",")
    }
    let dated = parts.count == 4 && isWeekday(parts[0]) ? parts[1...] : parts[...]
    guard dated.count == 3, let first = dated.first, let last = dated.last else { throw .syntax }
    let middle = dated[dated.startIndex + 1]
    if first.count == 4, let year = Digits.value(of: first), let month = month(middle), let day = number(last) {
      return try date(year, month, day)
    }
    guard let day = number(first), let month = month(middle), let year = Digits.value(of: last) else { throw .syntax }
    switch last.count {
    case 2: return try date(century.year(year), month, day)
    case 4: return try date(year, month, day)
    default: throw .syntax
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) throws(Fault) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .notReal }
    return date
  }

  /// One or two digits.
  private static func number(_ units: ArraySlice<UInt8>) -> Int? {
    units.count <= 2 ? Digits.value(of: units) : nil
  }

  private static func month(_ units: ArraySlice<UInt8>) -> Int? {
    number(units) ?? Vocabulary.month[String(decoding: units, as: UTF8.self)]
  }

  private static func isWeekday(_ units: ArraySlice<UInt8>) -> Bool {
    Vocabulary.weekday[String(decoding: units, as: UTF8.self)] != nil
  }

  /// The text before a time of day: `24/11/2026 00:00:00`, `2026-11-24T00:00`.
  private static func withoutTime(_ text: String.UTF8View) -> Substring.UTF8View {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let gap = text[..<colon].lastIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") })
    else { return text[...] }
    return text[..<gap]
  }

  /// The day of a spreadsheet's serial number, or nil if the text has another form.
  private static func serialDay(_ units: [UInt8]) throws(Fault) -> CivilDate? {
    let whole = units.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
    guard whole.count == 5, let serial = Digits.value(of: whole) else { return nil }
    let rest = units.dropFirst(6)
    guard units.count == 5 || !rest.isEmpty && rest.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .syntax }
    // Day 25569 is 1970-01-01; the leap day of 1900 that spreadsheets believe in lies before all numbers of five digits.
    return CivilDate(dayNumber: serial - 25_569)
  }
}
