import Testing

@testable import Matching

/// Days that count, in every place where costs enter: bound, search, score, audits, explanations.
@Suite struct CostTests {
  @Test(arguments: 0..<4)
  func `With days that count bound, optimum and value are in order`(part: Int) throws {
    var reached = 0
    var tight = 0
    for seed in part * 75..<(part + 1) * 75 {
      var problem = RandomProblem.make(UInt64(seed + 500_000))
      DayCosts.add(to: &problem, seed)
      // Every third one has wishes, too: costs below zero.
      if seed % 3 == 0 {
        for index in problem.requests.indices {
          problem.requests[index].costs.append(SlotCost(slots: SlotRange(0, 1), perSlot: -30))
        }
      }
      let plan = try Engine.solve(problem, .epochs(2))
      let truth = BruteForce(problem)
      let best = try #require(truth.best)
      #expect(Verifier(problem).violations(plan.assignments) == [], "seed \(seed)")
      #expect(plan.score == BruteForce.score(problem, plan.assignments), "seed \(seed)")
      #expect(plan.certificate.bound >= truth.highestTotal, "seed \(seed)")
      #expect(Engine.bound(problem, prices: plan.certificate.prices) == plan.certificate.bound, "seed \(seed)")
      if plan.score == best { reached += 1 }
      // A bound that left the costs out could not be this low.
      if plan.certificate.bound - truth.highestTotal <= 3 { tight += 1 }
    }
    #expect(reached >= 66, "the search finds the optimum: \(reached)")
    #expect(tight >= 15, "the bound knows the costs: \(tight)")
  }

  @Test func `What a place would cost is what the score loses`() throws {
    var compared = 0
    for seed in 0..<60 {
      var problem = RandomProblem.make(UInt64(seed + 510_000), requests: 3)
      problem.published = []
      DayCosts.add(to: &problem, seed)
      let plan = try Engine.solve(problem, .epochs(0))
      let explainer = Explainer(problem, plan)
      let score = Verifier(problem).score(plan.assignments)
      let halfDays = HalfDays(problem)
      for session in plan.assignments {
        let explanation = explainer.explain(session.request, withRelaxations: false)
        for place in explanation.places where place.exclusions.isEmpty {
          // Nobody is in the way: the loss is that of the cheapest legal start there.
          let first = halfDays.first[place.halfDay]
          var least: Int?
          for start in first..<first + halfDays.length[place.halfDay] {
            for room in problem.rooms.indices {
              let moved = plan.assignments.map {
                $0.request == session.request
                  ? Assignment(request: $0.request, advocate: place.advocate, start: start, room: room) : $0
              }
              if !Verifier(problem).violations(moved).isEmpty { continue }
              let loss = score.total - BruteForce.score(problem, moved).total
              least = min(least ?? loss, loss)
            }
          }
          guard let least, let value = place.displacedValue, place.advocate != session.advocate else { continue }
          #expect(value <= least, "seed \(seed)")
          compared += 1
        }
      }
    }
    #expect(compared > 4)
  }
}
