import BankumModel
import BankumPlanning
import BankumTesting

/// Plans that are published, and how their meetings end.
extension Simulation {
  /// Brings a plan into force: new meetings are offers, or confirmed where a partner has accepted.
  mutating func publish(_ plan: DayPlan, _ index: FactIndex) throws {
    let profiles = Dictionary(index.profiles.map { ($0.request.id, $0) }, uniquingKeysWith: { one, _ in one })
    for session in facts.sessions {
      guard let isForced = plan.calledOff[session.id] else { continue }
      try noteChange(of: session, isForced: isForced, isCalledOff: true)
      facts.sessions.removeAll { $0.id == session.id }
      guard let request = session.request, let place = position(of: request) else { continue }
      try release(place)
    }
    for meeting in plan.meetings {
      guard let id = meeting.instead else {
        try add(meeting, profiles[meeting.request])
        continue
      }
      guard let place = facts.sessions.firstIndex(where: { $0.id == id }) else { throw Broken("a meeting is lost") }
      try noteChange(of: facts.sessions[place], isForced: meeting.isRepair, isCalledOff: false)
      facts.sessions[place].advocate = meeting.advocate
      facts.sessions[place].room = meeting.room
      facts.sessions[place].date = meeting.date
      facts.sessions[place].hours = meeting.hours
      facts.sessions[place].callAt = meeting.callAt
    }
  }

  private mutating func noteChange(of session: Session, isForced: Bool, isCalledOff: Bool) throws {
    guard let request = session.request else { return }
    outcomes.note(
      Outcomes.Change(
        wasAccepted: session.state == .confirmed, isForced: isForced,
        daysAhead: try workingDays(facts.today, session.date), isCalledOff: isCalledOff, request: request))
  }

  /// What a run says of those who wait.
  mutating func noteWaiting(_ decisions: Decisions) throws {
    for waiting in decisions.waiting {
      guard let place = position(of: waiting.request) else { continue }
      let isOut = waiting.hasNoEligiblePartner
      if isOut, facts.requests[place].state == .submitted {
        try Self.happen(.exhaust, to: &facts.requests[place], by: .runner, on: facts.today)
      } else if !isOut, facts.requests[place].state == .noEligiblePartner {
        try Self.happen(.reopen, to: &facts.requests[place], by: .runner, on: facts.today)
      }
      try ledger.wait(facts.requests[place], waiting)
    }
  }

  private mutating func add(_ meeting: DayPlan.Meeting, _ profile: RequestProfile?) throws {
    guard let place = position(of: meeting.request), let profile,
      let partner = facts.advocates.first(where: { $0.id == meeting.advocate })?.partner
    else { throw Broken("a request is lost") }
    var request = facts.requests[place]
    let mandates = facts.mandates.filter {
      $0.inmate == request.inmate && $0.isInForce(on: meeting.date) && $0.partner == partner
    }
    var session = Session(
      id: newSessionID(request.id), request: request.id, service: request.service, inmate: request.inmate,
      partner: partner, advocate: meeting.advocate, room: meeting.room, date: meeting.date, hours: meeting.hours,
      callAt: meeting.callAt, state: .offered, isFirstMeeting: profile.isFirstMeeting,
      mandate: (mandates.first { $0.advocate == meeting.advocate } ?? mandates.first)?.id)
    switch request.state {
    case .submitted, .noEligiblePartner:
      try request.offer(to: partner, at: facts.now, by: .runner)
      replies[request.id] = try reply(to: request.id, partner)
    case .accepted:
      try Self.happen(.schedule, to: &request, by: .runner, on: facts.today)
      try session.apply(.accept, by: .registrar)
    default: break
    }
    facts.requests[place] = request
    facts.sessions.append(session)
    try ledger.place(request, profile, waited: try workingDays(request.waitsSince, facts.today))
  }

  /// The meeting is gone: the request looks for another place, with the same partner if it has accepted.
  private mutating func release(_ place: Int) throws {
    let request = facts.requests[place]
    switch request.state {
    case .scheduled: try Self.happen(.unschedule, to: &facts.requests[place], by: .runner, on: facts.today)
    case .offered, .incomplete:
      try Self.happen(.retract, to: &facts.requests[place], by: .runner, on: facts.today)
      replies[request.id] = nil
    default: break
    }
  }

  /// How the meetings of the days before ended. One in thirty is reported only days later.
  mutating func reportMeetings() throws {
    let today = facts.today
    past.removeAll { $0.date < today.adding(days: -100) }
    facts.sessions.removeAll { !$0.state.isPublished && $0.date < today.adding(days: -14) }
    for session in facts.sessions where session.state.isPublished && session.date < today {
      var dice = dice.generator(.report, session.request?.bits ?? 0, on: session.date)
      // Thrown once for each day since: it is late on one in thirty.
      let isLate = dice.chance(33)
      if !isLate || session.date < today.adding(days: -1 - dice.number(1...4)) { try report(session) }
    }
  }

  private mutating func report(_ session: Session) throws {
    let request = session.request.flatMap { position(of: $0) }.map { facts.requests[$0] }
    let outcome = outcome(of: session)
    var dice = dice.generator(.followUp, session.request?.bits ?? 0, on: session.date)
    let needsMore = dice.chance(session.service == .assistance ? 400 : 100)
    let applied = try OutcomeReport(outcome, needsFollowUp: needsMore, by: .partner)
      .applied(to: session, of: request, at: facts.now)
    if outcome.isMeeting {
      try meet(session)
      outcomes.note(classMinutes: classMinutes(session))
    }
    facts.sessions.removeAll { $0.id == session.id }
    facts.sessions.append(applied.session)
    past.append(applied.session)
    ledger.report(applied.session)
    outcomes.report(applied.session)
    guard let request, var changed = applied.request else { return }
    if outcome.isMeeting {
      try ledger.serve(request, waited: try workingDays(request.waitsSince, session.date))
    }
    if !changed.state.isOpen {
      facts.requests.removeAll { $0.id == request.id }
      replies[request.id] = nil
      try ledger.close(changed, .held, on: facts.today)
    } else if outcome == .refusedByInmate, dice.chance(250) {
      try Self.happen(.refuseCounsel, to: &changed, by: .registrar, on: facts.today)
      try end(changed, .refusedCounsel)
    } else {
      if changed.state == .accepted { replies[request.id] = nil }
      store(changed)
      // Nobody had accepted, and now the meeting is over: the offer is taken back and made anew.
      if changed.state == .offered || changed.state == .incomplete, let place = position(of: changed.id) {
        try release(place)
      }
    }
  }

  /// How a meeting ends: thrown for the request and the day. A partner that keeps silent, or is going to refuse, does not
  /// come to what it has not accepted.
  private func outcome(of session: Session) -> SessionState {
    if session.state == .offered, let request = session.request {
      switch replies[request] {
      case .refuse, .silence: return .noShowAdvocate
      case .accept, .askForPapers, nil: break
      }
    }
    return chronicle.outcome(session.request, on: session.date, dice)
  }

  /// They met: a contact; and at the first meeting of an assistance the power of attorney is signed.
  private mutating func meet(_ session: Session) throws {
    facts.encounters.removeAll { $0.inmate == session.inmate && $0.advocate == session.advocate }
    facts.encounters.append(
      Encounter(
        inmate: session.inmate, partner: session.partner, advocate: session.advocate, lastOn: session.date))
    guard session.service == .assistance,
      !facts.mandates.contains(where: { $0.inmate == session.inmate && $0.isInForce(on: session.date) })
    else { return }
    facts.mandates.append(
      Mandate(
        id: Mandate.ID(bits: session.id.bits), inmate: session.inmate, partner: session.partner,
        advocate: session.advocate, letter: "SK-\(session.id.bits % 100_000)", days: OpenDateRange(session.date)))
  }
}
