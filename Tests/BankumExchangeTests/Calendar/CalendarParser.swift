import BankumModel

@testable import BankumExchange

/// Reads what `CalendarFile.text` writes, and nothing looser: it is the judge of the writer.
///
/// Every line ends with CRLF and has at most 75 octets; components nest; every property is one that we write, once,
/// in any order; texts are escaped.
enum CalendarParser {
  /// Where the text is no such calendar.
  struct Fault: Error, Hashable {
    /// The content line, from 1, folded lines counted as one.
    let line: Int
    /// What was expected there.
    let expected: String
  }

  /// Reads a calendar.
  static func parse(_ text: String) throws(Fault) -> CalendarFile {
    let lines = try unfolded(text)
    guard lines.first == "BEGIN:VCALENDAR", lines.last == "END:VCALENDAR", lines.count > 1 else {
      throw Fault(line: 1, expected: "BEGIN:VCALENDAR ... END:VCALENDAR")
    }
    var own: [String: String] = [:]
    var event: (start: Int, values: [String: String])?
    var events: [CalendarEvent] = []
    for (index, line) in lines.enumerated().dropFirst().dropLast() {
      guard let colon = line.firstIndex(of: ":") else { throw Fault(line: index + 1, expected: "a colon") }
      let (name, value) = (String(line[..<colon]), String(line[line.index(after: colon)...]))
      if name == "BEGIN" || name == "END" {
        guard value == "VEVENT", (name == "BEGIN") == (event == nil) else {
          throw Fault(line: index + 1, expected: "events one after another")
        }
        if let open = event { events.append(try self.event(open.values, line: open.start)) }
        event = name == "BEGIN" ? (index + 1, [:]) : nil
      } else if event != nil {
        guard event?.values.updateValue(value, forKey: name) == nil else {
          throw Fault(line: index + 1, expected: "each property once")
        }
      } else if own.updateValue(value, forKey: name) != nil {
        throw Fault(line: index + 1, expected: "each property once")
      }
    }
    guard event == nil else { throw Fault(line: lines.count, expected: "END:VEVENT") }
    return try file(own, events)
  }

  private static func unfolded(_ text: String) throws(Fault) -> [String] {
    var units = Array(text.utf8)
    guard units.suffix(2) == [0x0D, 0x0A] else { throw Fault(line: 1, expected: "CRLF at the end") }
    units.removeLast(2)
    var lines: [[UInt8]] = []
    for physical in units.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      var line = physical.element
      let isLast = line.endIndex == units.endIndex
      guard isLast || line.popLast() == 0x0D, !line.contains(0x0D) else {
        throw Fault(line: lines.count + 1, expected: "CRLF")
      }
      guard line.count <= 75, !line.isEmpty else { throw Fault(line: lines.count + 1, expected: "1 to 75 octets") }
      if line.first == 0x20, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func file(_ values: [String: String], _ events: [CalendarEvent]) throws(Fault) -> CalendarFile {
    let known: Set<String> = ["VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME"]
    guard values["VERSION"] == "2.0", values["CALSCALE"] == "GREGORIAN", values["METHOD"] == "PUBLISH",
      let product = values["PRODID"].flatMap({ CalendarText.unescaped($0) }), known.isSuperset(of: values.keys)
    else { throw Fault(line: 1, expected: "the calendar's own properties") }
    return CalendarFile(product: product, name: try text(values["X-WR-CALNAME"], line: 1), events: events)
  }

  private static func event(_ values: [String: String], line: Int) throws(Fault) -> CalendarEvent {
    let known: Set<String> = [
      "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS",
    ]
    guard known.isSuperset(of: values.keys), let uid = try text(values["UID"], line: line),
      let sequence = values["SEQUENCE"].flatMap({ Digits.value(of: $0.utf8) }),
      let stamp = values["DTSTAMP"].flatMap({ CalendarText.instant($0) }),
      let start = values["DTSTART"].flatMap({ CalendarText.instant($0) }),
      let end = values["DTEND"].flatMap({ CalendarText.instant($0) }),
      let summary = try text(values["SUMMARY"], line: line),
      let status = values["STATUS"].flatMap(CalendarEvent.Status.init(rawValue:))
    else { throw Fault(line: line, expected: "the properties of an event") }
    return CalendarEvent(
      uid: uid, sequence: sequence, stamp: stamp, start: start, end: end, summary: summary,
      location: try text(values["LOCATION"], line: line), details: try text(values["DESCRIPTION"], line: line),
      status: status)
  }

  private static func text(_ value: String?, line: Int) throws(Fault) -> String? {
    guard let value else { return nil }
    guard let text = CalendarText.unescaped(value) else { throw Fault(line: line, expected: "an escaped text") }
    return text
  }
}

extension CalendarText {
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
