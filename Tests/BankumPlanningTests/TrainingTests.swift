import BankumModel
import Matching
import Testing

@testable import BankumPlanning

@Suite("Training")
struct TrainingTests {
  private static func trainees() -> HouseFacts {
    var facts = SmallHouse.facts()
    facts.inmates[0].training = [SmallHouse.course]
    return facts
  }

  private static func held(_ date: String, _ text: String, _ state: SessionState = .held) -> Session {
    SmallHouse.session(
      9, request: nil, inmate: 1, advocate: 3, partner: 2, room: 2, date, text, state: state)
  }

  @Test("class hours are planned around while there is another hour, and used when there is none")
  func around() throws {
    var facts = Self.trainees()
    let session = try #require(try SmallHouse.decide(facts).sessions.first)
    let index = try SmallHouse.index(facts)
    #expect(index.classMinutes(facts.inmates[0], .certified, on: session.date, during: session.hours) == 0)
    // Nobody comes but in class.
    facts.availability = [SmallHouse.comes(1, 1, .tuesday, "09:00-11:00")]
    #expect(try SmallHouse.decide(facts).sessions.count == 1)
    facts.missedClassMinutes = [SmallHouse.inmate: 100]
    let waiting = try #require(try SmallHouse.decide(facts).waiting.first)
    #expect(waiting.reasons.contains { $0.breach.rule == .classHours })
  }

  @Test("what was held takes its whole turn, what was not takes nothing, and an event takes it from who came")
  func counting() throws {
    var facts = Self.trainees()
    // The course is on Tuesdays from nine to eleven; the turn ends a quarter of an hour after the meeting.
    try facts.countMissedClass(
      [
        Self.held("2026-11-10", "09:30-10:00"), Self.held("2026-11-17", "10:30-11:30"),
        Self.held("2026-11-11", "09:30-10:00"), Self.held("2026-11-03", "09:30-10:00", .notBrought),
      ],
      [
        EducationEvent(
          id: EducationEvent.ID(bits: 1), topic: "rights", partner: SmallHouse.partner,
          advocates: [SmallHouse.advocate], room: SmallHouse.upstairs, date: day("2026-11-03"),
          hours: hours("08:00-10:00"), state: .held, participants: [SmallHouse.inmate], attended: [SmallHouse.inmate])
      ])
    #expect(facts.missedClassMinutes == [SmallHouse.inmate: 45 + 30 + 75])
  }

  @Test("a meeting of this week that is over counts once, not as missed and as planned")
  func once() throws {
    var facts = Self.trainees()
    facts.now = CivilTime(day("2026-11-25"), minute("07:30"))
    facts.training[0].timetable.append(
      ClassHours(weekday: .thursday, hours: hours("13:00-15:00"), days: SmallHouse.long))
    facts.sessions = [Self.held("2026-11-24", "09:00-09:45")]
    try facts.countMissedClass(facts.sessions, [])
    #expect(facts.missedClassMinutes == [SmallHouse.inmate: 60])
    // 60 minutes are left: enough for a turn of which 60 lie in class, once the meeting before is not counted again.
    facts.requests[0].waitingSince = day("2026-11-20")
    let placement = Placement(
      request: SmallHouse.request, advocate: SmallHouse.advocate, room: SmallHouse.room, date: day("2026-11-26"),
      start: minute("13:00"))
    #expect(try SmallHouse.rules(facts, placement).isEmpty)
    #expect(try SmallHouse.decide(facts).sessions.count == 1)
  }

  @Test("an event in class counts for the certificate like a meeting")
  func event() throws {
    var facts = Self.trainees()
    facts.missedClassMinutes = [SmallHouse.inmate: 30]
    #expect(try SmallHouse.rules(facts).isEmpty)
    facts.training[0].timetable.append(
      ClassHours(weekday: .wednesday, hours: hours("09:00-11:00"), days: SmallHouse.long))
    facts.education = [
      EducationEvent(
        id: EducationEvent.ID(bits: 1), topic: "rights", partner: SmallHouse.otherPartner,
        advocates: [SmallHouse.otherAdvocate], room: SmallHouse.upstairs, date: day("2026-11-25"),
        hours: hours("09:00-09:15"), participants: [SmallHouse.inmate])
    ]
    #expect(try SmallHouse.rules(facts) == [.classHours])
    let planning = try ProblemBuilder.build(try SmallHouse.index(facts))
    #expect(
      planning.assignments(SmallHouse.placement()).allSatisfy {
        !Verifier(planning.problem).violations([$0]).isEmpty
      })
  }

  @Test("the loss is spread: who has lost less loses class, and no turn is dearer than a meeting")
  func spread() throws {
    var facts = Self.trainees()
    facts.inmates.append(SmallHouse.inmate(2))
    facts.inmates[1].training = [SmallHouse.course]
    facts.terms.append(SmallHouse.term(2))
    facts.requests.append(SmallHouse.request(2, inmate: 2))
    // Two places: one in class, one just after it.
    facts.advocates = [SmallHouse.advocate(1, partner: 1)]
    facts.availability = [SmallHouse.comes(1, 1, .tuesday, "09:45-12:15")]
    facts.calendar = SmallHouse.calendar([
      CalendarDecision(
        days: days("2026-11-24"), scope: .house, effect: .hours(OpeningHours([hours("08:30-12:30")])), reason: "test")
    ])
    for (missed, loser) in [(Inmate.ID(bits: 1), UInt64(2)), (Inmate.ID(bits: 2), 1)] {
      facts.missedClassMinutes = [missed: 45]
      let decisions = try SmallHouse.decide(facts)
      let index = decisions.planning.index
      #expect(decisions.sessions.count == 2)
      let losing = decisions.sessions.filter { session in
        index.inmates[session.inmate].map {
          index.classMinutes($0, .certified, on: session.date, during: session.hours) > 0
        } ?? false
      }
      #expect(losing.map(\.inmate) == [Inmate.ID(bits: loser)])
    }
    for missed in stride(from: 0, through: 10_000, by: 7) {
      for turn in stride(from: 15, through: 480, by: 15) {
        #expect(PlanningWeights.classMinute(.certified, missed: missed, turn: turn) * turn < 1_000)
      }
    }
  }
}
