import Synchronization
import Testing

@testable import Matching

/// What a run tells while it is at work, what it starts from, and that the load does not change it.
@Suite struct RunTests {
  @Test func `Progress comes after each epoch; the objective only rises and the bound only falls`() throws {
    for seed in 0..<5 {
      let problem = RandomProblem.make(UInt64(seed + 230_000), requests: 30)
      let told = Mutex<[Limits.Progress]>([])
      let plan = try Engine.solve(
        problem, Limits(effort: 8, now: { 0 }, progress: { state in told.withLock { $0.append(state) } }))
      let states = told.withLock(\.self)
      #expect(states.map(\.epoch) == Array(1..<states.count + 1), "seed \(seed)")
      #expect(states.count == plan.statistics.effort && states.allSatisfy { $0.planned == 8 })
      for (earlier, later) in zip(states, states.dropFirst()) {
        #expect(later.objective >= earlier.objective && later.bound <= earlier.bound, "seed \(seed)")
      }
      if let last = states.last { #expect(plan.certificate.bound <= last.bound) }
    }
  }

  @Test func `Four runs at once, on fewer cores, each give what one alone gives`() async throws {
    let problem = RandomProblem.make(240_000, requests: 60)
    let alone = try Engine.solve(problem, .epochs(3))
    let plans = try await withThrowingTaskGroup { group in
      for _ in 0..<4 { group.addTask { try await Engine.solveAside(problem, .epochs(3)) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(plans == Array(repeating: alone, count: 4))
  }

  @Test func `Prices of another shape are ignored, and those of the last run prove as much at once`() throws {
    for seed in 0..<10 {
      let problem = RandomProblem.make(UInt64(seed + 250_000), requests: 20)
      let long = try Engine.solve(problem, .epochs(8))
      #expect(try Engine.solve(problem, .epochs(1), prices: [1, 2]) == Engine.solve(problem, .epochs(1)))
      let again = try Engine.solve(problem, .epochs(1), prices: long.certificate.prices)
      #expect(again.certificate.bound <= long.certificate.bound, "seed \(seed)")
    }
  }

  @Test func `A run starts from the sessions that it is given, and drops those that are illegal`() throws {
    for seed in 0..<12 {
      let problem = RandomProblem.make(UInt64(seed + 260_000), requests: 20)
      let long = try Engine.solve(problem, .epochs(4))
      // With one session at an impossible place; the rest is as good as it was.
      var start = long.assignments
      if let last = start.indices.last { start[last].start = 0 }
      let again = try Engine.solve(problem, .epochs(1), start: start)
      #expect(Verifier(problem).violations(again.assignments) == [], "seed \(seed)")
      let same = try Engine.solve(problem, .epochs(1), start: long.assignments)
      #expect(same.score >= long.score, "seed \(seed)")
    }
  }
}
