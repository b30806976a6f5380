import BankumModel
import Matching
import SeededNumbers
import Testing

@testable import BankumPlanning

@Suite("What a day is worth")
struct DayPricesTests {
  private func rules(_ changes: [(RuleKey, Int)] = []) throws -> DayValueRules {
    var table = RuleDefaults.table
    for (key, value) in changes {
      table = try table.adding(
        Rule(key: key, value: .integer(value), validFrom: day("2026-01-01"), source: "letter 1"))
    }
    return try DayValueRules(rules: table, on: day("2026-11-23"))
  }

  private func prices(_ facts: HouseFacts, duration: Int = 5) throws -> DayPrices {
    let index = try SmallHouse.index(facts)
    return DayPrices(index.profiles[0], duration: duration, period: index.period, rules: index.numbers.value)
  }

  @Test(
    "a later day is never worth more, the last is worth the rank alone, and the engine sums up what is told",
    arguments: 0..<100 as Range<UInt64>)
  func monotone(seed: UInt64) throws {
    let planning = try ProblemBuilder.build(try SmallHouse.index(RandomHouse.facts(seed: seed)))
    for (position, item) in planning.items.enumerated() {
      guard case .request(let profile, _) = item else { continue }
      let request = planning.problem.requests[position]
      let prices = DayPrices(
        profile, duration: request.duration, period: planning.index.period, rules: planning.index.numbers.value)
      #expect(prices.prices.first == 0 || profile.clocks.contains { $0.lastDay < planning.index.period.days.first })
      #expect(zip(prices.prices, prices.prices.dropFirst()).allSatisfy { $0 <= $1 })
      guard profile.inmate.training.isEmpty else { continue }
      let last = prices.price(on: planning.index.period.days.last)
      for date in planning.index.period.days.days {
        let start = planning.grid.firstSlot(date) + 40
        var paid = 0
        for slot in start..<start + request.duration {
          for cost in request.costs where cost.slots.contains(slot) { paid += cost.perSlot }
        }
        #expect(paid == prices.price(on: date) - last)
      }
    }
  }

  @Test("a day costs whoever ranks first at least as much")
  func byRank() throws {
    let rules = try rules()
    var dice = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let ranks = (0..<2).map { _ in Rank(tier: dice.number(1...4), points: dice.number(0...4_000)) }.sorted()
      #expect(rules.perDay(ranks[0], isOverstay: false) >= rules.perDay(ranks[1], isOverstay: false))
    }
  }

  @Test("the day after a clock costs much more than a day of waiting, and the clock's own day does not")
  func clock() throws {
    var facts = SmallHouse.facts()
    facts.terms[0].last = day("2026-11-25")
    let prices = try prices(facts)
    let (tuesday, wednesday, thursday) = (day("2026-11-24"), day("2026-11-25"), day("2026-11-26"))
    let step = prices.price(on: wednesday) - prices.price(on: tuesday)
    #expect(step > 0 && step < 200)
    #expect(prices.price(on: thursday) - prices.price(on: wednesday) >= 3_600)
  }

  @Test("a hearing counts from the days that it takes to prepare")
  func hearing() throws {
    var facts = SmallHouse.facts()
    facts.hearings = [Hearing(id: Hearing.ID(bits: 1), inmate: SmallHouse.inmate, date: day("2026-11-27"))]
    #expect(try SmallHouse.index(facts).profiles[0].clocks.contains(MeetingClock(.hearing, lastDay: day("2026-11-26"))))
    let rule = Rule(
      key: .hearingPreparationDays, value: .integer(3), validFrom: day("2026-01-01"), source: "letter 1")
    facts.rules = try facts.rules.adding(rule)
    #expect(try SmallHouse.index(facts).profiles[0].clocks.contains(MeetingClock(.hearing, lastDay: day("2026-11-24"))))
  }

  @Test("outside the first tier a day saves less than a meeting is worth", arguments: 0..<60 as Range<UInt64>)
  func worthIt(seed: UInt64) throws {
    let index = try SmallHouse.index(RandomHouse.facts(seed: seed))
    for profile in index.profiles where profile.priority.tier > 1 {
      let prices = DayPrices(profile, duration: 5, period: index.period, rules: index.numbers.value)
      #expect((prices.prices.max() ?? 0) < PlanningWeights.weight(profile.priority.rank))
    }
  }

  @Test(
    "rules that would serve the queue backwards are refused with their place",
    arguments: [
      ([(RuleKey.valueOfDay(tier: 3), 30)], "value.day.tier3"), ([(.valueOfDay(tier: 1), 10)], "value.day.tier2"),
      ([(.valueAfter(.termLater), 9_000)], "value.after.termLater"),
      ([(.valueAfter(.termWithinSecondNotice), 100)], "value.after.termWithinFirstNotice"),
    ])
  func backwards(changes: [(RuleKey, Int)], place: String) throws {
    #expect { try rules(changes) } throws: { error in
      (error as? ModelError)?.code == .ruleValue && (error as? ModelError)?.problems.first?.place == place
    }
    var facts = SmallHouse.facts()
    for (key, value) in changes {
      facts.rules = try facts.rules.adding(
        Rule(key: key, value: .integer(value), validFrom: day("2026-01-01"), source: "letter 1"))
    }
    #expect { try SmallHouse.index(facts) } throws: { error in
      (error as? PlanningError)?.code == .facts && (error as? PlanningError)?.problems.first?.place == place
    }
  }

  @Test("a value that makes later worth more, or overflows, is none that a rule takes")
  func limits() {
    for key in RuleCatalogue.definitions.map(\.key) where key.code.hasPrefix("value.") {
      for value in [-1, 1 << 40, Int.max] {
        let rule = Rule(key: key, value: .integer(value), validFrom: day("2026-01-01"), source: "letter 1")
        #expect(rule.problems.map(\.place) == ["value"], "\(key) \(value)")
      }
    }
  }
}
