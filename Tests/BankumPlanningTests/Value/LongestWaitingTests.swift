import BankumModel
import Matching
import Testing

@testable import BankumPlanning

@Suite("Those who have waited longest")
struct LongestWaitingTests {
  /// Forty people, one for each day before today; places for a handful. The house has set a share of 15 %.
  private func facts() throws -> HouseFacts {
    var facts = SmallHouse.facts()
    facts.rules = try RuleDefaults.table.adding(
      Rule(key: .longestWaitingShare, value: .integer(150), validFrom: day("2025-12-01"), source: "letter 0"))
    let numbers: [UInt64] = Array(1...40)
    facts.inmates = numbers.map { SmallHouse.inmate($0) }
    facts.terms = numbers.map { SmallHouse.term($0) }
    facts.requests = numbers.map { number in
      var request = SmallHouse.request(number, inmate: number)
      request.submittedOn = day("2026-11-23").adding(days: -Int(number))
      return request
    }
    return facts
  }

  private func chosen(_ facts: HouseFacts) throws -> Set<UInt64> {
    Set(
      try SmallHouse.index(facts).profiles
        .filter { $0.priority.factors.contains { $0.kind == .longestWaiting } }.map(\.request.id.bits))
  }

  @Test("the share of the places goes to the longest waits, and these stand in the first tier")
  func share() throws {
    var facts = try facts()
    let index = try SmallHouse.index(facts)
    let places = LongestWaiting.places(index)
    let count = places * 150 / 1000
    #expect(places > 7)
    #expect(try chosen(facts) == Set((0..<count).map { UInt64(40 - $0) }))
    for profile in index.profiles {
      #expect((profile.priority.tier == 1) == (try chosen(facts)).contains(profile.request.id.bits))
    }
    facts.rules = try facts.rules.adding(
      Rule(key: .longestWaitingShare, value: .integer(0), validFrom: day("2026-01-01"), source: "letter 1"))
    #expect(try chosen(facts).isEmpty)
  }

  @Test("whom nobody can meet takes nothing of the share, and equal waits are not told apart")
  func possible() throws {
    var facts = try facts()
    facts.requests[39].permit = VisitPermit(state: .refused, requestedOn: day("2026-11-02"))
    #expect(try chosen(facts).contains(40) == false)
    #expect(try chosen(facts).contains(39))
    for position in facts.requests.indices { facts.requests[position].submittedOn = day("2026-11-02") }
    #expect(try chosen(facts).isEmpty)
  }
}
