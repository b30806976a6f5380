import BankumExchange
import BankumModel
import BankumStore

extension ImportWorkspace {
  mutating func join(_ rows: [OutcomeDraft]) throws(StoreError) {
    for row in rows {
      guard let outcome = row.outcome else { continue }
      if let id = row.id, let session = try session(id) {
        // The same again is no second report.
        if session.state == outcome { sessions.put(session) } else { try report(outcome, of: session, row) }
        continue
      }
      guard let record = row.record else {
        note(row.places.place(of: "id"), row.id?.text, .unknownName)
        continue
      }
      let (inmate, room) = (find(record.inmate), find(record.room, roomNames))
      guard let advocate = find(record.advocate, advocateNames), let partner = advocates[advocate]?.partner, let inmate
      else { continue }
      if let id = record.request, try request(id) == nil {
        note(row.places.place(of: "request"), id.text, .unknownName)
        continue
      }
      let session = Session(
        id: row.id ?? newID(), request: record.request, service: record.service, inmate: inmate, partner: partner,
        advocate: advocate, room: room, date: record.date, hours: record.hours, callAt: record.hours.start,
        state: .unreported, origin: row.id == nil ? .walkIn : .planned)
      note(session, row.places)
      try report(outcome, of: session, row)
    }
  }

  /// A meeting and its request after the report; other meetings of a request that is served are called off.
  private mutating func report(_ outcome: SessionState, of session: Session, _ row: OutcomeDraft) throws(StoreError) {
    let request = try session.request.flatMap { id throws(StoreError) in try self.request(id) }
    let others = try request.map { request throws(StoreError) in try coming(of: request.id, besides: session.id) } ?? []
    let report = OutcomeReport(outcome, needsFollowUp: row.followUp, by: .registrar)
    let result: (session: Session, request: Request?)
    do throws(TransitionRefusal<OutcomeRefusal>) {
      result = try report.applied(to: session, of: request, hasOtherMeeting: !others.isEmpty, at: now)
    } catch {
      note(row.places.place(of: "outcome"), outcome.code, .possibleOutcome(error.reason))
      return
    }
    sessions.put(result.session)
    guard let after = result.request, after != request else { return }
    requests.put(after)
    guard !after.state.isOpen else { return }
    for var other in others {
      do throws(TransitionRefusal<SessionRefusal>) { try other.apply(.cancel, by: .registrar) } catch {
        throw StoreError(.misuse, "a published meeting that cannot be called off: \(error.reason.code)")
      }
      other.changeReason = .requestEnded
      sessions.put(other)
    }
  }

  /// The published meetings of a request that are still to come.
  private mutating func coming(of request: Request.ID, besides session: Session.ID) throws(StoreError) -> [Session] {
    var found: [Session] = []
    for known in try sessions(of: request) where known.id != session {
      let other = try self.session(known.id) ?? known
      if other.state.isPublished { found.append(other) }
    }
    return found
  }
}
