import Testing

@testable import Matching

@Suite struct ReservationTests {
  /// Whether any legal plan serves a request.
  private static func hasPlan(_ problem: Problem, serving request: Int) -> Bool {
    let reserved = problem.reserving(request)
    guard let best = BruteForce(reserved).best else { return false }
    return best.tierOne >= reserved.requests[request].weight
  }

  @Test(arguments: 0..<4)
  func `A request gets its place whenever any plan of the relaxed problem serves it`(part: Int) throws {
    var placed = 0
    for seed in part * 15..<(part + 1) * 15 {
      let problem = RandomProblem.make(UInt64(seed + 300_000))
      let plan = try Engine.solve(problem, .epochs(2))
      let served = Set(plan.assignments.map(\.request))
      for request in problem.requests.indices where !served.contains(request) {
        for relaxation in [nil, .escort, .caps(advocate: 0), .quota(partner: 0), .oneMoreRoom] as [Relaxation?] {
          let relaxed = relaxation?.applied(to: problem, for: request) ?? problem
          let found = try Engine.reserve(request, relaxation, in: problem, from: plan.assignments, .epochs(1))
          #expect((found != nil) == ReservationTests.hasPlan(relaxed, serving: request), "seed \(seed): \(request)")
          guard let found else { continue }
          placed += 1
          #expect(Verifier(relaxed).violations(found.assignments) == [], "seed \(seed)")
          #expect(found.assignments.contains(found.place) && found.place.request == request)
          #expect(found.score == BruteForce.score(relaxed, found.assignments), "seed \(seed)")
          let now = Set(found.assignments.map(\.request))
          #expect(found.displaced == served.subtracting(now).sorted(), "seed \(seed)")
          #expect(!found.otherwise.contains(request) && served.isDisjoint(with: found.otherwise), "seed \(seed)")
        }
      }
    }
    #expect(placed > 0)
  }

  @Test func `What is added for one request would go to who ranks above, and does not`() throws {
    // One advocate with one place: the first holds it; one more session is allowed for the last.
    var problem = Problem(days: 1, slotsPerDay: 2, daysPerWeek: 1, weights: Weights())
    problem.partners = [Partner(target: 0, quota: 9)]
    problem.advocates = [
      Advocate(
        partner: 0, gender: 0, skills: [], languages: [0], available: [SlotRange(0, 2)], dailyCap: 1, weeklyCap: 1)
    ]
    problem.rooms = [Room(accessible: false)]
    problem.blocks = [Block(escortCapacity: 2)]
    problem.requests = [9, 5, 1].map { Request(block: 0, duration: 1, tier: 2, weight: $0, due: 2) }
    let plan = try Engine.solve(problem, .epochs(1))
    #expect(plan.assignments.map(\.request) == [0])
    let found = try #require(
      try Engine.reserve(2, .caps(advocate: 0), in: problem, from: plan.assignments, .epochs(1)))
    #expect(found.assignments.map(\.request) == [0, 2])
    #expect(found.displaced == [] && found.otherwise == [1])
    let forced = try #require(try Engine.reserve(2, in: problem, from: plan.assignments, .epochs(1)))
    #expect(forced.displaced == [0] && forced.otherwise == [])
  }

  @Test func `A whole run over the reserved problem places the request, however many of tier 1 wait`() throws {
    for seed in 0..<12 {
      let problem = RandomProblem.make(UInt64(seed + 310_000), requests: 14)
      let plan = try Engine.solve(problem, .epochs(2))
      let served = Set(plan.assignments.map(\.request))
      for request in problem.requests.indices where !served.contains(request) {
        if try Engine.reserve(request, in: problem, from: plan.assignments, .epochs(1)) == nil { continue }
        let run = try Engine.solve(problem.reserving(request), .epochs(2, seed: 9))
        #expect(run.assignments.contains { $0.request == request }, "seed \(seed): \(request)")
      }
    }
  }
}
