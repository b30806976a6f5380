import Testing

@testable import Matching

/// What the explainer says, against the verifier and every plan there is.
@Suite struct ExplainerTruthTests {
  /// A tiny problem, a plan of it, and all that is asked about one place of a request that waits.
  private struct Place {
    let problem: Problem
    let plan: Plan
    let request: Int
    let report: PlaceReport

    /// Every session of the request with the advocate in the half-day, legal or not.
    var sessions: [Assignment] {
      let halfDays = HalfDays(problem)
      let first = halfDays.first[report.halfDay]
      return (first..<first + halfDays.length[report.halfDay]).flatMap { start in
        problem.rooms.indices.map { Assignment(request: request, advocate: report.advocate, start: start, room: $0) }
      }
    }

    /// Whether a session can be added to the plan when those of its half-day may change rooms.
    func canJoin(_ session: Assignment) -> Bool {
      let halfDays = HalfDays(problem)
      let frozen = Set(Verifier(problem).bindingFrozenSessions().map(\.request))
      var others = plan.assignments
      let loose = others.indices.filter {
        halfDays.ofSlot[others[$0].start] == report.halfDay && !frozen.contains(others[$0].request)
      }
      func fits(_ position: Int) -> Bool {
        if position == loose.count { return Verifier(problem).violations(others + [session]).isEmpty }
        return problem.rooms.indices.contains { room in
          others[loose[position]].room = room
          return fits(position + 1)
        }
      }
      return fits(0)
    }
  }

  private static func places(_ seeds: Range<Int>, _ check: (Place) throws -> Void) throws {
    for seed in seeds {
      let problem = RandomProblem.make(UInt64(seed + 170_000), requests: 6)
      var plan = try Engine.solve(problem, .epochs(0))
      // Every second plan lacks sessions, so that there are free places, too.
      if seed % 2 == 1 {
        let frozen = Set(Verifier(problem).bindingFrozenSessions().map(\.request))
        plan.assignments.removeAll { $0.request % 2 == 0 && !frozen.contains($0.request) }
      }
      let explainer = Explainer(problem, plan)
      let served = Set(plan.assignments.map(\.request))
      for request in problem.requests.indices where !served.contains(request) {
        for report in explainer.explain(request, withRelaxations: false).places {
          try check(Place(problem: problem, plan: plan, request: request, report: report))
        }
      }
    }
  }

  @Test func `A place has a fixed exclusion exactly when no session there is legal alone`() throws {
    var open = 0
    var shut = 0
    try ExplainerTruthTests.places(0..<250) { place in
      let verifier = Verifier(place.problem)
      let isLegal = place.sessions.contains { !verifier.breaksAlone($0) }
      #expect(isLegal != place.report.exclusions.contains(where: \.isFixed), "\(place.report)")
      if isLegal { open += 1 } else { shut += 1 }
    }
    #expect(open > 100)
    #expect(shut > 100)
  }

  @Test func `A place has no exclusion exactly when a session can join the plan there`() throws {
    var free = 0
    try ExplainerTruthTests.places(1000..<1250) { place in
      let joins = place.sessions.contains { place.canJoin($0) }
      #expect(joins == place.report.exclusions.isEmpty, "\(place.report)")
      if joins { free += 1 }
    }
    #expect(free > 20)
  }

  /// The exclusions that a rule shows as.
  private static func exclusions(_ rule: Violation.Rule) -> Set<Exclusion> {
    switch rule {
    case .advocateTwice: [.occupied]
    case .dailyCap: [.dailyCap]
    case .weeklyCap: [.weeklyCap]
    case .quota: [.quota]
    case .roomTwice: [.roomsFull]
    case .escort: [.escort]
    case .adverse: [.adverse]
    case .apart: [.apart]
    case .inmate: [.inmate, .apart]
    default: []
    }
  }

  @Test func `Each start of an excluded place breaks a rule that is named, and each name is broken at some start`()
    throws
  {
    var named = 0
    try ExplainerTruthTests.places(2000..<2250) { place in
      let exclusions = Set(place.report.exclusions)
      if exclusions.isEmpty || exclusions.contains(where: \.isFixed) { return }
      let verifier = Verifier(place.problem)
      var seen: Set<Exclusion> = []
      for session in place.sessions where !verifier.breaksAlone(session) {
        let violations = verifier.violations(place.plan.assignments + [session])
        let broken = Set(violations.map(\.rule)).reduce(into: Set<Exclusion>()) {
          $0.formUnion(ExplainerTruthTests.exclusions($1))
        }
        seen.formUnion(broken)
        #expect(!broken.isDisjoint(with: exclusions), "\(place.report) \(session) \(violations)")
      }
      #expect(exclusions.isSubset(of: seen), "\(place.report), but only \(seen)")
      named += 1
    }
    #expect(named > 100)
  }

  @Test func `No plan with the request in a place loses more than the explainer says`() throws {
    var looked = 0
    for seed in 0..<600 {
      var problem = RandomProblem.make(UInt64(seed + 180_000))
      problem.published = []
      let plan = try Engine.solve(problem, .epochs(0))
      let explainer = Explainer(problem, plan)
      let halfDays = HalfDays(problem)
      let served = Set(plan.assignments.map(\.request))
      for request in problem.requests.indices where !served.contains(request) {
        for report in explainer.explain(request, withRelaxations: false).places {
          guard let loss = report.displacedValue else { continue }
          let bonus = 1_000_000
          var there = problem
          there.requests[request].weight += bonus
          there.requests[request].pinnedAdvocate = report.advocate
          let first = halfDays.first[report.halfDay]
          there.requests[request].release = max(problem.requests[request].release, first)
          there.requests[request].due = min(problem.requests[request].due, first + halfDays.length[report.halfDay])
          #expect(BruteForce(there).highestTotal - bonus >= plan.score.total - loss, "seed \(seed) \(report)")
          looked += 1
        }
      }
    }
    #expect(looked > 30)
  }

  @Test func `What a relaxed rule opens is legal with it, and what it gains can be had`() throws {
    var looked = 0
    for seed in 0..<80 {
      var problem = RandomProblem.make(UInt64(seed + 190_000))
      problem.published = []
      let plan = try Engine.solve(problem, .epochs(0))
      let explainer = Explainer(problem, plan)
      let served = Set(plan.assignments.map(\.request))
      for request in problem.requests.indices where !served.contains(request) {
        let outcomes = explainer.explain(request).relaxations
        #expect(outcomes.map(\.moved) == outcomes.map(\.moved).sorted(), "the smallest change comes first")
        for outcome in outcomes {
          let relaxed = outcome.relaxation.applied(to: problem, for: request)
          try relaxed.validate()
          #expect(outcome.place.request == request)
          #expect(!Verifier(relaxed).breaksAlone(outcome.place), "seed \(seed) \(outcome)")
          #expect(BruteForce(relaxed).highestTotal >= plan.score.total + outcome.gain, "seed \(seed) \(outcome)")
          looked += 1
        }
      }
    }
    #expect(looked > 20)
  }

  @Test func `Of tier 1 those are impossible who could not be served if nobody else were`() throws {
    var impossible = 0
    for seed in 0..<250 {
      var problem = RandomProblem.make(UInt64(seed + 200_000))
      for index in problem.requests.indices { problem.requests[index].tier = 1 }
      problem.published = []
      let proof = try Engine.solve(problem, .epochs(0)).certificate.tierOne
      let verifier = Verifier(problem)
      let expected = problem.requests.indices.filter { request in
        !problem.advocates.indices.contains { advocate in
          (0..<problem.slotCount).contains { start in
            problem.rooms.indices.contains { room in
              let session = Assignment(request: request, advocate: advocate, start: start, room: room)
              return verifier.violations([session]).isEmpty
            }
          }
        }
      }
      #expect(proof.impossible == expected, "seed \(seed)")
      impossible += expected.count
    }
    #expect(impossible > 50)
  }
}
