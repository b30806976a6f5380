import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct WorkingCalendarTests {
  let calendar = Holidays.calendar()

  @Test(arguments: [
    ("2026-01-01", Weekday.thursday), ("2026-03-21", .saturday), ("2026-05-31", .sunday), ("2026-08-25", .tuesday),
    ("2026-12-25", .friday), ("2027-01-05", .tuesday), ("2027-03-08", .monday), ("2027-03-28", .sunday),
    ("2027-05-20", .thursday), ("2027-12-26", .sunday),
  ])
  func `Listed holidays fall on the weekday that the decree prints`(date: String, weekday: Weekday) {
    #expect(calendar.holiday(on: day(date))?.kind == .publicHoliday)
    #expect(day(date).weekday == weekday)
  }

  @Test func `Each year has its 17 or 18 holidays and 8 days of collective leave`() {
    for (year, publicHolidays) in [(2026, 17), (2027, 18)] {
      let listed = calendar.holidays.filter { $0.date.year == year }
      #expect(listed.filter { $0.kind == .publicHoliday }.count == publicHolidays)
      #expect(listed.filter { $0.kind == .collectiveLeave }.count == 8)
    }
  }

  @Test func `Working days are weekdays without holiday or leave`() throws {
    let off = Set(Holidays.all.map(\.date))
    for date in day("2026-01-01")...day("2027-12-31") {
      let isWeekend = date.weekday == .saturday || date.weekday == .sunday
      #expect(try calendar.isWorkingDay(date) == (!isWeekend && !off.contains(date)))
    }
  }

  @Test func `Idul Fitri 2027 closes ten days in a row`() throws {
    #expect(try calendar.workingDays(in: days("2027-03-06..2027-03-15")).isEmpty)
    #expect(try calendar.isWorkingDay(day("2027-03-05")))
    #expect(try calendar.isWorkingDay(day("2027-03-16")))
    #expect(try calendar.addingWorkingDays(1, to: day("2027-03-05")) == day("2027-03-16"))
  }

  @Test(arguments: [
    ("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"), ("2026-11-23", 3, "2026-11-26"),
    ("2026-12-23", 1, "2026-12-28"), ("2026-12-31", 1, "2027-01-04"), ("2026-11-21", 0, "2026-11-23"),
    ("2026-11-23", 0, "2026-11-23"), ("2026-11-23", -4, "2026-11-23"),
  ])
  func `Working days are counted from the day after`(start: String, count: Int, end: String) throws {
    #expect(try calendar.addingWorkingDays(count, to: day(start)) == day(end))
  }

  @Test func `Adding and counting agree with a walk`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let start = CivilDate(
        dayNumber: Int.random(in: day("2026-01-01").dayNumber...day("2027-06-30").dayNumber, using: &generator))
      let count = Int.random(in: 1...60, using: &generator)
      let end = try calendar.addingWorkingDays(count, to: start)
      #expect(try calendar.isWorkingDay(end))
      #expect(try calendar.workingDays(after: start, through: end) == count)
      #expect(try calendar.workingDays(after: start, through: end.adding(days: -1)) == count - 1)
      let walked = DateRange(first: start.adding(days: 1), days: start.days(until: end))
      #expect(try calendar.workingDays(in: walked).count == count)
    }
    #expect(try calendar.workingDays(after: day("2026-11-24"), through: day("2026-11-24")) == 0)
    #expect(try calendar.workingDays(after: day("2026-11-24"), through: day("2025-01-01")) == 0)
  }

  @Test(arguments: [2025, 2028])
  func `A year without a list is an error that names it`(year: Int) throws {
    let expected = ModelError(
      .calendarYearMissing, place: "calendar", value: "\(year)", expected: "the holidays of this year")
    let inside = day("\(year)-06-01")
    #expect(throws: expected) { try calendar.isWorkingDay(inside) }
    #expect(throws: expected) { try calendar.openingHours(on: inside) }
    #expect(throws: expected) { try calendar.workingDays(in: DateRange(inside)) }
    #expect(throws: expected) { try calendar.requireYears(of: DateRange(inside)) }
  }

  @Test func `Counting over the end of the loaded years is refused with the year that is missing`() throws {
    #expect {
      try calendar.addingWorkingDays(10, to: day("2027-12-27"))
    } throws: {
      ($0 as? ModelError)?.problems.first?.value == "2028"
    }
  }

  @Test func `Hours follow the weekday, with breaks, and holidays have none`() throws {
    #expect(try calendar.openingHours(on: day("2026-11-24")).text == "08:30-12:00,13:00-15:00")
    #expect(try calendar.openingHours(on: day("2026-11-27")).text == "08:30-11:30")
    #expect(try calendar.openingHours(on: day("2026-11-28")).text == "09:00-11:00")
    #expect(try calendar.openingHours(on: day("2026-11-29")) == .closed)
    #expect(try calendar.openingHours(on: day("2026-12-24")) == .closed)
    #expect(try calendar.openingHours(on: day("2027-02-06")) == .closed)
    #expect(try calendar.isOpen(day("2026-11-24"), during: hours("11:00-12:00")))
    #expect(try !calendar.isOpen(day("2026-11-24"), during: hours("11:30-13:30")))
  }

  @Test func `Ramadan changes the hours of its days, Friday again apart`() throws {
    let ramadan = days("2027-02-08..2027-03-09")
    let changed = Holidays.calendar([
      CalendarDecision(
        days: ramadan, scope: .house, effect: .hours(OpeningHours([hours("08:00-12:00")])), reason: "Ramadan"),
      CalendarDecision(
        days: ramadan, weekday: .friday, scope: .house, effect: .hours(OpeningHours([hours("08:00-11:00")])),
        reason: "Ramadan"),
    ])
    #expect(try changed.openingHours(on: day("2027-02-09")).text == "08:00-12:00")
    #expect(try changed.openingHours(on: day("2027-02-12")).text == "08:00-11:00")
    #expect(try changed.openingHours(on: day("2027-03-08")) == .closed)
    #expect(try changed.openingHours(on: day("2027-03-16")).text == "08:30-12:00,13:00-15:00")
    // A holiday inside Ramadan that the house opens has Ramadan hours.
    let opened = changed.deciding(
      CalendarDecision(days: days("2027-03-08"), scope: .house, effect: .open(hours: nil), reason: "visits"))
    #expect(try opened.openingHours(on: day("2027-03-08")).text == "08:00-12:00")
  }

  @Test func `A house closes and reopens without touching working days; the last decision stands`() throws {
    let week = days("2026-11-23..2026-11-27")
    let closed = calendar.deciding(
      CalendarDecision(days: week, scope: .house, effect: .close(hours: nil), reason: "repairs"))
    #expect(try closed.openingHours(on: day("2026-11-24")) == .closed)
    #expect(try closed.isWorkingDay(day("2026-11-24")))
    let reopened = closed.deciding(
      CalendarDecision(days: days("2026-11-24"), scope: .house, effect: .open(hours: nil), reason: "done early"))
    #expect(try reopened.openingHours(on: day("2026-11-24")).text == "08:30-12:00,13:00-15:00")
    #expect(try reopened.openingHours(on: day("2026-11-25")) == .closed)
    let partly = reopened.deciding(
      CalendarDecision(
        days: days("2026-11-24"), scope: .house, effect: .close(hours: hours("09:00-10:00")), reason: "search"))
    #expect(try partly.openingHours(on: day("2026-11-24")).text == "08:30-09:00,10:00-12:00,13:00-15:00")
  }

  @Test func `A national decision moves a feast and with it the working days`() throws {
    let moved = Holidays.calendar([
      CalendarDecision(days: days("2026-05-27"), scope: .national, effect: .open(hours: nil), reason: "sidang isbat"),
      CalendarDecision(days: days("2026-05-29"), scope: .national, effect: .close(hours: nil), reason: "sidang isbat"),
      CalendarDecision(days: days("2026-05-30"), scope: .national, effect: .open(hours: nil), reason: "a Saturday"),
    ])
    #expect(try moved.isWorkingDay(day("2026-05-27")))
    #expect(try moved.openingHours(on: day("2026-05-27")).minutes == 330)
    #expect(try !moved.isWorkingDay(day("2026-05-29")))
    #expect(try moved.openingHours(on: day("2026-05-29")) == .closed)
    #expect(try !moved.isWorkingDay(day("2026-05-30")))
  }

  @Test func `Hours print and parse, and touching ranges become one`() throws {
    let open = try OpeningHours(parsing: "13:00-15:00,08:30-12:00,11:00-12:30")
    #expect(open.text == "08:30-12:30,13:00-15:00")
    #expect(try OpeningHours(parsing: open.text) == open)
    #expect(try OpeningHours(parsing: "closed") == .closed)
    #expect(throws: ModelError.self) { try OpeningHours(parsing: "") }
    #expect(open.intersection(OpeningHours([hours("12:00-14:00")])).text == "12:00-12:30,13:00-14:00")
  }
}
