import Testing

@testable import Matching

@Suite struct PartnerCutTests {
  @Test func `No legal plan serves more of a cut's requests than it says`() {
    var cuts = 0
    for seed in 0..<1500 {
      var problem = RandomProblem.make(UInt64(seed + 43_000))
      problem.published = []
      let found = PartnerCut.all(Ground(problem))
      for cut in found {
        var counted = problem
        // Only the cut's requests count, one each.
        counted.weights = Weights()
        for index in counted.requests.indices {
          counted.requests[index].weight = cut.requests.contains(index) ? 1 : 0
          counted.requests[index].costs = []
        }
        #expect(BruteForce(counted).highestTotal <= cut.most, "seed \(seed)")
        #expect(cut.requests.count > cut.most)
        cuts += 1
      }
    }
    #expect(cuts > 100)
  }

  @Test func `Three adverse people and one partner: one is served, and the bound knows it`() throws {
    var problem = Problem(days: 1, slotsPerDay: 12, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 0, quota: 9)]
    problem.advocates = [
      Advocate(partner: 0, languages: [0], available: [SlotRange(0, 12)], dailyCap: 9, weeklyCap: 9)
    ]
    problem.rooms = [Room()]
    problem.blocks = [Block(escortCapacity: 1)]
    problem.requests = (0..<3).map { Request(block: 0, duration: 2, tier: 1, weight: 10 + $0, due: 12) }
    problem.adverseGroups = [[[0], [1], [2]]]
    let plan = try Engine.solve(problem, .epochs(4))
    #expect(plan.assignments.map(\.request) == [2])
    #expect(plan.isOptimal)
  }
}
