import Testing

@testable import Matching

/// Who is served worse than somebody below, against the verifier and every exchange there is.
@Suite struct OrderAuditTests {
  @Test func `Whoever is served worse than a lower rank is listed with the least loss, and no exchange is better`()
    throws
  {
    var listed = 0
    var exchanges = 0
    for seed in 0..<600 {
      var problem = RandomProblem.make(UInt64(seed + 400_000), requests: 12)
      problem.published = []
      for index in problem.partners.indices { problem.partners[index].quota = 9 }
      for index in problem.blocks.indices { problem.blocks[index].escortCapacity = 2 }
      DayCosts.add(to: &problem, seed)
      var unjust = problem
      for index in problem.requests.indices { unjust.requests[index].costs = [] }
      let before = try Engine.solve(unjust, .epochs(0))
      let result = OrderAudit.run(problem, before)
      let verifier = Verifier(problem)
      let score = verifier.score(result.assignments)
      #expect(verifier.violations(result.assignments) == [], "seed \(seed)")
      #expect(result.exchanges == 0 || score > verifier.score(before.assignments), "seed \(seed)")
      exchanges += result.exchanges
      for (first, high) in result.assignments.enumerated() {
        let found = result.inversions.filter { $0.higher == high.request }
        #expect(found.count <= 1)
        if let one = found.first {
          listed += 1
          #expect(one.gain > 0 && one.loss >= 0, "seed \(seed)")
          #expect(OrderAuditTests.ranksAbove(problem, one.higher, one.lower), "seed \(seed)")
        }
        for (second, low) in result.assignments.enumerated()
        where OrderAuditTests.ranksAbove(problem, high.request, low.request) {
          for rooms in [(high.room, low.room), (low.room, high.room)] {
            var swapped = result.assignments
            swapped[first] = Assignment(
              request: high.request, advocate: low.advocate, start: low.start, room: rooms.1)
            swapped[second] = Assignment(
              request: low.request, advocate: high.advocate, start: high.start, room: rooms.0)
            let own = OrderAuditTests.worth(problem, swapped[first]) - OrderAuditTests.worth(problem, high)
            if own <= 0 || !verifier.violations(swapped).isEmpty { continue }
            let loss = score.total - verifier.score(swapped).total
            #expect(loss >= 0, "seed \(seed): \(high) for \(low)")
            #expect(found.first.map { $0.loss <= loss } ?? false, "seed \(seed): \(high) for \(low)")
          }
        }
      }
    }
    #expect(listed > 3)
    #expect(exchanges > 8)
  }

  @Test func `A run that is audited lists them in the certificate, another does not`() throws {
    var listed = 0
    for seed in 0..<60 {
      var problem = RandomProblem.make(UInt64(seed + 410_000), requests: 12)
      DayCosts.add(to: &problem, seed)
      var limits = Limits.epochs(2)
      #expect(try Engine.solve(problem, limits).certificate.inversions == nil)
      limits.auditsFairness = true
      let plan = try Engine.solve(problem, limits)
      listed += try #require(plan.certificate.inversions).count
      #expect(Verifier(problem).violations(plan.assignments) == [], "seed \(seed)")
    }
    #expect(listed > 0)
  }

  private static func worth(_ problem: Problem, _ session: Assignment) -> Int {
    var alone = problem
    alone.partners = problem.partners.map { Partner(target: 0, quota: $0.quota) }
    alone.weights.fairPerSession = 0
    return BruteForce.score(alone, [session]).total
  }

  private static func ranksAbove(_ problem: Problem, _ first: Int, _ second: Int) -> Bool {
    let one = problem.requests[first]
    let other = problem.requests[second]
    return one.tier != other.tier ? one.tier < other.tier : one.weight > other.weight
  }
}
