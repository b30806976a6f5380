import Testing

@testable import Matching

/// What the audit says, against the verifier and every plan there is.
@Suite struct FairnessTruthTests {
  /// The rules that a kind of exception stands for when one takes the other's place and nobody else moves.
  private static func kinds(_ rules: Set<Violation.Rule>) -> Set<FairnessAudit.Exception.Kind> {
    var kinds: Set<FairnessAudit.Exception.Kind> = []
    if rules.contains(.advocateTwice) { kinds.insert(.sum) }
    if !rules.isDisjoint(with: [.adverse, .apart, .inmate]) { kinds.insert(.adverse) }
    if rules.contains(.escort) { kinds.insert(.escort) }
    if !rules.isDisjoint(with: [.roomTwice, .roomUnfit, .roomClosed]) { kinds.insert(.room) }
    if rules.contains(.frozen) { kinds.insert(.frozen) }
    return kinds.isEmpty ? [.soft] : kinds
  }

  private static func ranksAbove(_ problem: Problem, _ first: Int, _ second: Int) -> Bool {
    let one = problem.requests[first]
    let other = problem.requests[second]
    return one.tier != other.tier ? one.tier < other.tier : one.weight > other.weight
  }

  @Test func `After an audit nobody waits behind a lower rank without an exception, and no swap of two is better`()
    throws
  {
    var pairs = 0
    var swaps = 0
    for seed in 0..<200 {
      var problem = RandomProblem.make(UInt64(seed + 210_000), requests: 16)
      if seed % 2 == 0 { problem.published = [] }
      // Few limits beside the advocates' time, so that many are served and many wait.
      for index in problem.partners.indices { problem.partners[index].quota = 9 }
      for index in problem.blocks.indices { problem.blocks[index].escortCapacity = 2 }
      // A plan of the same house in which the last are first.
      var unjust = problem
      for index in problem.requests.indices {
        unjust.requests[index].tier = 5 - problem.requests[index].tier
        unjust.requests[index].weight = 40 - problem.requests[index].weight
      }
      let before = try Engine.solve(unjust, .epochs(0))
      let verifier = Verifier(problem)
      let result = FairnessAudit.run(problem, before)
      let score = verifier.score(result.assignments)
      #expect(verifier.violations(result.assignments) == [], "seed \(seed)")
      #expect(result.swaps == 0 || score > verifier.score(before.assignments), "seed \(seed)")
      swaps += result.swaps
      let served = Set(result.assignments.map(\.request))
      for exception in result.exceptions {
        #expect(!served.contains(exception.waiting) && served.contains(exception.holder), "seed \(seed)")
        #expect(FairnessTruthTests.ranksAbove(problem, exception.waiting, exception.holder), "seed \(seed)")
      }
      for waiting in problem.requests.indices where !served.contains(waiting) {
        for (index, held) in result.assignments.enumerated()
        where FairnessTruthTests.ranksAbove(problem, waiting, held.request) {
          let options = problem.rooms.indices.map {
            Assignment(request: waiting, advocate: held.advocate, start: held.start, room: $0)
          }
          if options.allSatisfy(verifier.breaksAlone) { continue }
          #expect(result.exceptions.contains { $0.waiting == waiting }, "seed \(seed): \(waiting) for \(held)")
          for option in options {
            var swapped = result.assignments
            swapped[index] = option
            if verifier.violations(swapped).isEmpty {
              #expect(verifier.score(swapped) <= score, "seed \(seed): \(option) for \(held)")
            }
          }
          pairs += 1
        }
      }
    }
    #expect(pairs > 8)
    #expect(swaps > 10)
  }

  @Test func `An exception's kind is what a swap breaks, and its loss can be had`() throws {
    var seen: Set<FairnessAudit.Exception.Kind> = []
    var solved = 0
    for seed in 0..<400 {
      var problem = RandomProblem.make(UInt64(seed + 220_000))
      if seed % 4 > 0 { problem.published = [] }
      for index in problem.partners.indices { problem.partners[index].quota = 9 }
      // Without tier 1 the strict measure and the score are one.
      for index in problem.requests.indices { problem.requests[index].tier = max(2, problem.requests[index].tier) }
      var limits = Limits.epochs(0)
      limits.auditsFairness = true
      let plan = try Engine.solve(problem, limits)
      let verifier = Verifier(problem)
      for exception in try #require(plan.certificate.fairness) {
        let held = try #require(plan.assignments.first { $0.request == exception.holder })
        let others = plan.assignments.filter { $0.request != exception.holder }
        // The kind has to explain one room at least; with rooms changed all round it may be the wishes alone.
        let broken = problem.rooms.indices.map { room in
          let swap = Assignment(request: exception.waiting, advocate: held.advocate, start: held.start, room: room)
          return FairnessTruthTests.kinds(Set(verifier.violations(others + [swap]).map(\.rule)))
        }
        #expect(
          broken.contains { $0.contains(exception.kind) } || exception.kind == .soft, "seed \(seed) \(exception)")
        seen.insert(exception.kind)
        guard let loss = exception.loss, problem.published.isEmpty else { continue }
        #expect(loss >= 0, "seed \(seed)")
        // Somebody serves the waiting one with that advocate at that start and loses no more.
        let bonus = 1_000_000
        var there = problem
        there.requests[exception.waiting].weight += bonus
        there.requests[exception.waiting].pinnedAdvocate = held.advocate
        there.requests[exception.waiting].pinnedStart = held.start
        #expect(BruteForce(there).highestTotal - bonus >= plan.score.total - loss, "seed \(seed) \(exception)")
        solved += 1
      }
    }
    #expect(solved > 10)
    #expect(seen.isSuperset(of: [.escort, .soft]))
  }

  @Test func `One long session that ranks above each of two short ones waits for their sum`() throws {
    var problem = Problem(days: 1, slotsPerDay: 2, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 2, quota: 9)]
    problem.advocates = [
      Advocate(partner: 0, languages: [0], available: [SlotRange(0, 2)], dailyCap: 9, weeklyCap: 9)
    ]
    problem.rooms = [Room()]
    problem.blocks = [Block(escortCapacity: 9)]
    problem.requests = [(2, 20), (1, 15), (1, 14)].map {
      Request(block: 0, duration: $0.0, tier: 3, weight: $0.1, due: 2)
    }
    var limits = Limits.epochs(1)
    limits.auditsFairness = true
    let plan = try Engine.solve(problem, limits)
    #expect(plan.assignments.map(\.request) == [1, 2])
    #expect(plan.certificate.fairness?.map(\.kind) == [.sum])
    #expect(plan.certificate.fairness?.map(\.loss) == [9])
  }

  @Test func `Who needs an accessible room does not take a place where there is none`() throws {
    var problem = Problem(days: 1, slotsPerDay: 1, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 2, quota: 9)]
    problem.advocates = (0..<2).map {
      Advocate(
        partner: 0, gender: $0, languages: [0], available: [SlotRange(0, 1)], dailyCap: 9, weeklyCap: 9)
    }
    problem.rooms = [Room(), Room(accessible: true)]
    problem.blocks = [Block(escortCapacity: 9)]
    problem.requests = [(2, 30), (3, 20), (4, 10)].map {
      Request(block: 0, duration: 1, tier: $0.0, weight: $0.1, due: 1)
    }
    for index in 0..<2 { problem.requests[index].accessible = true }
    var limits = Limits.epochs(1)
    limits.auditsFairness = true
    let plan = try Engine.solve(problem, limits)
    #expect(plan.assignments.map(\.request) == [0, 2])
    #expect(plan.certificate.fairness?.map(\.kind) == [.room])
    #expect(plan.certificate.fairness?.map(\.waiting) == [1])
  }
}
