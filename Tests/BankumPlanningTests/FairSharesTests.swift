import SeededNumbers
import Testing

@testable import BankumModel
@testable import BankumPlanning

@Suite("Fair shares")
struct FairSharesTests {
  private func targets(_ facts: HouseFacts, _ meetings: Int = 100) throws -> [Int] {
    let targets = FairShares.targets(try SmallHouse.index(facts), meetings: meetings)
    return facts.partners.map { targets[$0.id] ?? 0 }
  }

  @Test("agreed shares divide the meetings")
  func shares() throws {
    var facts = SmallHouse.facts()
    #expect(try targets(facts) == [50, 50])
    facts.partners[0].sharePerMille = 750
    #expect(try targets(facts) == [75, 25])
    facts.partners[1].sharePerMille = 0
    #expect(try targets(facts) == [100, 0])
  }

  @Test("a partner that is full gets less, and a mandate is a load as long as it is in force, counted once")
  func load() throws {
    var facts = SmallHouse.facts()
    facts.partners[0].capacity = 10
    facts.mandates = [
      Mandate(
        id: Mandate.ID(bits: 1), inmate: SmallHouse.inmate, partner: SmallHouse.partner, advocate: SmallHouse.advocate,
        letter: "SK-1", days: SmallHouse.long)
    ]
    let load = FairShares.openLoad(try SmallHouse.index(facts))
    #expect(load == [SmallHouse.partner: 5])
    #expect(try targets(facts) == [33, 67])
    facts.requests[0].service = .assistance
    facts.requests[0].state = .accepted
    facts.requests[0].offer = Offer(partner: SmallHouse.partner, offeredAt: SmallHouse.now)
    #expect(FairShares.openLoad(try SmallHouse.index(facts)) == [SmallHouse.partner: 5])
    facts.mandates[0].days.last = day("2026-11-20")
    facts.requests[0].state = .submitted
    facts.requests[0].offer = nil
    #expect(FairShares.openLoad(try SmallHouse.index(facts)).isEmpty)
  }

  @Test("what a partner had in the window beyond its share is made good, by half at most")
  func window() throws {
    var facts = SmallHouse.facts()
    facts.meetingsInWindow = [SmallHouse.partner: 60, SmallHouse.otherPartner: 40]
    #expect(try targets(facts) == [40, 60])
    facts.meetingsInWindow = [SmallHouse.partner: 500]
    #expect(try targets(facts) == [25, 75])
    facts.meetingsInWindow = [SmallHouse.partner: 500, SmallHouse.otherPartner: 500]
    #expect(try targets(facts) == [50, 50])
  }

  @Test("only meetings that took place count, and a no-show lowers the share of its partner")
  func noShows() throws {
    var facts = SmallHouse.facts()
    let states: [SessionState] = [.held, .cutShort, .noShowAdvocate, .notBrought, .refusedByInmate, .unreported]
    facts.countFairness(
      states.enumerated().map { number, state in
        SmallHouse.session(
          UInt64(number), request: nil, inmate: 1, advocate: 1, partner: 1, room: 1, "2026-11-10", "09:00-10:00",
          state: state)
      })
    #expect(facts.meetingsInWindow == [SmallHouse.partner: 2])
    #expect(facts.advocateNoShows == [SmallHouse.partner: 1])
    facts.meetingsInWindow = [:]
    #expect(try targets(facts) == [49, 51])
    facts.advocateNoShows = [SmallHouse.partner: 100]
    // Never nothing: its clients need it.
    #expect(try targets(facts) == [9, 91])
  }

  @Test("random houses: targets are never negative and add up to the meetings, a rounding for each partner apart")
  func sums() throws {
    var dice = SeededGenerator(seed: 71)
    for seed in 0..<300 as Range<UInt64> {
      var facts = RandomHouse.facts(seed: seed)
      for partner in facts.partners.indices {
        facts.partners[partner].sharePerMille = dice.number(1...1000)
        facts.meetingsInWindow[facts.partners[partner].id] = dice.number(0...80)
        facts.advocateNoShows[facts.partners[partner].id] = dice.number(0...5)
      }
      let meetings = dice.number(0...200)
      let found = try targets(facts, meetings)
      #expect(found.allSatisfy { $0 >= 0 }, "\(seed)")
      #expect(abs(found.reduce(0, +) - meetings) <= facts.partners.count, "\(seed): \(found) for \(meetings)")
    }
  }
}
