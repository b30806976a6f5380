import BankumModel
import BankumPlanning
import BankumTesting

/// Plans that are published, and how their meetings end.
extension Simulation {
  /// Brings the decisions into force: new meetings are offers, or confirmed where a partner has accepted.
  mutating func publish(_ decisions: Decisions) throws {
    for id in decisions.givenUp.keys {
      guard let session = facts.sessions.first(where: { $0.id == id }) else { continue }
      facts.sessions.removeAll { $0.id == id }
      guard let request = session.request, let place = position(of: request) else { continue }
      try release(place)
    }
    for planned in decisions.sessions {
      switch planned.change {
      case .kept: continue
      case .moved(let id), .repaired(let id):
        guard let place = facts.sessions.firstIndex(where: { $0.id == id }) else { throw Broken("a meeting is lost") }
        facts.sessions[place].advocate = planned.advocate
        facts.sessions[place].room = planned.room
        facts.sessions[place].date = planned.date
        facts.sessions[place].hours = planned.hours
        facts.sessions[place].callAt = planned.callAt
      case .new: try add(planned, decisions)
      }
    }
    for waiting in decisions.waiting {
      guard let place = position(of: waiting.request) else { continue }
      let isOut = waiting.hasNoEligiblePartner
      if isOut, facts.requests[place].state == .submitted {
        facts.requests[place].state = try state(after: .exhaust, facts.requests[place], by: .runner)
      } else if !isOut, facts.requests[place].state == .noEligiblePartner {
        facts.requests[place].state = try state(after: .reopen, facts.requests[place], by: .runner)
      }
      try ledger.wait(facts.requests[place], waiting)
    }
  }

  private mutating func add(_ planned: PlannedSession, _ decisions: Decisions) throws {
    guard let place = position(of: planned.request) else { throw Broken("a request is lost") }
    var request = facts.requests[place]
    var session = Session(
      id: newID(), request: planned.request, service: planned.service, inmate: planned.inmate,
      partner: planned.partner, advocate: planned.advocate, room: planned.room, date: planned.date,
      hours: planned.hours, callAt: planned.callAt, state: .offered, isFirstMeeting: planned.isFirstMeeting,
      mandate: planned.mandate)
    switch request.state {
    case .submitted, .noEligiblePartner:
      request.state = try state(after: .offer, request, by: .runner)
      request.offer = Offer(partner: planned.partner, offeredAt: facts.now)
      replies[request.id] = try reply()
    case .accepted:
      request.state = try state(after: .schedule, request, by: .runner)
      session.state = .confirmed
    default: break
    }
    facts.requests[place] = request
    facts.sessions.append(session)
    guard let profile = decisions.planning.index.profiles.first(where: { $0.request.id == request.id }) else { return }
    try ledger.place(request, profile, waited: try workingDays(request.waitsSince, facts.today))
  }

  /// The meeting is gone: the request looks for another place, with the same partner if it has accepted.
  private mutating func release(_ place: Int) throws {
    let request = facts.requests[place]
    switch request.state {
    case .scheduled: facts.requests[place].state = try state(after: .unschedule, request, by: .runner)
    case .offered, .incomplete:
      facts.requests[place].state = try state(after: .retract, request, by: .runner)
      facts.requests[place].offer = nil
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
      if session.date < today.adding(days: -4) || dice.chance(967) { try report(session) }
    }
  }

  private mutating func report(_ session: Session) throws {
    let roll = dice.number(1...100)
    let outcome: SessionState =
      switch roll {
      case ...86: .held
      case ...88: .cutShort
      case ...93: .noShowAdvocate
      case ...97: .notBrought
      default: .refusedByInmate
      }
    let request = session.request.flatMap { position(of: $0) }.map { facts.requests[$0] }
    let needsMore = dice.chance(session.service == .assistance ? 400 : 100)
    let applied = try OutcomeReport(outcome, needsFollowUp: needsMore, by: .partner)
      .applied(to: session, of: request, at: facts.now)
    if outcome.isMeeting { try meet(session) }
    facts.sessions.removeAll { $0.id == session.id }
    facts.sessions.append(applied.session)
    past.append(applied.session)
    ledger.report(applied.session)
    guard let request, var changed = applied.request else { return }
    if outcome.isMeeting {
      try ledger.serve(request, waited: try workingDays(request.waitsSince, session.date))
    }
    if !changed.state.isOpen {
      facts.requests.removeAll { $0.id == request.id }
      replies[request.id] = nil
      try ledger.close(changed, .held, on: facts.today)
    } else if outcome == .refusedByInmate, dice.chance(250) {
      changed.state = try state(after: .refuseCounsel, changed, by: .registrar)
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
        id: newID(), inmate: session.inmate, partner: session.partner, advocate: session.advocate,
        letter: "SK-\(dice.number(1...99_999))", days: OpenDateRange(session.date)))
  }
}
