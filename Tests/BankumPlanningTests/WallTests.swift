import BankumModel
import Matching
import SeededNumbers
import Testing

@testable import BankumPlanning

@Suite("The wall in plans")
struct WallTests {
  /// A random house in which most people stand against somebody.
  private static func house(_ seed: UInt64) -> HouseFacts {
    var facts = RandomHouse.facts(seed: seed)
    var dice = SeededGenerator(seed: seed &+ 500)
    facts.cases = (1...4).map { number in
      let people = facts.inmates.map(\.id).shuffled(using: &dice).prefix(dice.number(2...3))
      return CaseFile(
        id: CaseFile.ID(bits: UInt64(number)), law: .new,
        parties: people.map { CaseParty(inmate: $0, role: PartyRole.allCases.randomElement(using: &dice) ?? .accused) })
    }
    return facts
  }

  @Test("100 random houses: no plan gives two adverse people one partner, by a look that shares nothing with the wall")
  func never() throws {
    var pairs = 0
    for seed in 0..<100 as Range<UInt64> {
      let facts = Self.house(seed)
      let planning = try ProblemBuilder.build(try SmallHouse.index(facts))
      let decisions = try Decisions(
        planning, try Engine.solve(planning.problem, Limits(effort: 1, seed: 1, now: { 0 })))
      var partners: [Inmate.ID: Set<BankumModel.Partner.ID>] = [:]
      for session in decisions.sessions { partners[session.inmate, default: []].insert(session.partner) }
      for file in facts.cases {
        for one in file.parties {
          for other in file.parties where one.inmate != other.inmate && Self.areAgainst(one.role, other.role) {
            let both = (partners[one.inmate] ?? []).intersection(partners[other.inmate] ?? [])
            let flagged = decisions.planning.index.profiles
              .filter { $0.inmate.id == one.inmate || $0.inmate.id == other.inmate }.compactMap(\.flagged)
            #expect(both.subtracting(flagged).isEmpty, "\(seed)")
            if partners[one.inmate] != nil && partners[other.inmate] != nil { pairs += 1 }
          }
        }
      }
    }
    // Enough of them are served at once for it to mean something.
    #expect(pairs > 50)
  }

  /// Written once more: accused against everybody, others not against each other.
  private static func areAgainst(_ one: PartyRole, _ other: PartyRole) -> Bool {
    one.isAccused || other.isAccused
  }

  @Test("whom nobody may serve waits with the reason of each partner, and is for the registrar; an override opens it")
  func nobody() throws {
    var facts = SmallHouse.facts()
    facts.reportedConflicts = facts.partners.map { ReportedConflict(inmate: SmallHouse.inmate, partner: $0.id) }
    let waiting = try #require(try SmallHouse.decide(facts).waiting.first)
    #expect(waiting.hasNoEligiblePartner)
    let named = waiting.reasons.filter { $0.breach.rule == .conflictReported }.compactMap(\.breach.partner)
    #expect(Set(named) == Set(facts.partners.map(\.id)))
    func override(_ reason: String, _ second: String?) -> [ConflictOverride] {
      [
        ConflictOverride(
          inmate: SmallHouse.inmate, partner: SmallHouse.partner, reason: reason, askedBy: "a", confirmedBy: second)
      ]
    }
    for (reason, second) in [("", "b"), (" ", "b"), ("one defence", nil), ("one defence", "a")] {
      facts.conflictOverrides = override(reason, second)
      #expect(try SmallHouse.decide(facts).sessions.isEmpty)
    }
    facts.conflictOverrides = override("one defence", "b")
    #expect(try SmallHouse.decide(facts).sessions.map(\.partner) == [SmallHouse.partner])
  }
}
