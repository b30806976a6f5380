import Testing

@testable import Matching

@Suite struct HardRuleTests {
  /// In problems where it matters, the engine without the rule goes beyond the optimum with it and breaks the rule
  /// and no other; with the rule it never does.
  @Test(arguments: HardRule.all.indices)
  func `A hard rule binds: without it the optimum rises and the plan breaks it, with it never`(index: Int) throws {
    let rule = HardRule.all[index]
    var mattered = 0
    var broken = 0
    for seed in 0..<4000 where broken < 3 {
      var problem = RandomProblem.make(UInt64(seed + 70_000), requests: 3)
      rule.prepare(&problem)
      var without = problem
      rule.drop(&without)
      if without == problem { continue }
      let truth = BruteForce(problem)
      let freed = BruteForce(without)
      guard let best = truth.best, let more = freed.best else { continue }
      #expect(more >= best, "seed \(seed)")
      let plan = try Engine.solve(problem, .epochs(1))
      #expect(Verifier(problem).violations(plan.assignments) == [], "seed \(seed)")
      #expect(plan.statistics.withdrawn == 0, "seed \(seed)")
      #expect(plan.score <= best, "seed \(seed)")
      if more == best { continue }
      mattered += 1
      let wild = try Engine.solve(without, .epochs(1))
      if wild.score <= best { continue }
      let found = Verifier(problem).violations(HardRule.folded(wild.assignments, problem))
      #expect(Set(found.map(\.rule)) == [rule.rule], "seed \(seed)")
      broken += 1
    }
    #expect(mattered >= 3)
    #expect(broken == 3)
  }

  @Test func `Every rule of the verifier is among them or has a test of its own`() {
    let elsewhere: Set<Violation.Rule> = [.unknown, .twice, .changes]
    #expect(Set(HardRule.all.map(\.rule)).union(elsewhere) == Set(Violation.Rule.allCases))
  }

  @Test func `A budget of changes holds whenever the published schedule is legal`() throws {
    var wished = 0
    for seed in 0..<150 {
      var problem = RandomProblem.make(UInt64(seed + 90_000), requests: 10)
      problem.published = []
      problem.adverseGroups = []
      let before = try Engine.solve(problem, .epochs(1))
      // The published schedule stays legal, but most would rather be elsewhere now.
      problem.published = before.assignments.map {
        PublishedSession(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room, movePrice: 0)
      }
      for session in before.assignments {
        problem.requests[session.request].costs.append(
          SlotCost(slots: SlotRange(session.start, session.start + 1), perSlot: 7))
      }
      let free = try Engine.solve(problem, .epochs(2))
      for budget in 0..<3 {
        problem.changeBudget = budget
        let plan = try Engine.solve(problem, .epochs(2))
        #expect(plan.certificate.changeLimit == budget, "seed \(seed)")
        #expect(Verifier(problem).violations(plan.assignments, changeLimit: budget) == [], "seed \(seed)")
        if free.statistics.changes > budget { wished += 1 }
      }
    }
    #expect(wished > 50, "without the budget there would be more changes")
  }

  @Test func `Cancelling at random moments gives a legal plan, its score and a bound`() throws {
    var random = RandomNumbers(seed: 44)
    for seed in 0..<120 {
      var problem = RandomProblem.make(UInt64(seed + 95_000), requests: 20)
      if seed % 3 == 0 { problem.changeBudget = seed % 2 }
      let counter = Counter()
      let moment = random.below(12)
      let plan = try Engine.solve(
        problem, Limits(effort: 30, seed: UInt64(seed), now: { 0 }, isCancelled: { counter.next() >= moment }))
      #expect(Verifier(problem).violations(plan.assignments) == [], "seed \(seed)")
      #expect(plan.statistics.withdrawn == 0, "seed \(seed)")
      #expect(plan.score == BruteForce.score(problem, plan.assignments), "seed \(seed)")
      #expect(plan.certificate.bound >= plan.score.total, "seed \(seed)")
    }
  }

  @Test func `A run cancelled from another thread while it is at work is legal`() async throws {
    let problem = RandomProblem.make(96_001, requests: 40)
    for round in 0..<12 {
      let asked = Counter()
      let run = Task {
        try await Engine.solveAside(
          problem, Limits(effort: 100_000, seed: UInt64(round), now: { 0 }, isCancelled: { asked.value > 0 }))
      }
      for _ in 0..<round { await Task.yield() }
      _ = asked.next()
      let plan = try await run.value
      #expect(Verifier(problem).violations(plan.assignments) == [])
      #expect(plan.certificate.bound >= plan.score.total)
    }
  }
}
