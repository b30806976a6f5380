import BankumModel
import Matching
import SeededNumbers
import Testing

@testable import BankumPlanning

@Suite("Time to get ready")
struct LeastNoticeTests {
  private func setting(_ key: RuleKey, _ value: Int, _ facts: HouseFacts) throws -> HouseFacts {
    var facts = facts
    facts.rules = try facts.rules.adding(
      Rule(key: key, value: .integer(value), validFrom: day("2026-01-01"), source: "letter 1"))
    return facts
  }

  private var facts: HouseFacts {
    var facts = SmallHouse.facts()
    facts.rules = RuleDefaults.table
    return facts
  }

  private func rules(_ facts: HouseFacts, _ notice: LeastNotice?, on date: String, at start: String) throws
    -> [HouseRule]
  {
    var placement = SmallHouse.placement()
    placement.date = day(date)
    placement.start = minute(start)
    return RuleCheck(try SmallHouse.index(facts)).breaches(placement, notice: notice).map(\.rule)
  }

  @Test("a new meeting begins on the next working day at the earliest; one that stands is not asked")
  func new() throws {
    var facts = facts
    facts.now = CivilTime(day("2026-11-24"), minute("07:30"))
    #expect(try rules(facts, nil, on: "2026-11-24", at: "09:00").isEmpty)
    #expect(try rules(facts, .new, on: "2026-11-24", at: "09:00") == [.leastNotice])
    facts.now = CivilTime(day("2026-11-23"), minute("16:00"))
    #expect(try rules(facts, .new, on: "2026-11-24", at: "08:30").isEmpty)
    // Friday's notice is Monday's: Tuesday is free of it.
    facts.now = CivilTime(day("2026-11-20"), minute("09:00"))
    #expect(try SmallHouse.index(facts).noticeEnds[.new] == CivilTime(day("2026-11-23"), .startOfDay))
    facts = try setting(.newMeetingNotice, 0, facts)
    facts.now = CivilTime(day("2026-11-24"), minute("07:30"))
    #expect(try rules(facts, .new, on: "2026-11-24", at: "09:00").isEmpty)
  }

  @Test("a repair and a person's move have minutes of their own")
  func minutes() throws {
    var facts = facts
    facts.now = CivilTime(day("2026-11-24"), minute("07:30"))
    #expect(try rules(facts, .repair, on: "2026-11-24", at: "09:15") == [.leastNotice])
    #expect(try rules(facts, .repair, on: "2026-11-24", at: "09:30").isEmpty)
    #expect(try rules(facts, .move, on: "2026-11-24", at: "08:30").isEmpty)
    facts = try setting(.moveNotice, 120, facts)
    #expect(try rules(facts, .move, on: "2026-11-24", at: "09:15") == [.leastNotice])
  }

  @Test("no plan places anything new before it, whatever the hour and the day", arguments: 0..<60 as Range<UInt64>)
  func plans(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed &+ 5)
    var facts = RandomHouse.facts(seed: seed)
    facts = try setting(.newMeetingNotice, dice.number(0...3), facts)
    facts.now = CivilTime(
      day("2026-11-23").adding(days: dice.number(0...3)),
      MinuteOfDay(hour: dice.number(6...15), minute: 0) ?? .startOfDay)
    let decisions = try SmallHouse.decide(facts)
    let index = decisions.planning.index
    let first = try #require(index.noticeEnds[.new])
    for planned in decisions.sessions where planned.change == .new {
      #expect(CivilTime(planned.date, planned.hours.start) >= max(first, facts.now))
    }
  }

  @Test("the days that a run plans are days on which new meetings can be placed")
  func period() throws {
    let facts = facts
    #expect(try PlanningPeriod(facts, workingDays: 5).days == days("2026-11-23..2026-11-30"))
    let today = try setting(.newMeetingNotice, 0, facts)
    #expect(try PlanningPeriod(today, workingDays: 5).days == days("2026-11-23..2026-11-27"))
  }
}
