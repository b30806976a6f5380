import Testing

@testable import Matching

@Suite struct UnavoidableChangesTests {
  /// The fewest published sessions to drop so that the rest are legal and every frozen one that binds is there:
  /// every set of them, one by one, before the verifier.
  private static func fewest(_ problem: Problem) -> Int? {
    let verifier = Verifier(problem)
    let sessions = problem.published.map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    return (0..<1 << sessions.count).compactMap { set in
      let kept = sessions.indices.filter { set >> $0 & 1 == 1 }.map { sessions[$0] }
      return verifier.violations(kept).isEmpty ? sessions.count - kept.count : nil
    }.min()
  }

  @Test func `The bound on changes is the fewest that any legal plan makes, and what is kept is legal`() throws {
    var together = 0
    for seed in 0..<1500 {
      var problem = RandomProblem.make(UInt64(seed + 130_000), requests: 7)
      UnavoidableChangesTests.publishMore(&problem, seed: UInt64(seed))
      let fewest = try #require(UnavoidableChangesTests.fewest(problem), "seed \(seed)")
      let found = UnavoidableChanges(problem)
      #expect(found.count == fewest, "seed \(seed)")
      #expect(problem.published.count - found.kept.count == fewest, "seed \(seed)")
      let verifier = Verifier(problem)
      let kept = problem.published.filter { found.kept.contains($0.request) }.map {
        Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
      }
      #expect(verifier.violations(kept) == [], "seed \(seed)")
      let alone = problem.published.count {
        verifier.breaksAlone(
          Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room))
      }
      if fewest > alone { together += 1 }
    }
    #expect(together > 250, "in many of them sessions are in each other's way")
  }

  @Test func `Whatever was published, no more changes than the unavoidable ones and the budget`() throws {
    for seed in 0..<150 {
      var problem = RandomProblem.make(UInt64(seed + 140_000), requests: 7)
      UnavoidableChangesTests.publishMore(&problem, seed: UInt64(seed))
      problem.changeBudget = seed % 3
      let plan = try Engine.solve(problem, .epochs(1))
      #expect(plan.certificate.unavoidableChanges == UnavoidableChangesTests.fewest(problem), "seed \(seed)")
      #expect(plan.certificate.changeLimit == plan.certificate.unavoidableChanges + seed % 3, "seed \(seed)")
      #expect(
        Verifier(problem).violations(plan.assignments, changeLimit: plan.certificate.changeLimit) == [],
        "seed \(seed)")
    }
  }

  @Test func `One heavy session that two light ones are kept apart from goes when one change is enough`() throws {
    var problem = Problem(days: 1, slotsPerDay: 1, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 3, quota: 9)]
    problem.advocates = (0..<3).map { _ in
      Advocate(partner: 0, languages: [0], available: [SlotRange(0, 1)], dailyCap: 9, weeklyCap: 9)
    }
    problem.rooms = [Room(), Room(), Room()]
    problem.blocks = [Block(escortCapacity: 9)]
    problem.requests = [30, 5, 5].map { Request(block: 0, duration: 1, tier: 2, weight: $0, due: 1) }
    problem.apartPairs = [ApartPair(0, 1), ApartPair(0, 2)]
    problem.published = (0..<3).map { PublishedSession(request: $0, advocate: $0, start: 0, room: $0) }
    problem.changeBudget = 0
    let plan = try Engine.solve(problem, .epochs(1))
    #expect(plan.certificate.unavoidableChanges == 1)
    #expect(plan.assignments.map(\.request) == [1, 2])
  }

  @Test func `A session whose room is shut goes to another room in spite of a budget of nothing`() throws {
    var problem = Problem(days: 1, slotsPerDay: 2, daysPerWeek: 5, weights: Weights(change: 1))
    problem.partners = [Partner(target: 2, quota: 9)]
    problem.advocates = [
      Advocate(partner: 0, languages: [0], available: [SlotRange(0, 1)], dailyCap: 9, weeklyCap: 9)
    ]
    problem.rooms = [Room(closed: [SlotRange(0, 2)]), Room()]
    problem.blocks = [Block(escortCapacity: 2)]
    problem.requests = [Request(block: 0, duration: 1, tier: 2, weight: 9, due: 2)]
    problem.published = [PublishedSession(request: 0, advocate: 0, start: 0, room: 0)]
    problem.changeBudget = 0
    let plan = try Engine.solve(problem, .epochs(1))
    #expect(plan.assignments == [Assignment(request: 0, advocate: 0, start: 0, room: 1)])
    #expect(plan.certificate.unavoidableChanges == 1)
    #expect(plan.statistics.changes == 1)
  }

  @Test func `A schedule of a thousand sessions that all clash is bounded and ends`() {
    var problem = Problem(days: 10, slotsPerDay: 10, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 0, quota: 10)]
    problem.advocates = (0..<4).map { _ in
      Advocate(partner: 0, languages: [0], available: [SlotRange(0, 100)], dailyCap: 2, weeklyCap: 7)
    }
    problem.rooms = [Room(), Room(), Room()]
    problem.blocks = [Block(escortCapacity: 1), Block(escortCapacity: 2)]
    problem.requests = (0..<1000).map { Request(block: $0 % 2, duration: 1 + $0 % 2, tier: 2, weight: 1, due: 100) }
    var random = RandomNumbers(seed: 8)
    problem.published = (0..<1000).map {
      PublishedSession(request: $0, advocate: random.below(4), start: random.below(99), room: random.below(3))
    }
    let found = UnavoidableChanges(problem)
    #expect(found.count >= 990, "the quota alone sends away so many")
    let kept = problem.published.filter { found.kept.contains($0.request) }.map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    #expect(Verifier(problem).violations(kept) == [])
  }

  /// Publishes a session for nearly everybody, mostly with few in each other's way.
  private static func publishMore(_ problem: inout Problem, seed: UInt64) {
    var random = RandomNumbers(seed: seed &+ 5)
    problem.published = problem.requests.indices.filter { _ in random.below(10) > 0 }.map {
      PublishedSession(
        request: $0, advocate: random.below(problem.advocates.count), start: random.below(problem.slotCount),
        room: random.below(problem.rooms.count), frozen: random.below(8) == 0)
    }
  }
}
