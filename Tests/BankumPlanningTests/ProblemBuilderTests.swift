import BankumModel
import Matching
import SeededNumbers
import Testing

@testable import BankumPlanning

@Suite("The engine's problem")
struct ProblemBuilderTests {
  /// What the problem says about one placement beside meetings that stay and those published.
  private func allows(_ planning: PlanningProblem, _ placement: Placement, beside: [Assignment]) -> Bool {
    let verifier = Verifier(planning.problem)
    return planning.assignments(placement).contains { assignment in
      verifier.violations(beside.filter { $0.request != assignment.request } + [assignment]).isEmpty
    }
  }

  @Test("what the problem allows the rule set allows, and the reverse up to the grid", arguments: 0..<60)
  func agreement(seed: Int) throws {
    let empty = RandomHouse.facts(seed: UInt64(seed))
    let facts = try seed % 3 == 0 ? empty : RandomHouse.publishing(empty, seed % 4, seed: UInt64(seed))
    let index = try SmallHouse.index(facts)
    let planning = try ProblemBuilder.build(index)
    let check = RuleCheck(index)
    let published = planning.problem.published.map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    #expect(Verifier(planning.problem).violations(published).isEmpty, "the schedule in force is lawful")
    var dice = SeededGenerator(seed: UInt64(seed) &+ 1000)
    var allowed = 0
    var excused = 0
    for profile in index.profiles where !planning.served.contains(profile.request.id) {
      for _ in 0..<150 {
        var placement = RandomHouse.randomPlacement(facts, request: profile.request.id, using: &dice)
        placement.minutes = planning.movable[profile.request.id]?.hours.minutes
        let breaches = check.breaches(placement)
        if allows(planning, placement, beside: published) {
          #expect(breaches.isEmpty, "\(seed): \(breaches) \(placement)")
          allowed += 1
        } else if breaches.isEmpty {
          excused += 1
          #expect(GridEffects.explain(index, placement), "\(seed): the problem refuses \(placement)")
        }
      }
    }
    // A house where the problem allows hardly anything that the rule set allows would prove nothing.
    #expect(excused <= allowed + 40, "\(seed): \(excused) of \(allowed + excused) are grid effects")
  }

  @Test("the random houses leave enough room for the comparison to mean something")
  func comparisonHasWeight() throws {
    var allowed = 0
    for seed in 0..<30 {
      let facts = RandomHouse.facts(seed: UInt64(seed))
      let check = RuleCheck(try SmallHouse.index(facts))
      var dice = SeededGenerator(seed: UInt64(seed))
      for request in facts.requests {
        for _ in 0..<100 {
          let placement = RandomHouse.randomPlacement(facts, request: request.id, using: &dice)
          if check.breaches(placement).isEmpty { allowed += 1 }
        }
      }
    }
    #expect(allowed > 200)
  }
}
