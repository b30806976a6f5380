import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct PriorityTests {
  let rules: PriorityRules

  init() throws {
    rules = try PriorityRules(rules: RuleDefaults.table, on: day("2026-11-23"))
  }

  private func detention(_ daysLeft: Int?) -> DetentionStatus {
    guard let daysLeft else { return DetentionStatus(band: .none) }
    return DetentionStatus(
      band: DetentionClock(firstNoticeDays: 10, secondNoticeDays: 3).band(daysLeft: daysLeft), daysLeft: daysLeft)
  }

  private func randomFacts(using generator: inout SeededGenerator) -> PriorityFacts {
    var facts = PriorityFacts(
      detention: detention([nil, -3, 0, 2, 3, 4, 9, 10, 11, 40].randomElement(using: &generator) ?? nil))
    facts.hasMetSinceOverstay = Bool.random(using: &generator)
    facts.daysToHearing = [nil, 0, 1, 7, 8, 30].randomElement(using: &generator) ?? nil
    facts.daysToAppealEnd = [nil, -1, 0, 7, 8].randomElement(using: &generator) ?? nil
    facts.isCounselMissing = Bool.random(using: &generator)
    facts.age = [nil, 16, 17, 18, 30, 59, 60, 80].randomElement(using: &generator) ?? nil
    facts.sex = Int.random(in: 0..<20, using: &generator) == 0 ? .female : .male
    facts.needs = Set(Need.allCases.filter { _ in Int.random(in: 0..<8, using: &generator) == 0 })
    facts.hasBeenSeen = Bool.random(using: &generator)
    facts.lostMeetings = Int.random(in: 0...5, using: &generator)
    facts.workingDaysWaiting = Int.random(in: 0...250, using: &generator)
    return facts
  }

  private func tier(_ change: (inout PriorityFacts) -> Void, daysLeft: Int? = 40) -> Int {
    var facts = PriorityFacts(detention: detention(daysLeft))
    change(&facts)
    return Priority(facts, rules: rules).tier
  }

  @Test func `Overstay, a near term, hearing or appeal are tier 1`() {
    #expect(tier({ _ in }, daysLeft: -1) == 1)
    #expect(tier({ _ in }, daysLeft: 0) == 1)
    #expect(tier({ _ in }, daysLeft: 10) == 1)
    #expect(tier({ _ in }, daysLeft: 11) == 4)
    #expect(tier({ $0.daysToHearing = 7 }) == 1)
    #expect(tier({ $0.daysToHearing = 8 }) == 4)
    #expect(tier({ $0.daysToHearing = -1 }) == 4)
    #expect(tier({ $0.daysToAppealEnd = 7 }) == 1)
    #expect(tier({ $0.isCounselMissing = true }) == 2)
    #expect(tier({ $0.needs = [.illness] }) == 3)
    #expect(tier({ $0.age = 60 }) == 3)
    #expect(tier({ $0.age = 17 }) == 3)
    #expect(tier({ _ in }, daysLeft: nil) == 4)
  }

  @Test func `An overstay takes one meeting, not every slot`() {
    #expect(tier({ $0.hasMetSinceOverstay = true }, daysLeft: -5) == 4)
  }

  @Test func `Waiting lifts by a tier every forty working days, up to the first`() {
    for (waited, expected) in [(0, 4), (39, 4), (40, 3), (79, 3), (80, 2), (119, 2), (120, 1), (400, 1)] {
      #expect(tier({ $0.workingDaysWaiting = waited }) == expected)
    }
  }

  @Test func `Waiting longer never lowers a rank, and always raises it inside a tier`() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<20_000 {
      var facts = randomFacts(using: &generator)
      let before = Priority(facts, rules: rules)
      facts.workingDaysWaiting += Int.random(in: 1...60, using: &generator)
      let after = Priority(facts, rules: rules)
      #expect(after.rank < before.rank)
      #expect(after.tier <= before.tier)
      facts.lostMeetings += 1
      #expect(Priority(facts, rules: rules).rank <= after.rank)
    }
  }

  @Test func `No reason that is added lowers a rank, whatever the rules say`() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<300 {
      let points = PriorityFactor.Kind.allCases.map { kind in
        Rule(
          key: .points(kind), value: .integer(Int.random(in: 0...10_000, using: &generator)),
          validFrom: day("2026-01-01"), source: "test")
      }
      let table = try RuleTable(RuleDefaults.rules + points)
      let other = try PriorityRules(rules: table, on: day("2026-11-23"))
      for _ in 0..<20 {
        var facts = randomFacts(using: &generator)
        facts.needs = []
        let before = Priority(facts, rules: other).rank
        facts.needs = Set(Need.allCases.filter { _ in Bool.random(using: &generator) })
        #expect(Priority(facts, rules: other).rank <= before)
        facts.isCounselMissing = true
        #expect(Priority(facts, rules: other).rank <= before)
      }
    }
  }

  @Test func `The facts are these and no others`() {
    // No religion, ethnicity, money, politics, name, id or place in a file can rank, because ranking does not get them.
    let names = Mirror(reflecting: PriorityFacts(detention: detention(nil))).children.compactMap(\.label)
    #expect(
      names == [
        "detention", "hasMetSinceOverstay", "daysToHearing", "daysToAppealEnd", "isCounselMissing", "age", "sex",
        "needs", "hasBeenSeen", "lostMeetings", "workingDaysWaiting", "isAmongLongestWaiting",
      ])
  }

  @Test func `The letter's id and stage do not rank`() {
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<1_000 {
      var facts = randomFacts(using: &generator)
      let before = Priority(facts, rules: rules)
      facts.detention = DetentionStatus(
        band: facts.detention.band, term: DetentionTerm.ID(using: &generator), stage: .cassation, law: .old,
        daysLeft: facts.detention.daysLeft)
      #expect(Priority(facts, rules: rules) == before)
    }
  }

  @Test func `Places do not depend on the order of the input, and equals share theirs`() {
    var generator = SeededGenerator(seed: 34)
    for _ in 0..<300 {
      let ranks = (0..<30).map { _ in
        Rank(tier: Int.random(in: 1...4, using: &generator), points: Int.random(in: 0...5, using: &generator))
      }
      let places = Rank.places(of: ranks)
      for (first, second) in zip(ranks, places).map({ ($0, $1) }).combinations() {
        #expect((first.0 < second.0) == (first.1 < second.1))
        #expect((first.0 == second.0) == (first.1 == second.1))
      }
      let order = ranks.indices.shuffled(using: &generator)
      #expect(Rank.places(of: order.map { ranks[$0] }) == order.map { places[$0] })
      #expect(places.min() == 1)
    }
    #expect(Rank.places(of: []) == [])
  }

  @Test func `The sum explains itself`() {
    var facts = PriorityFacts(detention: detention(2))
    facts.lostMeetings = 9
    facts.workingDaysWaiting = 45
    facts.hasBeenSeen = true
    let priority = Priority(facts, rules: rules)
    #expect(priority.factors.map(\.kind) == [.termWithinSecondNotice, .lostMeeting, .waiting])
    #expect(priority.factors.map(\.count) == [1, 3, 45])
    #expect(priority.points == 600 + 3 * 60 + 45 * 5)
    #expect(priority.baseTier == 1)
    #expect(priority.promotions == 1)
  }
}

extension Array {
  /// Every pair of two different places, the earlier first.
  fileprivate func combinations() -> [(Element, Element)] {
    indices.flatMap { first in self[(first + 1)...].map { (self[first], $0) } }
  }
}
