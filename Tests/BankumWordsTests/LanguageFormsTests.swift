import Testing

@testable import BankumWords

struct LanguageFormsTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (3290, "3,290"), (12_345, "12,345"), (123_456, "123,456"),
    (1_234_567, "1,234,567"), (-1, "-1"), (-999, "-999"), (-1000, "-1,000"),
    (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `quantities are grouped by three`(number: Int, english: String) {
    #expect(Language.english.quantity(number) == english)
    #expect(Language.indonesian.quantity(number) == String(english.map { $0 == "," ? "." : $0 }))
  }

  @Test(arguments: [
    (2026, 11, 24, "Tue 24 Nov 2026", "Sel 24 Nov 2026"), (2025, 11, 11, "Tue 11 Nov 2025", "Sel 11 Nov 2025"),
    (2027, 3, 14, "Sun 14 Mar 2027", "Min 14 Mar 2027"), (2028, 2, 29, "Tue 29 Feb 2028", "Sel 29 Feb 2028"),
    (2026, 5, 1, "Fri 1 May 2026", "Jum 1 Mei 2026"), (2026, 8, 17, "Mon 17 Aug 2026", "Sen 17 Agu 2026"),
    (2026, 12, 31, "Thu 31 Dec 2026", "Kam 31 Des 2026"), (2000, 1, 1, "Sat 1 Jan 2000", "Sab 1 Jan 2000"),
    (1945, 8, 17, "Fri 17 Aug 1945", "Jum 17 Agu 1945"), (2026, 10, 7, "Wed 7 Oct 2026", "Rab 7 Okt 2026"),
  ])
  func `days carry their weekday`(year: Int, month: Int, day: Int, english: String, indonesian: String) {
    let civilDay = CivilDay(year: year, month: month, day: day)
    #expect(Language.english.day(civilDay) == english)
    #expect(Language.indonesian.day(civilDay) == indonesian)
  }

  @Test(arguments: [
    (2026, 2, 29, "2026-02-29"), (1900, 2, 29, "1900-02-29"), (2026, 13, 1, "2026-13-01"), (2026, 4, 31, "2026-04-31"),
    (2026, 0, 10, "2026-00-10"), (2026, 1, 0, "2026-01-00"), (0, 1, 1, "0-01-01"),
  ])
  func `a day that does not exist stays in digits`(year: Int, month: Int, day: Int, digits: String) {
    let civilDay = CivilDay(year: year, month: month, day: day)
    #expect(civilDay.weekday == nil)
    for language in Language.allCases { #expect(language.day(civilDay) == digits) }
  }

  @Test func `weekdays follow one another through all months of 400 years`() {
    // 1 January 2000 was a Saturday; the Gregorian calendar repeats after 400 years.
    var expected = 6
    for year in 2000..<2400 {
      for month in 1...12 {
        for day in 1...31 {
          guard let weekday = CivilDay(year: year, month: month, day: day).weekday else { continue }
          if weekday != expected { Issue.record("\(year)-\(month)-\(day): \(weekday), not \(expected)") }
          expected = weekday % 7 + 1
        }
      }
    }
    #expect(expected == 6)
  }

  @Test(arguments: [(0, "00:00"), (5, "00:05"), (600, "10:00"), (839, "13:59"), (1439, "23:59"), (1440, "24:00")])
  func `times have a colon in English and a dot in Indonesian`(minutes: Int, english: String) {
    #expect(Language.english.time(ClockTime(minutes)) == english)
    #expect(Language.indonesian.time(ClockTime(minutes)) == String(english.map { $0 == ":" ? "." : $0 }))
  }

  @Test func `an empty list is a word`() {
    #expect(Language.english.list([]) == "none")
    #expect(Language.indonesian.list([]) == "tidak ada")
    #expect(Language.english.list(["ops", "registrar"]) == "ops, registrar")
  }
}
