import BankumModel
import SeededNumbers
import Testing

@testable import BankumExchange

@Suite("Calendars")
struct CalendarTests {
  private func event(_ dice: inout SeededGenerator) -> CalendarEvent {
    func text() -> String {
      // A lone CR and control characters do not exist in calendars.
      String(String.UnicodeScalarView(dice.text(maximum: 120).unicodeScalars.filter { $0 != "\r" }))
    }
    func instant() -> Instant { Instant(milliseconds: Int64.random(in: 0...4_102_444_800_000, using: &dice)) }
    return CalendarEvent(
      uid: Session.ID(using: &dice).text, sequence: Int.random(in: 0...99, using: &dice), stamp: instant(),
      start: instant(), end: instant(), summary: text(), location: Bool.random(using: &dice) ? text() : nil,
      details: Bool.random(using: &dice) ? text() : nil,
      status: CalendarEvent.Status.allCases[Int.random(in: 0..<3, using: &dice)])
  }

  @Test("What is written is read back, and every line is at most 75 octets")
  func roundTrip() throws {
    var dice = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let events = (0..<Int.random(in: 0...4, using: &dice)).map { _ in event(&dice) }
      let file = CalendarFile(
        product: "-//bankum//EN", name: Bool.random(using: &dice) ? "a, b; c" : nil, events: events)
      #expect(try CalendarParser.parse(file.text) == file)
      for line in file.text.utf8.split(separator: 0x0A) { #expect(line.count <= 76) }
    }
  }

  private func entry(_ state: SessionState) throws -> DocketCalendar.Entry {
    DocketCalendar.Entry(
      session: Session.ID(bits: 9), sequence: 2, changedAt: Instant(milliseconds: 1_795_000_000_123),
      date: day("2026-11-24"), hours: try MinuteRange(parsing: "10:00-10:45"), state: state, title: "Konsultasi",
      room: "Ruang 1", name: "BUDI SANTOSO")
  }

  @Test("Names are shown only if they are asked for; times are those of the house")
  func names() throws {
    let entries = [try entry(.confirmed), try entry(.cancelled), try entry(.draft)]
    let plain = DocketCalendar.file(entries, product: "p", zone: .westernIndonesia)
    #expect(!plain.text.contains("BUDI"))
    #expect(plain.text.contains("DTSTART:20261124T030000Z\r\n"))
    #expect(plain.text.contains("UID:se-00000009\r\n") && plain.text.contains("SEQUENCE:2\r\n"))
    #expect(plain.events.map(\.status) == [.confirmed, .cancelled])
    let named = DocketCalendar.file(entries, product: "p", zone: .westernIndonesia, showsNames: true)
    #expect(named.events[0].summary == "Konsultasi: BUDI SANTOSO")
  }

  @Test(
    "The parser refuses what the writer never writes",
    arguments: [
      "", "BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "X\r\nEND:VCALENDAR\r\n",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a;b\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
      "BEGIN:VCALENDAR\r\nVERSION:\(String(repeating: "2", count: 80))\r\nEND:VCALENDAR\r\n",
    ])
  func strict(text: String) {
    #expect(throws: CalendarParser.Fault.self) { try CalendarParser.parse(text) }
  }

  @Test("No text whatever stops the parser")
  func mutations() throws {
    var dice = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      var units = Array(CalendarFile(product: "p", events: [event(&dice)]).text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0..<units.count, using: &dice)
        if Bool.random(using: &dice) { units.remove(at: place) } else { units.insert(13, at: place) }
      }
      _ = try? CalendarParser.parse(String(decoding: units, as: UTF8.self))
    }
  }
}
