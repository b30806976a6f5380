/// What comes of it when one request is placed before all others: who pays for it, and who would have the place
/// otherwise.
package struct Reservation: Sendable, Equatable {
  /// The request's session.
  package var place: Assignment
  /// The whole plan, by request: legal in the relaxed problem.
  package var assignments: [Assignment]
  /// Requests that were served before and wait now.
  package var displaced: [Int]
  /// Requests that waited before and would be served if nothing were reserved: who takes what the relaxation adds.
  package var otherwise: [Int]
  /// What the plan is worth by the weights of the relaxed problem.
  package var score: Score
}

extension Problem {
  /// The problem in which a request goes before everything else: it is of tier 1 and counts for more than all that a
  /// plan could lose for it, so that every run places it if any place is legal. The score of a plan counts that weight.
  package func reserving(_ request: Int) -> Problem {
    var result = self
    var most = 1
    func add(_ value: Int) { most = min(Problem.largestWeight, most + min(Problem.largestWeight, abs(value))) }
    for each in requests {
      add(each.weight)
      for cost in each.costs { add(abs(cost.perSlot) * min(64, each.duration)) }
    }
    for partner in partners {
      for _ in 0..<2 {
        add(weights.fairPerSession.multipliedReportingOverflow(by: max(partner.target, partner.quota)).0)
      }
    }
    let early = weights.earlyPerDay.multipliedReportingOverflow(by: days).0
    for _ in requests { add(early + weights.continuity + weights.skill) }
    for session in published { add(session.movePrice ?? weights.change) }
    result.requests[request].tier = 1
    result.requests[request].weight = most
    return result
  }
}

extension Engine {
  /// Places one request by a change that is meant for it: what the relaxation adds is reserved for the request, the
  /// rest of the plan gives way as little as the score allows.
  ///
  /// Starts from a plan in force and takes an effort of one or two epochs; a whole run over `Problem.reserving` of the
  /// relaxed problem places the request too, whoever else waits.
  /// - Parameters:
  ///   - relaxation: the change, or nil for none.
  ///   - assignments: the plan in force, legal in `problem`.
  ///   - prices: those of the plan's certificate.
  /// - Returns: nil when the request has no place even so.
  package static func reserve(
    _ request: Int, _ relaxation: Relaxation? = nil, in problem: Problem, from assignments: [Assignment],
    prices: [Int]? = nil, _ limits: Limits
  ) throws(ProblemError) -> Reservation? {
    let relaxed = relaxation?.applied(to: problem, for: request) ?? problem
    var own = limits
    own.auditsFairness = false
    let reserved = try solve(relaxed.reserving(request), own, prices: prices, start: assignments)
    guard let place = reserved.assignments.first(where: { $0.request == request }) else { return nil }
    let open = try solve(relaxed, own, prices: prices, start: assignments)
    let before = Set(assignments.map(\.request))
    let after = Set(reserved.assignments.map(\.request))
    return Reservation(
      place: place, assignments: reserved.assignments, displaced: before.subtracting(after).sorted(),
      otherwise: open.assignments.map(\.request).filter { !before.contains($0) && $0 != request },
      score: Verifier(relaxed).score(reserved.assignments))
  }
}
