import SeededNumbers
import Testing

@testable import BankumModel
@testable import BankumPlanning

@Suite("Ranking in the facts")
struct RankingTests {
  private func ranks(_ facts: HouseFacts) throws -> [Request.ID: Rank] {
    Dictionary(
      uniqueKeysWithValues: try SmallHouse.index(facts).profiles.map { ($0.request.id, $0.priority.rank) })
  }

  @Test("300 random houses: other ids, names and orders of the facts give the same queue")
  func renaming() throws {
    for seed in 0..<300 as Range<UInt64> {
      let facts = RandomHouse.facts(seed: seed)
      let other = Renaming.applied(to: facts, seed: seed &+ 77)
      func queue(_ facts: HouseFacts) throws -> [Rank] {
        try SmallHouse.index(facts).profiles.map(\.priority.rank).sorted()
      }
      #expect(try queue(facts) == (try queue(other)), "\(seed)")
    }
  }

  @Test("300 random houses: who had waited longer never stands lower, and 40 working days more are a tier")
  func waiting() throws {
    var dice = SeededGenerator(seed: 41)
    for seed in 0..<300 as Range<UInt64> {
      var facts = RandomHouse.facts(seed: seed)
      // An overstay's one meeting goes to who waits longest, which is another thing.
      for position in facts.terms.indices { facts.terms[position].last = day("2026-12-29") }
      facts.requests = facts.requests.map { request in
        var request = request
        request.waitingSince = nil
        return request
      }
      let before = try ranks(facts)
      let position = dice.number(0...facts.requests.count - 1)
      let request = facts.requests[position]
      // Until December this calendar has no holiday: eight weeks are forty working days.
      facts.requests[position].submittedOn = request.submittedOn.adding(days: -56)
      let after = try ranks(facts)
      for (id, rank) in before {
        let now = try #require(after[id])
        guard id == request.id else {
          #expect(now == rank, "\(seed): somebody else's rank")
          continue
        }
        #expect(now <= rank, "\(seed)")
        #expect(now.tier == max(1, rank.tier - 1), "\(seed)")
      }
    }
  }

  @Test("a held meeting begins the waiting anew, and with it the promotion")
  func reset() throws {
    var facts = SmallHouse.facts()
    facts.requests[0].submittedOn = day("2026-05-04")
    let id = SmallHouse.request
    #expect(try ranks(facts)[id]?.tier == 1)
    facts.requests[0].waitingSince = day("2026-11-20")
    #expect(try ranks(facts)[id]?.tier == 4)
  }

  @Test("a missing proof of poverty never delays the first visit: it changes no rank and forbids no place")
  func proof() throws {
    var dice = SeededGenerator(seed: 43)
    for seed in 0..<100 as Range<UInt64> {
      var facts = RandomHouse.facts(seed: seed)
      for position in facts.requests.indices { facts.requests[position].waitingSince = nil }
      var proved = facts
      for position in proved.requests.indices { proved.requests[position].povertyProof = .villageLetter }
      #expect(try ranks(facts) == (try ranks(proved)), "\(seed)")
      let (one, other) = (RuleCheck(try SmallHouse.index(facts)), RuleCheck(try SmallHouse.index(proved)))
      for request in facts.requests {
        let placement = RandomHouse.randomPlacement(facts, request: request.id, using: &dice)
        #expect(one.breaches(placement) == other.breaches(placement))
      }
    }
  }

  @Test("children, women, elderly, disabled, ill and foreign people are lifted, each by a factor of its own")
  func vulnerable() throws {
    let changes: [(PriorityFactor.Kind, (inout HouseFacts) -> Void)] = [
      (.child, { $0.inmates[0].birthDate = day("2009-01-01") }), (.woman, { $0.inmates[0].sex = .female }),
      (.elderly, { $0.inmates[0].birthDate = day("1966-11-23") }),
      (.disability, { $0.inmates[0].needs = [.disability] }), (.illness, { $0.requests[0].needs = [.illness] }),
      (.language, { $0.inmates[0].needs = [.consul] }), (.language, { $0.requests[0].needs = [.interpreter] }),
    ]
    for (kind, change) in changes {
      var facts = SmallHouse.facts()
      change(&facts)
      let priority = try #require(try SmallHouse.index(facts).profiles.first).priority
      #expect(priority.tier == 3 && priority.factors.contains { $0.kind == kind }, "\(kind)")
    }
  }

  @Test("an offer asks for the permit: a meeting early enough when it was published stays so")
  func permit() throws {
    var facts = SmallHouse.facts()
    facts.terms[0].stage = .prosecution
    let first = try #require(try SmallHouse.decide(facts).sessions.first)
    #expect(first.date == day("2026-11-26"))
    facts.requests[0].state = .offered
    facts.requests[0].offer = Offer(partner: SmallHouse.partner, offeredAt: SmallHouse.now)
    var session = SmallHouse.session(
      1, request: 1, inmate: 1, advocate: 1, partner: 1, room: 1, first.date.text, first.hours.text, state: .offered)
    session.room = first.room
    facts.sessions = [session]
    for date in ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"] {
      facts.now = CivilTime(day(date), minute("07:30"))
      #expect(RuleCheck(try SmallHouse.index(facts)).breaches(session).isEmpty, "\(date)")
    }
  }
}
