import Matching
import Testing

@testable import BankumModel
@testable import BankumPlanning

@Suite("Decisions")
struct DecisionsTests {
  @Test("every plan passes both checks, and everybody is placed, stays or has true reasons", arguments: 0..<40)
  func complete(seed: Int) throws {
    let facts = try RandomHouse.publishing(RandomHouse.facts(seed: UInt64(seed)), seed % 4, seed: UInt64(seed))
    let decisions = try SmallHouse.decide(facts)
    let index = decisions.planning.index
    let placed = Set(decisions.sessions.map(\.request))
    let waiting = Set(decisions.waiting.map(\.request))
    #expect(placed.isDisjoint(with: waiting))
    #expect(placed.union(waiting).union(decisions.planning.served) == Set(index.profiles.map(\.request.id)))
    for request in decisions.waiting {
      #expect(!request.reasons.isEmpty, "\(seed): \(request.request) waits without a reason")
      for reason in request.reasons {
        guard let example = reason.example else { continue }
        let alone = decisions.check.breaches(example)
        if reason.breach.rule == .timeGrid || reason.breach.rule == .leftFree {
          #expect(alone.isEmpty, "\(seed): the place is not free: \(alone)")
        } else {
          #expect(alone.contains(reason.breach), "\(seed): \(reason.breach) is not among \(alone)")
        }
      }
    }
  }

  @Test("lawful meetings inside the freeze stay, and the rest moves within the budget", arguments: 0..<20)
  func freeze(seed: Int) throws {
    let facts = try RandomHouse.publishing(RandomHouse.facts(seed: UInt64(seed)), 4, seed: UInt64(seed))
    let decisions = try SmallHouse.decide(facts)
    let staying = Set(decisions.staying.map(\.id))
    for session in facts.sessions where session.date <= day("2026-11-26") {
      #expect(staying.contains(session.id), "\(seed): \(session.id) inside the freeze")
    }
    #expect(decisions.changes <= 10)
  }

  @Test("the same facts give the same decisions")
  func repeatable() throws {
    for seed in 0..<5 as Range<UInt64> {
      let facts = RandomHouse.facts(seed: seed)
      let first = try SmallHouse.decide(facts)
      let second = try SmallHouse.decide(facts)
      #expect(first.sessions == second.sessions)
      #expect(first.waiting == second.waiting)
      #expect(first.plan == second.plan)
    }
  }

  @Test("other ids, names and orders of the facts give the same plan", arguments: 0..<25)
  func renaming(seed: Int) throws {
    let facts = RandomHouse.facts(seed: UInt64(seed))
    let plain = try SmallHouse.decide(facts)
    let renamed = try SmallHouse.decide(Renaming.applied(to: facts, seed: UInt64(seed) &+ 7))
    // Requests and people who are alike in everything may stand for each other: what they are is compared, not ids.
    #expect(Renaming.content(plain) == Renaming.content(renamed), "\(seed)")
    #expect(plain.plan.score == renamed.plan.score)
  }

  @Test("a plan that breaks a rule leaves nothing but an error")
  func refused() throws {
    let facts = SmallHouse.facts()
    let planning = try ProblemBuilder.build(try SmallHouse.index(facts))
    var plan = try Engine.solve(planning.problem, .small)
    #expect(plan.assignments.count == 1)
    plan.assignments[0].start += 1
    while Verifier(planning.problem).violations(plan.assignments).isEmpty { plan.assignments[0].start += 1 }
    #expect(throws: PlanningError.self) { try Decisions(planning, plan) }
    // A fault of the builder: the problem allows what the rule set does not.
    var wrong = planning
    wrong.problem.requests[0].busy = []
    var later = facts
    later.hearings = [Hearing(id: Hearing.ID(bits: 1), inmate: SmallHouse.inmate, date: day("2026-11-24"))]
    let index = try SmallHouse.index(later)
    let lying = PlanningProblem(
      problem: wrong.problem, index: index, grid: planning.grid, seats: planning.seats, places: planning.places,
      items: index.profiles.map { .request($0, minutes: $0.minutes) }, movable: [:], broken: [:], fixed: [],
      served: [], hopeless: [])
    let solved = try Engine.solve(planning.problem, .small)
    #expect(planning.grid.date(of: solved.assignments[0].start) == day("2026-11-24"))
    #expect { try Decisions(lying, solved) } throws: { ($0 as? PlanningError)?.code == .brokenRule }
  }

  @Test("a meeting that had broken a rule is repaired, and said so")
  func repaired() throws {
    var facts = SmallHouse.facts()
    facts.requests[0].state = .scheduled
    facts.requests[0].offer = Offer(partner: SmallHouse.partner, offeredAt: SmallHouse.now)
    facts.sessions = [
      SmallHouse.session(
        1, request: 1, inmate: 1, advocate: 1, partner: 1, room: 1, "2026-11-24", "09:00-10:00")
    ]
    let kept = try SmallHouse.decide(facts)
    #expect(kept.sessions.isEmpty && kept.staying.count == 1 && kept.changes == 0)
    facts.advocates[0].absences = [days("2026-11-24")]
    let decisions = try SmallHouse.decide(facts)
    #expect(decisions.sessions.map(\.change) == [.repaired(Session.ID(bits: 1))])
    #expect(decisions.sessions.map(\.partner) == [SmallHouse.partner])
    #expect(decisions.proposedOnly.isEmpty)
    facts.now = CivilTime(day("2026-11-24"), minute("07:00"))
    #expect(try SmallHouse.decide(facts).proposedOnly == [Session.ID(bits: 1)])
    #expect(decisions.planning.broken[Session.ID(bits: 1)]?.map(\.rule) == [.advocateAbsent])
  }

  @Test("a request of somebody who is not in the facts stops planning instead of being forgotten")
  func unknownInmate() throws {
    var facts = SmallHouse.facts()
    facts.inmates = []
    #expect { try SmallHouse.index(facts) } throws: { ($0 as? PlanningError)?.code == .facts }
  }

  @Test("a house without partners, rooms or hours leaves everybody waiting with a reason")
  func emptyHouse() throws {
    let changes: [(inout HouseFacts) -> Void] = [
      { ($0.partners, $0.advocates) = ([], []) }, { $0.rooms = [] }, { $0.availability = [] }, { $0.blocks = [] },
      { $0.calendar = WorkingCalendar(years: [2026], holidays: [], weeklyHours: [:]) },
    ]
    for (number, change) in changes.enumerated() {
      var facts = SmallHouse.facts()
      change(&facts)
      let decisions = try SmallHouse.decide(facts)
      // Without a block nobody's escort is asked.
      #expect(decisions.waiting.count == (number == 3 ? 0 : 1), "house \(number)")
      #expect(decisions.waiting.allSatisfy { !$0.reasons.isEmpty }, "house \(number)")
    }
  }

  @Test("the choice of the inmate binds while the chosen partner has somebody for him")
  func wish() throws {
    var facts = SmallHouse.facts()
    facts.requests[0].wishPartner = SmallHouse.otherPartner
    #expect(try SmallHouse.decide(facts).sessions.map(\.partner) == [SmallHouse.otherPartner])
    facts.requests[0].skill = .narcotics
    facts.advocates[0].skills = [.narcotics]
    #expect(try SmallHouse.decide(facts).sessions.map(\.partner) == [SmallHouse.partner])
  }
}
