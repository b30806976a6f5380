import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct ClockTests {
  @Test func `Every minute of the day prints and parses`() throws {
    for minutes in 0...1440 {
      let minute = try #require(MinuteOfDay(minutes: minutes))
      #expect(try MinuteOfDay(parsing: minute.text) == minute)
    }
    #expect(MinuteOfDay.endOfDay.text == "24:00")
    #expect(MinuteOfDay(minutes: 1441) == nil)
    #expect(MinuteOfDay(minutes: -1) == nil)
  }

  @Test(arguments: ["8:30", "08.30", "0830", "24:01", "23:60", "", "08:3", "-8:30", "08:30:00"])
  func `Times that are none are refused`(text: String) {
    #expect(throws: ModelError.self) { try MinuteOfDay(parsing: text) }
  }

  @Test func `A civil time and its instant lead to each other in every zone`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let zone = try #require(ZoneOffset(minutes: Int.random(in: -48...56, using: &generator) * 15))
      let minute = try #require(MinuteOfDay(minutes: Int.random(in: 0..<1440, using: &generator)))
      let time = CivilTime(randomDay(in: 1600...2400, using: &generator), minute)
      let instant = time.instant(in: zone)
      #expect(instant.civilTime(in: zone) == time)
      #expect(instant.adding(milliseconds: 59_999).civilTime(in: zone) == time)
      #expect(instant.adding(milliseconds: 60_000).civilTime(in: zone) != time)
      #expect(try Instant(parsing: time.text(in: zone)) == instant)
      #expect(try ZoneOffset(parsing: zone.text) == zone)
      #expect(try CivilTime(parsing: time.text) == time)
    }
  }

  @Test func `Known instants are right to the millisecond`() throws {
    // date -u -d 2026-11-23T00:30 +%s
    #expect(try Instant(parsing: "2026-11-23T07:30+07:00").milliseconds == 1_795_393_800_000)
    #expect(try Instant(parsing: "2026-11-23T00:30:00.250Z").milliseconds == 1_795_393_800_250)
    let instant = Instant(milliseconds: -1)
    #expect(instant.text(in: .utc) == "1969-12-31T23:59:59.999+00:00")
    #expect(instant.date(in: .westernIndonesia) == day("1970-01-01"))
  }

  @Test func `Instants beyond the calendar become its ends`() {
    #expect(Instant(milliseconds: .max).civilTime(in: .westernIndonesia).date == .latest)
    #expect(Instant(milliseconds: .min).civilTime(in: .westernIndonesia).date == .earliest)
    #expect(Instant(milliseconds: .max).adding(milliseconds: 1).milliseconds == .max)
  }

  @Test(arguments: [
    "2026-11-23T07:30", "2026-11-23", "2026-11-23T07:30+7", "2026-11-23T07:30:5+07:00", "2026-11-23T07:30+15:00",
    "2026-11-23T07:30:61Z", "2026-11-23 07:30+07:00", "", "2026-11-23T07:30Z ", "é026-11-23T07:30Z",
  ])
  func `An instant without its whole form is refused`(text: String) {
    #expect(throws: ModelError.self) { try Instant(parsing: text) }
  }

  @Test func `Ranges of minutes cut each other as sets of minutes do`() throws {
    var generator = SeededGenerator(seed: 4)
    func minutes(of ranges: [MinuteRange]) -> Set<Int> {
      Set(ranges.flatMap { $0.start.minutes..<$0.end.minutes })
    }
    for _ in 0..<3_000 {
      var ranges: [MinuteRange] = []
      while ranges.count < 2 {
        let start = MinuteOfDay(minutes: Int.random(in: 0...30, using: &generator))
        let end = MinuteOfDay(minutes: Int.random(in: 0...30, using: &generator))
        if let range = MinuteRange(try #require(start), try #require(end)) { ranges.append(range) }
      }
      let (left, right) = (ranges[0], ranges[1])
      let (leftSet, rightSet) = (minutes(of: [left]), minutes(of: [right]))
      #expect(minutes(of: left.subtracting(right)) == leftSet.subtracting(rightSet))
      #expect(minutes(of: [left.intersection(right)].compactMap { $0 }) == leftSet.intersection(rightSet))
      #expect(left.overlaps(right) == !leftSet.isDisjoint(with: rightSet))
      #expect(left.contains(right) == rightSet.isSubset(of: leftSet))
    }
  }

  @Test func `Ranges of days include both ends`() throws {
    let range = days("2026-11-23..2026-11-27")
    #expect(range.count == 5)
    #expect(range.contains(day("2026-11-23")) && range.contains(day("2026-11-27")))
    #expect(!range.contains(day("2026-11-28")))
    #expect(DateRange(day("2026-11-24"), day("2026-11-23")) == nil)
    #expect(try DateRange(parsing: range.text) == range)
    #expect(try DateRange(parsing: "2026-11-23").count == 1)
    #expect(DateRange(first: day("2026-11-23"), days: 5) == range)
    #expect(throws: ModelError.self) { try DateRange(parsing: "2026-11-27..2026-11-23") }
    #expect(throws: ModelError.self) { try DateRange(parsing: "2026-11-27--2026-11-28") }
  }

  @Test func `Times are counted and ordered across midnight, ranges of days as sets of days`() throws {
    let evening = try CivilTime(parsing: "2026-11-24T23:30")
    let morning = try CivilTime(parsing: "2026-11-25T00:15")
    #expect(evening.minutes(until: morning) == 45 && morning.minutes(until: evening) == -45)
    #expect(evening < morning)
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<1_000 {
      let ranges = (0..<2).map { _ in
        DateRange(
          first: day("2026-11-01").adding(days: Int.random(in: 0...20, using: &generator)),
          days: Int.random(in: 1...10, using: &generator))
      }
      let shared = Set(ranges[0].days).intersection(ranges[1].days)
      #expect(ranges[0].overlaps(ranges[1]) == !shared.isEmpty)
      #expect(Set(ranges[0].intersection(ranges[1]).map { Array($0.days) } ?? []) == shared)
      let open = ranges.map { OpenDateRange($0.first, $0.last) }
      #expect(open[0].overlaps(open[1]) == !shared.isEmpty)
    }
  }

  @Test func `An error is placed by whoever knows the place, from the inside out`() {
    let error = ModelError(.syntax, value: "x", expected: "y").at("code").at("cells[2]")
    #expect(error.problems == [Problem(place: "cells[2].code", value: "x", expected: "y")])
  }
}
