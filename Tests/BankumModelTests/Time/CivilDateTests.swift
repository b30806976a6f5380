import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct CivilDateTests {
  @Test func `Every day from the year 1 to 9999 follows the one before by the rules of the calendar`() throws {
    var (year, month, dayOfMonth) = (1, 1, 1)
    var weekday = 0  // 0001-01-01 was a Monday in the proleptic Gregorian calendar
    for date in CivilDate.earliest...CivilDate.latest {
      let (foundYear, foundMonth, foundDay) = date.components
      guard foundYear == year, foundMonth == month, foundDay == dayOfMonth else {
        Issue.record("\(date.dayNumber) is \(foundYear)-\(foundMonth)-\(foundDay), not \(year)-\(month)-\(dayOfMonth)")
        return
      }
      guard CivilDate(year: year, month: month, day: dayOfMonth) == date, date.weekday.isoNumber == weekday + 1 else {
        Issue.record("\(year)-\(month)-\(dayOfMonth) does not lead back, or has the wrong weekday")
        return
      }
      weekday = (weekday + 1) % 7
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      dayOfMonth += 1
      if dayOfMonth > length { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(year == 10_000)
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("2026-01-01", 20_454, .thursday), ("2025-11-11", 20_403, .tuesday),
    ("2000-02-29", 11_016, .tuesday), ("1969-12-31", -1, .wednesday),
  ])
  func `Known days have their number and weekday`(text: String, number: Int, weekday: Weekday) {
    #expect(day(text).dayNumber == number)
    #expect(day(text).weekday == weekday)
  }

  @Test func `Print and parse are inverse over centuries`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let date = randomDay(in: 1001...9998, using: &generator)
      #expect(try CivilDate(parsing: date.text) == date)
    }
    #expect(CivilDate.earliest.text == "0001-01-01")
    #expect(CivilDate.latest.text == "9999-12-31")
  }

  @Test func `Adding days and counting them are inverse`() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<20_000 {
      let first = randomDay(in: 1900...2200, using: &generator)
      let second = randomDay(in: 1900...2200, using: &generator)
      #expect(first.adding(days: first.days(until: second)) == second)
      #expect(first.days(until: second) == -second.days(until: first))
      #expect((first < second) == (first.text < second.text))
    }
  }

  @Test func `Arithmetic stops at the ends of the range`() {
    #expect(CivilDate.latest.adding(days: 1) == .latest)
    #expect(CivilDate.latest.adding(days: .max) == .latest)
    #expect(CivilDate.earliest.adding(days: .min) == .earliest)
    #expect(CivilDate(dayNumber: .max) == .latest)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00", "2026-+1-01",
    "２０２６-01-01", "2026-01--1", "02026-01-01", "2026-0a-01",
  ])
  func `Other forms are a syntax error`(text: String) {
    #expect {
      try CivilDate(parsing: text)
    } throws: {
      ($0 as? ModelError)?.code == .syntax && ($0 as? ModelError)?.problems.first?.value == text
    }
  }

  @Test(arguments: ["2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "1900-02-29"])
  func `Days that do not exist are a range error`(text: String) {
    #expect { try CivilDate(parsing: text) } throws: { ($0 as? ModelError)?.code == .range }
  }

  @Test(arguments: [
    ("2008-11-24", "2026-11-23", 17), ("2008-11-24", "2026-11-24", 18), ("2008-02-29", "2026-02-28", 17),
    ("2008-02-29", "2026-03-01", 18), ("1950-01-01", "2026-11-23", 76), ("2026-12-01", "2026-11-23", -1),
  ])
  func `Age is counted in completed years`(birth: String, today: String, age: Int) {
    #expect(day(birth).completedYears(on: day(today)) == age)
  }

  @Test func `The day of the year runs from 1 to 365 or 366`() {
    #expect(day("2026-01-01").dayOfYear == 1)
    #expect(day("2026-12-31").dayOfYear == 365)
    #expect(day("2028-12-31").dayOfYear == 366)
  }
}
