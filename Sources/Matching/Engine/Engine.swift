/// Makes plans from problems.
package enum Engine {
  /// Grows when the same problem, seed and effort may give another plan: a run says by which engine it was made.
  package static let version = 6

  /// Finds a plan, on the caller's thread and one more.
  ///
  /// The same problem, seed, effort and plan of epochs give the same answer whatever the cores and the load; a time
  /// limit or a cancellation only ends the run between epochs, with the best plan so far, which is legal. Call
  /// it from a thread that may block (`solveAside` has one), never from the cooperative pool.
  /// - Parameters:
  ///   - prices: the last run's prices, to start the bound from; ignored when the shape differs.
  ///   - start: sessions to start the search from, besides the published ones; illegal ones are left out.
  /// - Throws: what is wrong with the problem.
  package static func solve(
    _ problem: Problem, _ limits: Limits, prices: [Int]? = nil, start: [Assignment] = []
  ) throws(ProblemError) -> Plan {
    let began = limits.now()
    try problem.validate()
    let order = CanonicalOrder(problem)
    let ground = Ground(order.problem)
    // In canonical order, too: of several ways to change as little as possible the same one is chosen.
    let unavoidable = UnavoidableChanges(order.problem)
    let changeLimit = problem.changeBudget.map(unavoidable.limit)
    let run = Run(
      ground, limits, changeLimit: changeLimit ?? Int.max, kept: changeLimit == nil ? [] : unavoidable.kept,
      warmStart: order.canonical(start), prices: prices.map(order.canonical), began: began)
    run.run()
    let verifier = Verifier(problem)
    var found = run.assignments()
    // Sessions that got no room count as withdrawn too: the search may not place what it cannot seat.
    let roomless = run.state.placedCount - found.count
    var fairness: [FairnessAudit.Exception]?
    var inversions: [OrderAudit.Inversion]?
    if limits.auditsFairness {
      var isDone = false
      // What one audit improves the other looks at again; each improvement raises the score.
      while !isDone {
        let served = OrderAudit.run(order.problem, found, changeLimit: changeLimit)
        let audit = FairnessAudit.run(
          order.problem, served.assignments, prices: run.prices, changeLimit: changeLimit)
        isDone = audit.swaps == 0
        found = audit.assignments
        fairness = order.restored(audit.exceptions)
        inversions = order.restored(served.inversions)
      }
    }
    var assignments = order.restored(found)
    let withdrawn = roomless + withdrawIllegal(&assignments, verifier)
    let tierOne = TierOne.proof(ground, served: Set(found.map(\.request)))
    return Plan(
      assignments: assignments, score: verifier.score(assignments),
      certificate: Certificate(
        bound: run.bound, prices: order.restored(run.prices), tierOne: order.restored(tierOne),
        changeLimit: changeLimit, unavoidableChanges: unavoidable.count, fairness: fairness,
        inversions: inversions),
      statistics: Statistics(
        effort: run.done, planned: run.planned, replans: run.replans, accepted: run.annealing.accepted,
        changes: verifier.changes(assignments), withdrawn: withdrawn,
        milliseconds: (limits.now() - began) / 1000))
  }

  /// Recomputes from a certificate's prices what they prove of a validated problem: no legal plan scores more.
  ///
  /// - Returns: nil when the prices have another shape, one of them is negative that may not be, or sums overflow.
  package static func bound(_ problem: Problem, prices: [Int]) -> Int? {
    let order = CanonicalOrder(problem)
    let ground = Ground(order.problem)
    let layout = PriceLayout(ground)
    if prices.count != layout.certificateOrder.count { return nil }
    return UpperBound.bound(ground, PriceTables(ground, layout), order.canonical(prices))
  }

  /// Finds a plan on threads of its own, so that a caller on the cooperative pool does not block it. When the caller's
  /// task is cancelled the run ends with its present epoch, like one whose limits cancel it.
  package static func solveAside(
    _ problem: Problem, _ limits: Limits, prices: [Int]? = nil, start: [Assignment] = []
  ) async throws(ProblemError) -> Plan {
    let cancellation = Cancellation()
    var watched = limits
    watched.isCancelled = { cancellation.isAsked || limits.isCancelled() }
    let own = watched
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: CheckedContinuation<Result<Plan, ProblemError>, Never>) in
        let thread = OwnThread {
          do throws(ProblemError) {
            continuation.resume(returning: .success(try solve(problem, own, prices: prices, start: start)))
          } catch {
            continuation.resume(returning: .failure(error))
          }
        }
        thread.detach()
      }
    } onCancel: {
      cancellation.ask()
    }
    return try result.get()
  }

  /// Takes out what the verifier refuses and returns how much that was: 0, or the search has a fault that must
  /// not reach a published schedule.
  private static func withdrawIllegal(_ assignments: inout [Assignment], _ verifier: Verifier) -> Int {
    let count = assignments.count
    while true {
      let refused = Set(verifier.violations(assignments).filter { $0.rule != .frozen }.flatMap(\.requests))
      if refused.isEmpty { return count - assignments.count }
      assignments.removeAll { refused.contains($0.request) }
    }
  }
}
