import BankumModel
import Matching

/// Answers everything about one request beside a plan, whoever made it: a run just now, or what stands in the register.
struct RequestExplainer {
  let planning: PlanningProblem
  /// The plan's meetings.
  let assignments: [Assignment]
  /// What the engine says of every place of a request of the problem.
  let places: (Int) -> [PlaceReport]
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

  /// Everybody who has no meeting in the plan, nor one that stays, in the order of the queue.
  private func waiting() -> [BankumModel.Request.ID] {
    let placed = Set(assignments.compactMap { planning.openRequest($0.request) })
    let profiles = planning.index.profiles
    let places = profiles.indices.compactMap { offset -> (rank: Rank, offset: Int)? in
      let request = profiles[offset].request.id
      if placed.contains(request) || planning.served.contains(request) { return nil }
      return (profiles[offset].priority.rank, offset)
    }
    return places.sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }.map { profiles[$0.offset].request.id }
  }

  /// The place of a request in the queue of all open ones, equal ranks sharing one.
  private func place(of profile: RequestProfile) -> Int { planning.index.place(of: profile.priority.rank) }

  /// Other advocates and half-days, by what the engine says they would cost.
  private func alternatives(_ request: BankumModel.Request.ID) -> [Explanation.Alternative] {
    guard let position = planning.position(of: request) else { return [] }
    let halfDays = HalfDays(planning.problem)
    let own = assignments.first { $0.request == position }
    let grid = planning.grid
    var found: [Explanation.Alternative] = []
    for report in places(position) {
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
