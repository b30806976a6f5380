import Testing

@testable import Matching

@Suite struct ExplainerTests {
  @Test func `A place without exclusions is free, and one with fixed exclusions is illegal alone`() throws {
    for seed in 0..<200 {
      let problem = RandomProblem.make(UInt64(seed + 70_000), requests: 6)
      let plan = try Engine.solve(problem, .epochs(1))
      let explainer = Explainer(problem, plan)
      let verifier = Verifier(problem)
      let halfDays = HalfDays(problem)
      let served = Set(plan.assignments.map(\.request))
      for request in problem.requests.indices where !served.contains(request) {
        let explanation = explainer.explain(request, withRelaxations: false)
        #expect(explanation.places.count == problem.advocates.count * halfDays.count)
        for place in explanation.places {
          let first = halfDays.first[place.halfDay]
          let options = (first..<first + halfDays.length[place.halfDay]).flatMap { start in
            problem.rooms.indices.map {
              Assignment(request: request, advocate: place.advocate, start: start, room: $0)
            }
          }
          let legalAlone = options.contains { !verifier.breaksAlone($0) }
          if place.exclusions.contains(where: \.isFixed) {
            #expect(!legalAlone, "seed \(seed) request \(request) \(place)")
          }
          if place.exclusions.isEmpty, let value = place.displacedValue { #expect(value >= 0, "seed \(seed)") }
        }
      }
    }
  }

  @Test func `What somebody of the first tier would lose is told in points of the score`() throws {
    var problem = Self.oneAdvocate(slots: 1)
    problem.requests = [
      Request(block: 0, duration: 1, tier: 1, weight: 10, due: 1),
      Request(block: 0, duration: 1, tier: 2, weight: 9, due: 1),
    ]
    let plan = try Engine.solve(problem, .epochs(1))
    #expect(plan.assignments.map(\.request) == [0])
    #expect(Explainer(problem, plan).explain(1).places.map(\.displacedValue) == [1])
  }

  @Test func `A relaxation says what it opens`() throws {
    var problem = Self.oneAdvocate(slots: 4)
    problem.requests = [
      Request(block: 0, duration: 1, tier: 2, weight: 9, due: 4),
      Request(block: 0, duration: 1, tier: 2, weight: 5, due: 4),
      Request(block: 0, duration: 1, tier: 2, weight: 4, due: 4, skill: 3, skillHard: true),
    ]
    let plan = try Engine.solve(problem, .epochs(1))
    #expect(plan.assignments.map(\.request) == [0])
    let explainer = Explainer(problem, plan)
    let second = explainer.explain(1)
    #expect(second.places.map(\.exclusions) == [[.dailyCap]])
    #expect(second.places[0].displacedValue == 4)
    #expect(second.relaxations.first?.relaxation == .caps(advocate: 0))
    #expect(second.relaxations.first?.gain == 5)
    #expect(second.relaxations.first?.moved == 0)
    let third = explainer.explain(2)
    #expect(third.places.map(\.exclusions) == [[.skill]])
  }

  /// One day with one advocate who sees one inmate, one room, one escort; no requests yet.
  private static func oneAdvocate(slots: Int) -> Problem {
    var problem = Problem(days: 1, slotsPerDay: slots, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 1, quota: 9)]
    problem.advocates = [
      Advocate(partner: 0, gender: 1, languages: [0], available: [SlotRange(0, slots)], dailyCap: 1, weeklyCap: 9)
    ]
    problem.rooms = [Room()]
    problem.blocks = [Block(escortCapacity: 1)]
    return problem
  }
}
