import Testing

@testable import Matching

@Suite struct FairnessAuditTests {
  @Test func `The audit's plan is legal, not worse, and every exception has a loss or cannot be swapped`() throws {
    for seed in 0..<200 {
      let problem = RandomProblem.make(UInt64(seed + 80_000), requests: 8)
      let plan = try Engine.solve(problem, .epochs(1))
      let result = FairnessAudit.run(problem, plan)
      let verifier = Verifier(problem)
      #expect(verifier.violations(result.assignments) == [], "seed \(seed)")
      #expect(verifier.score(result.assignments) >= plan.score, "seed \(seed)")
      for exception in result.exceptions {
        if let loss = exception.loss { #expect(loss >= 0, "seed \(seed)") }
      }
    }
  }

  @Test func `A planted injustice is put right`() throws {
    var problem = Problem(days: 1, slotsPerDay: 2, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 1, quota: 1)]
    problem.advocates = [
      Advocate(partner: 0, languages: [0], available: [SlotRange(0, 2)], dailyCap: 1, weeklyCap: 1)
    ]
    problem.rooms = [Room()]
    problem.blocks = [Block(escortCapacity: 1)]
    problem.requests = [
      Request(block: 0, duration: 1, tier: 2, weight: 9, due: 2),
      Request(block: 0, duration: 1, tier: 3, weight: 5, due: 2),
    ]
    var plan = try Engine.solve(problem, .epochs(1))
    plan.assignments = [Assignment(request: 1, advocate: 0, start: 0, room: 0)]
    let result = FairnessAudit.run(problem, plan)
    #expect(result.swaps == 1)
    #expect(result.assignments.map(\.request) == [0])
    #expect(result.exceptions == [])
  }
}
