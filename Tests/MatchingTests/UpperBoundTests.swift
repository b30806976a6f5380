import Testing

@testable import Matching

@Suite struct UpperBoundTests {
  @Test func `Any prices of at least nothing give a bound`() throws {
    for seed in 0..<300 {
      let problem = RandomProblem.make(UInt64(seed + 33_000))
      let truth = BruteForce(problem).highestTotal
      let ground = Ground(problem)
      let layout = PriceLayout(ground)
      let tables = PriceTables(ground, layout)
      var random = RandomNumbers(seed: UInt64(seed))
      for _ in 0..<3 {
        let prices = layout.certificateOrder.map { position in
          random.below(3) > 0 ? 0 : position < layout.partner ? random.below(30) : random.below(30) - 15
        }
        let bound = try #require(UpperBound.bound(ground, tables, prices))
        #expect(bound >= truth, "seed \(seed)")
      }
    }
  }

  @Test func `A negative price proves nothing`() throws {
    let ground = Ground(RandomProblem.make(4))
    let layout = PriceLayout(ground)
    let tables = PriceTables(ground, layout)
    let capacities = UpperBound.capacities(ground, layout)
    let order = layout.certificateOrder
    let priced = try #require(order.firstIndex { capacities[$0] > 0 })
    var prices = Array(repeating: 0, count: order.count)
    prices[priced] = -1
    #expect(UpperBound.bound(ground, tables, prices) == nil)
  }
}
