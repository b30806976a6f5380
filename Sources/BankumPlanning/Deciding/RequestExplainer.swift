import BankumModel
import Matching

/// Answers everything about one request beside a plan, whoever made it: a run just now, or what stands in the register.
struct RequestExplainer {
  let planning: PlanningProblem
  /// The plan's meetings, and the prices of the run that found them; none when they are not known.
  let assignments: [Assignment]
  let prices: [Int]
  /// The rule set with the plan as what is taken.
  let check: RuleCheck
  /// How quickly the plan serves those who wait.
  let turns: ExpectedTurns

  /// The explanation of a request; `waits` says why it has no meeting, nil for one that has.
  func explain(
    _ profile: RequestProfile, session: PlannedSession?, waits: WaitingRequest?
  ) throws(PlanningError) -> Explanation {
    let found = waits == nil ? nil : try SmallestChange(check: check).find(profile)
    let rival = try found.flatMap { found throws(PlanningError) in
      try SmallestChange(check: check).rival(found.changes, found.placement, among: waiting())
    }
    return Explanation(
      request: profile.request.id, place: place(of: profile), priority: profile.priority, session: session,
      reasons: waits?.reasons ?? [], hasNoEligiblePartner: waits?.hasNoEligiblePartner ?? false,
      alternatives: alternatives(profile.request.id),
      smallestChange: found?.changes ?? [], rival: rival, opened: found?.placement,
      expected: try waits.flatMap { waiting throws(PlanningError) in try turns.expected(waiting) })
  }

  /// Everybody who has no meeting in the plan, nor one that stays.
  private func waiting() -> [RequestProfile] {
    let placed = Set(assignments.compactMap { planning.openRequest($0.request) })
    return planning.index.profiles.filter {
      !placed.contains($0.request.id) && !planning.served.contains($0.request.id)
    }
  }

  /// The place of a request in the queue of all open ones, equal ranks sharing one.
  private func place(of profile: RequestProfile) -> Int {
    planning.index.profiles.count { $0.priority.rank < profile.priority.rank } + 1
  }

  /// Other advocates and half-days, by what the engine says they would cost.
  private func alternatives(_ request: BankumModel.Request.ID) -> [Explanation.Alternative] {
    guard let position = planning.position(of: request) else { return [] }
    let halfDays = HalfDays(planning.problem)
    let own = assignments.first { $0.request == position }
    let reports = Explainer(planning.problem, assignments: assignments, prices: prices)
      .explain(position, withRelaxations: false).places
    let grid = planning.grid
    var found: [Explanation.Alternative] = []
    for report in reports {
      guard let loss = report.displacedValue else { continue }
      if let own, own.advocate == report.advocate, halfDays.ofSlot[own.start] == report.halfDay { continue }
      let first = halfDays.first[report.halfDay]
      let minutes = grid.minute(of: first).minutes + halfDays.length[report.halfDay] * grid.slotMinutes
      guard let end = MinuteOfDay(minutes: minutes), let hours = MinuteRange(grid.minute(of: first), end) else {
        continue
      }
      found.append(
        Explanation.Alternative(
          advocate: planning.seats[report.advocate].advocate, date: grid.date(of: first), hours: hours, loss: loss))
    }
    return Array(
      found.enumerated().sorted { ($0.element.loss, $0.offset) < ($1.element.loss, $1.offset) }.map(\.element).prefix(5)
    )
  }
}
