/// Makes plans from problems.
package enum Engine {
  /// Finds a plan, on the caller's thread and one more.
  ///
  /// The same problem, seed, effort and plan of epochs give the same answer whatever the cores and the load; a time
  /// limit or a cancellation only ends the run between epochs, with the best plan so far, which is legal. Call
  /// it from a thread that may block, never from the cooperative pool.
  /// - Parameters:
  ///   - prices: the last run's prices, to start the bound from; ignored when the shape differs.
  /// - Throws: what is wrong with the problem.
  package static func solve(_ problem: Problem, _ limits: Limits, prices: [Int]? = nil) throws(ProblemError) -> Plan {
    let began = limits.now()
    try problem.validate()
    let ground = Ground(problem)
    let run = Run(ground, limits, changeLimit: Int.max, warm: !problem.published.isEmpty, began: began)
    run.run(warmPrices: prices)
    let assignments = run.assignments()
    let verifier = Verifier(problem)
    let score = verifier.score(assignments)
    return Plan(
      assignments: assignments, score: score,
      certificate: Certificate(
        bound: run.bound, prices: run.prices,
        tierOne: TierOneProof(value: 0, bound: 0, impossible: [], waiting: []), changeLimit: nil,
        unavoidableChanges: 0),
      statistics: Statistics(
        effort: run.done, planned: run.planned, accepted: run.annealing.accepted,
        changes: verifier.changes(assignments), milliseconds: (limits.now() - began) / 1000))
  }
}
