import BankumModel
import Matching
import Testing

@testable import BankumPlanning

@Suite("The certificate of fairness, against the rule set")
struct FairnessTests {
  /// Few hours, and meetings published for those who rank a little below the others: the price of changes decides
  /// often enough.
  private static func decide(_ seed: Int) throws -> Decisions {
    var facts = RandomHouse.facts(seed: UInt64(seed))
    facts.availability = Array(facts.availability.prefix(2))
    for position in facts.requests.indices { facts.requests[position].submittedOn = day("2026-11-20") }
    facts = try RandomHouse.publishing(facts, 4, seed: UInt64(seed))
    let met = Set(facts.sessions.compactMap(\.request))
    for position in facts.requests.indices where !met.contains(facts.requests[position].id) {
      facts.requests[position].submittedOn = day("2026-11-18")
    }
    let planning = try ProblemBuilder.build(try SmallHouse.index(facts))
    var limits = Limits(effort: 2, now: { 0 })
    limits.auditsFairness = true
    return try Decisions(planning, try Engine.solve(planning.problem, limits))
  }

  @Test("whoever could lawfully take the place of somebody who ranks below is listed, and nobody else")
  func complete() throws {
    var lawful = 0
    var listed = 0
    for seed in 0..<300 {
      let decisions = try Self.decide(seed)
      let index = decisions.planning.index
      let exceptions = Dictionary(grouping: decisions.fairness, by: \.waiting)
      let placements = decisions.plan.assignments.compactMap { decisions.planning.placement($0) }
      for waiting in decisions.waiting {
        for session in decisions.sessions {
          guard let holder = index.profileOf[session.request], waiting.priority.rank < holder.priority.rank else {
            continue
          }
          let check = Decisions.rules(decisions.planning, placements.filter { $0.request != session.request })
          let place = Placement(
            request: waiting.request, advocate: session.advocate, room: session.room, date: session.date,
            start: session.hours.start)
          guard check.breaches(place).isEmpty else { continue }
          // Several requests of one trainee divide what class he may still miss between them: the problem keeps each from
          // more than its part, which the rule does not know.
          let own = index.profiles.filter { $0.inmate.id == index.profileOf[waiting.request]?.inmate.id }
          if own.count > 1 && !own[0].inmate.training.isEmpty { continue }
          lawful += 1
          #expect(
            exceptions[waiting.request]?.contains { $0.loss != nil } == true,
            "\(seed): \(waiting.request) could have the place of \(session.request)")
        }
      }
      let waiting = Set(decisions.waiting.map(\.request))
      let placed = Set(decisions.sessions.map(\.request)).union(decisions.planning.served)
      listed += decisions.fairness.count
      for exception in decisions.fairness {
        #expect(waiting.contains(exception.waiting) && placed.contains(exception.holder), "\(seed)")
        let above = try #require(index.profileOf[exception.waiting]?.priority.rank)
        let below = try #require(index.profileOf[exception.holder]?.priority.rank)
        #expect(above < below && (exception.loss ?? 0) >= 0, "\(seed)")
      }
    }
    // A search this thorough leaves few of them.
    #expect(lawful > 0 && listed > 100, "\(lawful) lawful places of others, \(listed) exceptions")
  }
}
