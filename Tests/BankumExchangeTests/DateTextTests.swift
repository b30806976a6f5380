import BankumModel
import Testing

@testable import BankumExchange

@Suite("Dates of offices")
struct DateTextTests {
  @Test(
    "Every form means the day before the month",
    arguments: [
      "24/11/2026", "24-11-26", "24.11.2026", "24/11/26", "2026-11-24", "2026/11/24", "24 November 2026", "24-Nop-26",
      "Selasa, 24 Nov 2026", "24 NOPEMBER 2026", "46350", "46350.5", "24/11/2026 00:00:00", "2026-11-24T08:30",
      "24 - 11 - 2026", "Sel, 24/11/2026",
    ])
  func forms(text: String) throws {
    #expect(try DateText.parse(text) == day("2026-11-24"))
  }

  @Test(
    "What is no date is refused", arguments: ["", "x", "24/11", "24/11/202", "1/2/3/4", "2026", "24/Foo/2026", "4635"])
  func noDate(text: String) {
    #expect(throws: DateText.Fault.syntax) { try DateText.parse(text) }
  }

  @Test("A day that does not exist is told apart", arguments: ["31/11/2026", "11/24/2026", "29/02/2026", "2026-13-01"])
  func notReal(text: String) {
    #expect(throws: DateText.Fault.notReal) { try DateText.parse(text) }
  }

  @Test("Two digits of a year follow the column")
  func centuries() throws {
    #expect(try DateText.parse("1-2-65", century: .birth) == day("1965-02-01"))
    #expect(try DateText.parse("1-2-65") == day("2065-02-01"))
    #expect(try DateText.parse("1-2-98") == day("1998-02-01"))
    #expect(try DateText.parse("1-2-08", century: .birth) == day("2008-02-01"))
  }

  @Test("Every day of fifty years is read back from each of its forms")
  func allDays() throws {
    for number in stride(from: day("1990-01-01").dayNumber, to: day("2039-12-31").dayNumber, by: 1) {
      let date = CivilDate(dayNumber: number)
      let (year, month, dayOfMonth) = date.components
      #expect(try DateText.parse("\(dayOfMonth)/\(month)/\(year)") == date)
      #expect(try DateText.parse(date.text) == date)
      #expect(try DateText.parse("\(number + 25_569)") == date)
    }
  }
}
