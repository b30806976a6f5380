import Testing

@testable import Matching

@Suite struct EngineTests {
  @Test(arguments: 0..<8)
  func `On tiny problems bound, optimum and value are in order and optimal means optimal`(part: Int) throws {
    var optimal = 0
    var reached = 0
    for seed in part * 250..<(part + 1) * 250 {
      let problem = RandomProblem.make(UInt64(seed))
      let plan = try Engine.solve(problem, .epochs(2))
      let truth = BruteForce(problem)
      let best = try #require(truth.best, "seed \(seed): the empty plan is legal unless frozen sessions clash")
      #expect(Verifier(problem).violations(plan.assignments) == [], "seed \(seed)")
      #expect(plan.statistics.withdrawn == 0, "seed \(seed)")
      #expect(plan.score == BruteForce.score(problem, plan.assignments), "seed \(seed)")
      #expect(plan.certificate.bound >= truth.highestTotal, "seed \(seed)")
      #expect(Engine.bound(problem, prices: plan.certificate.prices) == plan.certificate.bound, "seed \(seed)")
      #expect(plan.score <= best, "seed \(seed)")
      #expect(plan.certificate.tierOne.bound >= best.tierOne, "seed \(seed)")
      #expect(plan.certificate.tierOne.value == plan.score.tierOne, "seed \(seed)")
      if plan.isOptimal {
        optimal += 1
        #expect(plan.score == best, "seed \(seed)")
      }
      if plan.score == best { reached += 1 }
    }
    #expect(optimal > 50, "the bound is tight on a good part of such problems")
    #expect(reached > 225, "the search finds the optimum of nearly all such problems")
  }

  @Test func `The same effort and seed give the same plan, another seed may not`() throws {
    for seed in 0..<40 {
      let problem = RandomProblem.make(UInt64(seed + 9000), requests: 12)
      let first = try Engine.solve(problem, .epochs(3, seed: 5))
      let second = try Engine.solve(problem, .epochs(3, seed: 5))
      #expect(first == second)
    }
  }

  @Test func `Prices of another problem cost no proof`() throws {
    for seed in 0..<20 {
      let problem = RandomProblem.make(UInt64(seed + 12_000), requests: 12)
      let cold = try Engine.solve(problem, .epochs(20))
      let count = cold.certificate.prices.count
      for other in [[], Array(repeating: 0, count: count), (0..<count).map { $0 % 5 * 400 }] {
        let plan = try Engine.solve(problem, .epochs(20), prices: other)
        #expect(plan.certificate.bound <= cold.certificate.bound + 1, "seed \(seed)")
      }
    }
  }

  @Test func `Progress tells the score of the best plan so far`() throws {
    for seed in 0..<20 {
      let problem = RandomProblem.make(UInt64(seed + 15_000), requests: 12)
      let told = LastValue()
      var limits = Limits.epochs(4)
      limits.progress = { told.keep($0.objective) }
      let plan = try Engine.solve(problem, limits)
      #expect(told.value ?? plan.score.total == plan.score.total, "seed \(seed)")
    }
  }

  @Test func `A change budget holds beyond what cannot be avoided`() throws {
    for seed in 0..<300 {
      var problem = RandomProblem.make(UInt64(seed + 20_000), requests: 5)
      problem.changeBudget = seed % 2
      let plan = try Engine.solve(problem, .epochs(2))
      let limit = try #require(plan.certificate.changeLimit)
      #expect(limit == plan.certificate.unavoidableChanges + seed % 2)
      #expect(plan.certificate.unavoidableChanges <= plan.statistics.changes)
      #expect(Verifier(problem).violations(plan.assignments) == [])
    }
  }

  @Test func `Cancelling at any epoch gives a legal plan and a bound`() throws {
    let problem = RandomProblem.make(31, requests: 12)
    for stop in 0..<5 {
      let counter = Counter()
      let plan = try Engine.solve(
        problem, Limits(effort: 50, now: { 0 }, isCancelled: { counter.next() > stop }))
      #expect(Verifier(problem).violations(plan.assignments) == [])
      #expect(plan.certificate.bound >= plan.score.total)
      #expect(plan.statistics.effort == min(50, stop + 1))
    }
  }

  @Test func `A run that a time limit ended is repeated with its effort and plan`() throws {
    for seed in 0..<8 {
      let problem = RandomProblem.make(UInt64(seed + 60_000), requests: 40)
      let clock = Counter()
      // Half of these machines get three times slower on the way, and their runs change the plan.
      let cut = try Engine.solve(
        problem,
        Limits(
          milliseconds: 90 + seed * 5, seed: 3,
          now: {
            let ticks = clock.next()
            return 997 * (seed % 2 == 1 && ticks > 40 ? 3 * ticks - 80 : ticks)
          }))
      var limits = Limits(effort: cut.statistics.effort, planned: cut.statistics.planned, seed: 3, now: { 0 })
      limits.replans = cut.statistics.replans
      let again = try Engine.solve(problem, limits)
      if seed % 2 == 1 { #expect(!cut.statistics.replans.isEmpty, "seed \(seed)") }
      #expect(cut.statistics.replans == again.statistics.replans)
      #expect(cut.assignments == again.assignments)
      #expect(cut.certificate == again.certificate)
      #expect(cut.statistics.accepted == again.statistics.accepted)
    }
  }

  @Test func `A caller who goes ends a run that is aside`() async throws {
    let problem = RandomProblem.make(96_001, requests: 40)
    let run = Task { try await Engine.solveAside(problem, .epochs(1_000_000)) }
    run.cancel()
    let plan = try await run.value
    #expect(plan.statistics.effort < 1_000_000)
    #expect(Verifier(problem).violations(plan.assignments) == [])
  }

  @Test func `Aside gives what solve gives`() async throws {
    let problem = RandomProblem.make(5, requests: 8)
    let plan = try Engine.solve(problem, .epochs(2))
    let aside = try await Engine.solveAside(problem, .epochs(2))
    #expect(plan == aside)
  }
}
