package import BankumModel
package import Matching

/// What a run decides, in the words of the house: meetings, and for everybody else why not.
package struct Decisions: Sendable {
  /// The meetings of open requests that the plan places, by day, hour and then as the facts come.
  package let sessions: [PlannedSession]
  /// Meetings that stay as they are: over, begun, pinned, frozen.
  package let staying: [Session]
  /// Everybody else, by the queue.
  package let waiting: [WaitingRequest]
  /// Published meetings that the plan gives up without another place for the request, with the rules that they had
  /// broken; none when the plan just has no room.
  package let givenUp: [Session.ID: [RuleBreach]]
  /// Meetings that stay although they break a rule: for the registrar's review.
  package let flagged: [Session.ID: [RuleBreach]]
  /// Published meetings that begin so soon that what is decided about them is proposed, not applied.
  package let proposedOnly: Set<Session.ID>
  /// Who waits although somebody below holds a place that would serve him, by the queue; empty also when the run was
  /// not asked (`Limits.auditsFairness`).
  package let fairness: [FairnessException]
  /// Every clock that runs out inside the period, met or missed, by the queue.
  package let clocks: [ClockOutcome]
  /// Requests whose meeting rests on hours that nobody has confirmed for long.
  package let unconfirmed: Set<BankumModel.Request.ID>
  /// The problem that was solved.
  package let planning: PlanningProblem
  /// The engine's plan.
  package let plan: Matching.Plan
  /// The rule set with the plan as what is taken.
  let check: RuleCheck

  /// Published meetings that are not exactly as they were.
  package var changes: Int {
    givenUp.count
      + sessions.count {
        switch $0.change {
        case .moved, .repaired: true
        case .new, .kept: false
        }
      }
  }

  /// Turns a plan into decisions, after two looks at it that share nothing: the engine's verifier by the problem and
  /// the rule set by the facts.
  ///
  /// Throws `illegalPlan` or `brokenRule` with every rule broken; nothing of such a plan leaves.
  package init(_ planning: PlanningProblem, _ plan: Matching.Plan) throws(PlanningError) {
    try Self.verify(planning, plan)
    let index = planning.index
    let placements = plan.assignments.compactMap { planning.placement($0) }
    let check = Self.rules(planning, placements)
    try Self.verify(placements, check, planning)
    let sessions = placements.compactMap { Self.session($0, planning) }
    let placed = Set(placements.map(\.request))
    self.planning = planning
    self.plan = plan
    self.check = check
    self.sessions = sessions.enumerated().sorted {
      let left = ($0.element.date, $0.element.hours.start, $0.offset)
      return left < ($1.element.date, $1.element.hours.start, $1.offset)
    }.map(\.element)
    staying = planning.fixed
    let places = Rank.places(of: index.profiles.map(\.priority.rank))
    let verifier = Verifier(planning.problem)
    let reasons = WaitingReasons(check) { placement in
      planning.assignments(placement).contains { verifier.allows($0, beside: plan.assignments) }
    }
    waiting = zip(index.profiles, places).enumerated()
      .filter { !placed.contains($0.element.0.request.id) && !planning.served.contains($0.element.0.request.id) }
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .map { reasons.waiting($0.element.0, place: $0.element.1) }
    var givenUp: [Session.ID: [RuleBreach]] = [:]
    for (request, session) in planning.movable where !placed.contains(request) {
      givenUp[session.id] = planning.broken[session.id] ?? []
    }
    let movable = Set(planning.movable.values.map(\.id))
    for (session, breaches) in planning.broken where !movable.contains(session) { givenUp[session] = breaches }
    self.givenUp = givenUp
    fairness = (plan.certificate.fairness ?? []).compactMap { FairnessException($0, planning) }
    proposedOnly = Set(
      (Array(planning.movable.values) + index.facts.sessions.filter { planning.broken[$0.id] != nil })
        .filter { index.facts.now.minutes(until: $0.start) <= index.numbers.proposeOnlyMinutes }.map(\.id))
    clocks = ClockOutcome.all(
      index, meetings: Dictionary(sessions.map { ($0.request, $0.date) }, uniquingKeysWith: { first, _ in first }),
      waiting: waiting)
    unconfirmed = Set(
      sessions.filter { check.isUnconfirmed($0.advocate, $0.date, $0.hours) }.map(\.request))
    var flagged: [Session.ID: [RuleBreach]] = [:]
    let today = RuleCheck(index)
    for session in planning.fixed where session.state.isPublished && session.start >= index.facts.now {
      let breaches = today.breaches(session)
      if !breaches.isEmpty { flagged[session.id] = breaches }
    }
    self.flagged = flagged
  }

  private static func verify(_ planning: PlanningProblem, _ plan: Matching.Plan) throws(PlanningError) {
    let violations = Verifier(planning.problem).violations(
      plan.assignments, changeLimit: plan.certificate.changeLimit)
    guard violations.isEmpty else {
      throw PlanningError(
        .illegalPlan,
        violations.map { BankumModel.Problem(place: "plan", value: $0.rule.rawValue, expected: "a lawful plan") })
    }
  }

  private static func verify(
    _ placements: [Placement], _ check: RuleCheck, _ planning: PlanningProblem
  ) throws(PlanningError) {
    var problems: [BankumModel.Problem] = []
    for placement in placements {
      let notice: LeastNotice? =
        switch session(placement, planning)?.change {
        case .kept: nil
        case .repaired: .repair
        case .new, .moved, nil: .new
        }
      for breach in check.breaches(placement, notice: notice) {
        problems.append(
          BankumModel.Problem(place: placement.request.text, value: breach.rule.code, expected: "a lawful meeting"))
      }
    }
    guard problems.isEmpty else { throw PlanningError(.brokenRule, problems) }
  }

  /// The rule set with what stays and what is planned; what the plan moves or gives up is not there any more.
  static func rules(_ planning: PlanningProblem, _ placements: [Placement]) -> RuleCheck {
    let index = planning.index
    let loose = Set(planning.movable.values.map(\.id)).union(planning.broken.keys)
    var check = RuleCheck(index, sessions: index.facts.sessions.filter { !loose.contains($0.id) })
    for placement in placements {
      guard let profile = index.profileOf[placement.request], let advocate = index.advocates[placement.advocate],
        let hours = hours(placement, profile)
      else { continue }
      check.bookings.add(
        Booking(
          placement, inmate: profile.inmate.id, partner: advocate.partner, hours: hours,
          buffer: index.numbers.bufferMinutes), index: index)
    }
    return check
  }

  private static func hours(_ placement: Placement, _ profile: RequestProfile) -> MinuteRange? {
    placement.start.adding(minutes: placement.minutes ?? profile.minutes).flatMap { MinuteRange(placement.start, $0) }
  }

  private static func session(_ placement: Placement, _ planning: PlanningProblem) -> PlannedSession? {
    let index = planning.index
    guard let profile = index.profileOf[placement.request], let advocate = index.advocates[placement.advocate],
      let hours = hours(placement, profile)
    else { return nil }
    let mandates = (index.mandates[profile.inmate.id] ?? []).filter {
      $0.isInForce(on: placement.date) && $0.partner == advocate.partner
    }
    let before = planning.movable[placement.request]
    let isSame = before.map {
      $0.advocate == placement.advocate && $0.room == placement.room && $0.date == placement.date && $0.hours == hours
    }
    let change: PlannedSession.Change =
      switch (before, isSame) {
      case (let before?, true?): .kept(before.id)
      case (let before?, _): planning.broken[before.id] == nil ? .moved(before.id) : .repaired(before.id)
      case (nil, _): .new
      }
    return PlannedSession(
      request: placement.request, inmate: profile.inmate.id, service: profile.request.service,
      partner: advocate.partner, advocate: advocate.id, room: placement.room, date: placement.date, hours: hours,
      callAt: MinuteOfDay(minutes: max(0, hours.start.minutes - profile.callLead)) ?? .startOfDay,
      isFirstMeeting: profile.isFirstMeeting,
      mandate: (mandates.first { $0.advocate == advocate.id } ?? mandates.first)?.id, change: change)
  }
}
