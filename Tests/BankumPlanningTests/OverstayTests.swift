import Testing

@testable import BankumModel
@testable import BankumPlanning

@Suite("An overstay")
struct OverstayTests {
  private static func overdue(_ count: UInt64) -> HouseFacts {
    var facts = SmallHouse.facts()
    facts.terms[0].last = day("2026-11-20")
    facts.requests = (1...count).map { SmallHouse.request($0, inmate: 1) }
    return facts
  }

  private func urgent(_ facts: HouseFacts) throws -> [UInt64] {
    try SmallHouse.index(facts).profiles.filter { $0.priority.tier == 1 }.map(\.request.id.bits)
  }

  @Test("takes one meeting of the first tier, not one for each request; who waits longest takes it")
  func one() throws {
    var facts = Self.overdue(4)
    facts.requests[2].submittedOn = day("2026-11-01")
    #expect(try urgent(facts) == [3])
    // With a meeting in sight for another one, that is it.
    facts.requests[1].state = .scheduled
    facts.requests[1].offer = Offer(partner: SmallHouse.partner, offeredAt: SmallHouse.now)
    facts.sessions = [
      SmallHouse.session(
        1, request: 2, inmate: 1, advocate: 1, partner: 1, room: 1, "2026-11-24", "09:00-10:00")
    ]
    #expect(try urgent(facts) == [2])
  }

  @Test("once he was met it is over, until the next letter has passed too")
  func met() throws {
    var facts = Self.overdue(2)
    facts.encounters = [
      Encounter(
        inmate: SmallHouse.inmate, partner: SmallHouse.partner, advocate: SmallHouse.advocate,
        lastOn: day("2026-11-20"))
    ]
    #expect(try urgent(facts).count == 1)
    facts.encounters[0].lastOn = day("2026-11-21")
    #expect(try urgent(facts).isEmpty)
  }

  @Test("a request that nobody can serve does not take it away from one that can be served")
  func possible() throws {
    var facts = Self.overdue(2)
    facts.requests[0].submittedOn = day("2026-11-01")
    facts.requests[0].permit = VisitPermit(state: .refused, requestedOn: day("2026-11-02"))
    #expect(try urgent(facts) == [2])
    facts.requests[0].permit = nil
    facts.requests[0].exclusions = facts.partners.map {
      PartnerExclusion(partner: $0.id, reason: .refusedByPartner, since: day("2026-11-02"))
    }
    #expect(try urgent(facts) == [2])
  }

  @Test("whichever ids the requests have, as many are urgent as there are people past their day", arguments: 0..<200)
  func count(seed: Int) throws {
    var facts = RandomHouse.facts(seed: UInt64(seed))
    for position in facts.terms.indices { facts.terms[position].last = day("2026-11-20") }
    facts.hearings = []
    facts.cases = []
    let index = try SmallHouse.index(facts)
    let marked = index.profiles.filter { $0.priority.factors.contains { $0.kind == .overstay } }
    let unmet = Set(index.profiles.map(\.inmate.id)).filter { inmate in
      facts.encounters.allSatisfy { $0.inmate != inmate || $0.lastOn <= day("2026-11-20") }
    }
    #expect(Set(marked.map(\.inmate.id)) == unmet)
    #expect(marked.count == unmet.count, "\(seed)")
  }
}
