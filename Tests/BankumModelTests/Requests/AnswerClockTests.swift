import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct AnswerClockTests {
  let clock = AnswerClock(checkWorkingDays: 1, answerWorkingDays: 3)
  let calendar = Holidays.calendar()

  private func state(_ offered: String, _ events: [AnswerClock.Event], _ today: String) throws -> AnswerClock.State {
    try clock.state(offeredOn: day(offered), events: events, calendar: calendar, on: day(today))
  }

  @Test func `One working day to check, three to answer from the day it is complete`() throws {
    // Friday; Monday is the first working day after.
    #expect(try state("2026-11-20", [], "2026-11-20") == .checking(due: day("2026-11-23")))
    #expect(
      try state("2026-11-20", [.complete(day("2026-11-23"))], "2026-11-23")
        == .answering(due: day("2026-11-26"), presumed: false))
    #expect(
      try state("2026-11-20", [.complete(day("2026-11-20"))], "2026-11-20")
        == .answering(due: day("2026-11-25"), presumed: false))
    // Over Christmas, leave and weekend.
    #expect(
      try state("2026-12-22", [.complete(day("2026-12-23"))], "2026-12-23")
        == .answering(due: day("2026-12-30"), presumed: false))
  }

  @Test func `Who does not check wins no time`() throws {
    #expect(try state("2026-11-20", [], "2026-11-24") == .answering(due: day("2026-11-26"), presumed: true))
    #expect(
      try state("2026-11-20", [.complete(day("2026-11-26"))], "2026-11-26")
        == .answering(due: day("2026-11-26"), presumed: false))
    #expect(AnswerClock.hasLapsed(try state("2026-11-20", [], "2026-11-27"), on: day("2026-11-27")))
    #expect(!AnswerClock.hasLapsed(try state("2026-11-20", [], "2026-11-26"), on: day("2026-11-26")))
    let twice: [AnswerClock.Event] = [.complete(day("2026-11-23")), .complete(day("2026-11-26"))]
    #expect(try state("2026-11-20", twice, "2026-11-26") == .answering(due: day("2026-11-26"), presumed: false))
  }

  @Test func `Incomplete stops the clock until it is supplied`() throws {
    let stopped: [AnswerClock.Event] = [.incomplete(day("2026-11-23"))]
    #expect(try state("2026-11-20", stopped, "2026-12-31") == .stopped(since: day("2026-11-23")))
    #expect(!AnswerClock.hasLapsed(try state("2026-11-20", stopped, "2026-12-31"), on: day("2026-12-31")))
    let supplied = stopped + [.supplied(day("2026-12-01"))]
    #expect(try state("2026-11-20", supplied, "2026-12-01") == .checking(due: day("2026-12-02")))
    let complete = supplied + [.complete(day("2026-12-02"))]
    #expect(try state("2026-11-20", complete, "2026-12-02") == .answering(due: day("2026-12-07"), presumed: false))
  }

  @Test func `Lateness is counted in working days`() throws {
    let complete = AnswerClock.Event.complete(day("2026-11-23"))
    #expect(
      try state("2026-11-20", [complete, .answered(day("2026-11-26"))], "2027-01-01")
        == .answered(on: day("2026-11-26"), workingDaysLate: 0))
    #expect(
      try state("2026-11-20", [complete, .answered(day("2026-11-30"))], "2027-01-01")
        == .answered(on: day("2026-11-30"), workingDaysLate: 2))
    // Answered without any check: in time until the presumed day.
    #expect(
      try state("2026-11-20", [.answered(day("2026-11-27"))], "2027-01-01")
        == .answered(on: day("2026-11-27"), workingDaysLate: 1))
    let open = try state("2026-11-20", [complete], "2026-12-01")
    #expect(try clock.workingDaysLate(open, calendar: calendar, on: day("2026-12-01")) == 3)
    let stopped = AnswerClock.State.stopped(since: day("2026-11-23"))
    #expect(try clock.workingDaysLate(stopped, calendar: calendar, on: day("2027-02-01")) == 0)
  }

  @Test func `Without a calendar for the year there is no clock`() {
    #expect {
      try state("2027-12-29", [.complete(day("2027-12-30"))], "2027-12-30")
    } throws: {
      ($0 as? ModelError)?.code == .calendarYearMissing && ($0 as? ModelError)?.problems.first?.value == "2028"
    }
  }

  @Test func `The due day is always a working day and never earlier than the periods allow`() throws {
    var generator = SeededGenerator(seed: 16)
    for _ in 0..<3_000 {
      let offered = day("2026-01-02").adding(days: Int.random(in: 0...640, using: &generator))
      let checked = offered.adding(days: Int.random(in: 0...20, using: &generator))
      guard case .answering(let due, _) = try state(offered.text, [.complete(checked)], checked.text) else {
        Issue.record("not answering")
        return
      }
      #expect(try calendar.isWorkingDay(due))
      let afterOffer = try calendar.workingDays(after: offered, through: due)
      #expect(afterOffer >= 3 && afterOffer <= 4)
    }
  }
}
