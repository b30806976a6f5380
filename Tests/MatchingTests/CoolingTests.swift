import Testing

@testable import Matching

@Suite struct CoolingTests {
  @Test func `Without a change of plan progress is even, and goes on beyond the plan`() {
    let cooling = Cooling(planned: 8)
    #expect((0...12).map(cooling.progress) == (0...12).map { Double($0) / 8 })
    #expect(cooling.isOver(8) && !cooling.isOver(7))
  }

  @Test func `A change of plan spreads what is left and cools nothing twice`() {
    var cooling = Cooling(planned: 10)
    cooling.plan(7, at: 4)
    #expect(cooling.progress(4) == 0.4)
    #expect(abs(cooling.progress(5) - 0.6) < 1e-9 && abs(cooling.progress(7) - 1) < 1e-9)
    cooling.plan(2, at: 5)
    #expect(cooling.planned == 6, "one epoch is left at least")
    #expect(abs(cooling.progress(6) - 1) < 1e-9)
    cooling.plan(50, at: 6)
    #expect(cooling.planned == 6, "a cooling that has ended stays as it is")
  }

  /// Every call of the clock is a step of time; epochs ask it a fixed number of times.
  @Test(arguments: [1, 3, 8])
  func `A machine that gets slower half-way still ends its cooling, but for one epoch in eight`(slower: Int) throws {
    for seed in 0..<4 {
      let problem = RandomProblem.make(UInt64(seed + 61_000), requests: 60)
      let clock = Counter()
      let plan = try Engine.solve(
        problem,
        Limits(
          milliseconds: 120,
          now: {
            let ticks = clock.next()
            return 997 * (ticks > 60 ? 60 + slower * (ticks - 60) : ticks)
          }))
      if plan.isOptimal { continue }
      let planned = plan.statistics.replans.last?.planned ?? plan.statistics.planned
      #expect(plan.statistics.effort + (planned + 7) / 8 >= planned, "seed \(seed): \(plan.statistics)")
    }
  }
}
