import Testing

@testable import Matching

@Suite struct DegenerateProblemTests {
  private static func house(requests: Int = 12) -> Problem {
    var problem = Problem(
      days: 3, slotsPerDay: 6, daysPerWeek: 2,
      weights: Weights(earlyPerDay: 2, continuity: 6, skill: 4, fairPerSession: 3, change: 2))
    problem.closed = [3, 9]
    problem.partners = [Partner(target: 4, quota: 9), Partner(target: 4, quota: 9)]
    problem.advocates = (0..<3).map {
      Advocate(
        partner: $0 % 2, skills: [1], languages: [0], available: [SlotRange(0, 18)], dailyCap: 3, weeklyCap: 5)
    }
    problem.rooms = [Room(accessible: true), Room()]
    problem.blocks = [Block(escortCapacity: 1), Block(escortCapacity: 2)]
    problem.requests = (0..<requests).map {
      Request(block: $0 % 2, duration: 1 + $0 % 2, tier: 1 + $0 % 4, weight: 10 + $0, due: 18, skill: $0 % 2)
    }
    return problem
  }

  private typealias Case = (name: String, served: ClosedRange<Int>, change: @Sendable (inout Problem) -> Void)

  private static let cases: [Case] = [
    ("as it is", 8...12, { _ in }),
    ("no advocates", 0...0, { $0.advocates = [] }),
    ("no rooms", 0...0, { $0.rooms = [] }),
    ("no requests", 0...0, { $0.requests = [] }),
    (
      "everyone excluded", 0...0, { for index in $0.requests.indices { $0.requests[index].excludedPartners = [0, 1] } }
    ),
    ("all busy", 0...0, { for index in $0.requests.indices { $0.requests[index].busy = [SlotRange(0, 18)] } }),
    (
      "one slot", 0...1,
      {
        $0.days = 1
        $0.slotsPerDay = 1
        $0.closed = []
        for index in $0.requests.indices { $0.requests[index].due = 1 }
        for index in $0.advocates.indices { $0.advocates[index].available = [SlotRange(0, 1)] }
      }
    ),
    ("nothing is open", 0...0, { $0.closed = Array(0..<18) }),
    (
      "due before release", 0...0,
      {
        for index in $0.requests.indices {
          $0.requests[index].release = 9
          $0.requests[index].due = 3
        }
      }
    ),
    ("quota 0", 0...0, { $0.partners = [Partner(target: 3, quota: 0), Partner(target: 3, quota: 0)] }),
    ("no escort", 0...0, { $0.blocks = [Block(escortCapacity: 0), Block(escortCapacity: 0)] }),
    ("all tier 1", 8...12, { for index in $0.requests.indices { $0.requests[index].tier = 1 } }),
    (
      "everybody adverse to everybody", 0...2,
      { problem in problem.adverseGroups = [problem.requests.indices.map { [$0] }] }
    ),
    ("longer than any half-day", 0...0, { for index in $0.requests.indices { $0.requests[index].duration = 7 } }),
    ("longer than a mask", 0...0, { for index in $0.requests.indices { $0.requests[index].duration = 65 } }),
    (
      "weights near overflow", 8...12,
      { for index in $0.requests.indices { $0.requests[index].weight = Problem.largestWeight } }
    ),
    (
      "a sum of weights just below what may be", 0...12,
      {
        $0.weights.fairPerSession = (1 << 38) - 1
        $0.partners = [Partner(target: 1 << 19, quota: 9), Partner(target: 1 << 18, quota: 9)]
      }
    ),
    (
      "weights of nothing", 0...12,
      {
        $0.weights = Weights()
        for index in $0.requests.indices { $0.requests[index].weight = 0 }
      }
    ),
    (
      "published sessions that are illegal now", 8...12,
      {
        $0.published = [
          PublishedSession(request: 0, advocate: 0, start: 3, room: 0, frozen: true),
          PublishedSession(request: 1, advocate: 0, start: 0, room: 0, frozen: true),
          PublishedSession(request: 3, advocate: 0, start: 1, room: 1, frozen: true),
        ]
      }
    ),
  ]

  @Test(arguments: cases.indices)
  func `A degenerate problem has a legal plan and a bound`(index: Int) throws {
    let sample = DegenerateProblemTests.cases[index]
    var problem = DegenerateProblemTests.house()
    sample.change(&problem)
    let plan = try Engine.solve(problem, .epochs(3))
    #expect(Verifier(problem).violations(plan.assignments) == [], "\(sample.name)")
    #expect(plan.certificate.bound >= plan.score.total, "\(sample.name)")
    #expect(sample.served.contains(plan.assignments.count), "\(sample.name): \(plan.assignments.count)")
    #expect(plan.certificate.tierOne.bound >= plan.certificate.tierOne.value, "\(sample.name)")
  }

  @Test func `Ten thousand apart pairs are kept apart`() throws {
    var problem = DegenerateProblemTests.house(requests: 200)
    var random = RandomNumbers(seed: 3)
    while problem.apartPairs.count < 10_000 {
      let (first, second) = (random.below(200), random.below(200))
      if first != second { problem.apartPairs.append(ApartPair(first, second)) }
    }
    let plan = try Engine.solve(problem, .epochs(2))
    #expect(Verifier(problem).violations(plan.assignments) == [])
    #expect(plan.assignments.count >= 4)
  }
}
