import Testing

@testable import Matching

@Suite struct CanonicalOrderTests {
  @Test(arguments: 0..<6)
  func `Permuting the input permutes the answer`(part: Int) throws {
    for seed in part * 60..<(part + 1) * 60 {
      let problem = RandomProblem.make(UInt64(seed + 50_000), requests: 9)
      let permuted = Permutation(problem, seed: UInt64(seed))
      try permuted.problem.validate()
      let plan = try Engine.solve(problem, .epochs(2))
      let other = try Engine.solve(permuted.problem, .epochs(2))
      #expect(plan.score == other.score, "seed \(seed)")
      #expect(plan.certificate.bound == other.certificate.bound, "seed \(seed)")
      #expect(Verifier(problem).violations(permuted.restored(other.assignments)) == [], "seed \(seed)")
      // Where no two parts are alike the very sessions are the same.
      var colours = Colours(problem)
      colours.refine()
      let parts =
        problem.requests.count + problem.advocates.count + problem.rooms.count + problem.partners.count
        + problem.blocks.count
      if colours.count == parts {
        #expect(plan.assignments == permuted.restored(other.assignments), "seed \(seed)")
        #expect(plan.certificate.prices.sorted() == other.certificate.prices.sorted(), "seed \(seed)")
      }
    }
  }

  @Test func `Prices go to canonical positions and back`() throws {
    let problem = RandomProblem.make(123, requests: 9)
    let order = CanonicalOrder(problem)
    let plan = try Engine.solve(problem, .epochs(1))
    #expect(order.restored(order.canonical(plan.certificate.prices)) == plan.certificate.prices)
  }
}
