import BankumModel
import Matching
import SeededNumbers
import Testing

@testable import BankumPlanning

@Suite("A draft that no fact has overtaken can be published")
struct DraftCheckTests {
  /// The random houses.
  static let houses: Range<UInt64> = 0..<80

  private static func draft(_ planned: PlannedSession, _ number: Int) -> Session {
    Session(
      id: Session.ID(bits: UInt64(5_000 + number)), request: planned.request, service: planned.service,
      inmate: planned.inmate, partner: planned.partner, advocate: planned.advocate, room: planned.room,
      date: planned.date, hours: planned.hours, callAt: planned.callAt, state: .draft,
      isFirstMeeting: planned.isFirstMeeting, mandate: planned.mandate)
  }

  /// What publishing finds against the decisions, by the ranks of the run or by those of now.
  static func breach(_ facts: HouseFacts, _ decisions: Decisions, byRun: Bool = true) throws -> RuleBreach? {
    var new: [Session] = []
    var moved: [Session] = []
    for (number, planned) in decisions.sessions.enumerated() {
      switch planned.change {
      case .new: new.append(draft(planned, number))
      case .kept: continue
      case .moved(let id), .repaired(let id):
        guard var session = facts.sessions.first(where: { $0.id == id }) else { continue }
        (session.advocate, session.room, session.date) = (planned.advocate, planned.room, planned.date)
        (session.hours, session.callAt) = (planned.hours, planned.callAt)
        moved.append(session)
      }
    }
    let index = decisions.planning.index
    let ranks = Dictionary(
      index.profiles.map { ($0.request.id, $0.priority.rank) }, uniquingKeysWith: { first, _ in first })
    return try DraftCheck(
      facts, new: new, moved: moved, cancelled: Set(decisions.givenUp.keys), ranks: byRun ? ranks : [:],
      days: byRun ? index.period.days : nil
    ).firstBreach()?.breach
  }

  @Test("in random houses on random days", arguments: houses)
  func random(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed &+ 77)
    var facts = try RandomHouse.publishing(RandomHouse.facts(seed: seed), dice.number(0...4), seed: seed)
    facts.rules = RuleDefaults.table
    let today = day("2026-11-23").adding(days: dice.number(0...4))
    facts.now = CivilTime(today, MinuteOfDay(hour: dice.number(6...16), minute: 0) ?? .startOfDay)
    for position in facts.terms.indices where dice.chance(40) {
      facts.terms[position].last = today.adding(days: dice.number(-5...6))
    }
    for position in facts.availability.indices where dice.chance(30) {
      facts.availability[position].confirmedOn = day("2026-09-01")
    }
    let decisions = try SmallHouse.decide(facts)
    #expect(try Self.breach(facts, decisions) == nil)
  }

  @Test("also when its request stands elsewhere in the queue by now: the run's rank counts, the rules are those of now")
  func moved() throws {
    var facts = SmallHouse.facts()
    // One place in five is for the longest wait: in the days of the run that is one, until Tuesday it would be none.
    facts.rules = try RuleDefaults.table.adding(
      Rule(key: .longestWaitingShare, value: .integer(200), validFrom: day("2026-01-01"), source: "letter 1"))
    facts.requests[0].wishPartner = SmallHouse.otherPartner
    facts.advocates[2].absences = [days("2026-11-23..2026-12-31")]
    let decisions = try SmallHouse.decide(facts)
    #expect(decisions.sessions.map(\.date) == [day("2026-11-24")])
    #expect(try Self.breach(facts, decisions) == nil)
    #expect(try Self.breach(facts, decisions, byRun: false)?.rule == .wishOtherPartner)
    // A fact that has overtaken it is found all the same.
    facts.advocates[0].absences = [days("2026-11-24")]
    #expect(try Self.breach(facts, decisions)?.rule == .advocateAbsent)
  }

  @Test("unless nobody could get ready for it any more")
  func tooLate() throws {
    var facts = SmallHouse.facts()
    facts.rules = RuleDefaults.table
    let decisions = try SmallHouse.decide(facts)
    facts.now = CivilTime(day("2026-11-24"), minute("07:30"))
    #expect(try Self.breach(facts, decisions)?.rule == .leastNotice)
  }
}
