package import BankumModel
import Matching

extension Decisions {
  /// Everything about one open request; nil if there is no such open request for a meeting.
  ///
  /// Takes some milliseconds for a facility of the house's size: asked for one request, not for all.
  package func explain(_ request: BankumModel.Request.ID) throws(PlanningError) -> Explanation? {
    let index = planning.index
    guard let profile = index.profileOf[request] else { return nil }
    let waits = waiting.first { $0.request == request }
    let found = waits == nil ? nil : try SmallestChange(check: check).find(profile)
    return Explanation(
      request: request, place: place(of: profile), priority: profile.priority,
      session: sessions.first { $0.request == request }, reasons: waits?.reasons ?? [],
      alternatives: alternatives(request), smallestChange: found?.changes ?? [], opened: found?.placement,
      expected: try waits.flatMap { waiting throws(PlanningError) in try expected(waiting) })
  }

  /// The place of a request in the queue of all open ones, equal ranks sharing one.
  private func place(of profile: RequestProfile) -> Int {
    planning.index.profiles.count { $0.priority.rank < profile.priority.rank } + 1
  }

  /// Other advocates and half-days, by what the engine says they would cost.
  private func alternatives(_ request: BankumModel.Request.ID) -> [Explanation.Alternative] {
    guard let position = planning.position(of: request) else { return [] }
    let halfDays = HalfDays(planning.problem)
    let own = plan.assignments.first { $0.request == position }
    let reports = Explainer(planning.problem, plan).explain(position, withRelaxations: false).places
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

  /// When the turn of somebody who waits can be expected, at the pace at which this plan serves the queue.
  ///
  /// Those before him who wait too, by as many a working day as the plan places; a third earlier and later, because
  /// hearings move and advocates fall ill. Working days are counted where the calendar knows the year, else calendar
  /// days by seven fifths.
  private func expected(_ request: WaitingRequest) throws(PlanningError) -> DateRange? {
    guard !request.hasNoEligiblePartner, !sessions.isEmpty,
      request.reasons.contains(where: { $0.breach.rule.isCausedByOthers || $0.breach.rule == .advocateUnavailable })
    else { return nil }
    let period = planning.index.period.days
    let calendar = planning.index.facts.calendar
    let workingDays = try PlanningError.facts { () throws(ModelError) in try calendar.workingDays(in: period).count }
    let before = waiting.count { $0.priority.rank < request.priority.rank } + 1
    let needed = (before * max(1, workingDays) + sessions.count - 1) / sessions.count
    func day(_ count: Int) -> CivilDate {
      (try? calendar.addingWorkingDays(max(1, count), to: period.last)) ?? period.last.adding(days: count * 7 / 5 + 1)
    }
    return DateRange(day(needed * 2 / 3), day(needed * 4 / 3 + 1))
  }
}
