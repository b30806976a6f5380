package import BankumModel
import BankumPlanning
package import BankumStore

extension Office {
  /// The rule that a recorded visit without a room breaks.
  private static let roomMissing = "roomMissing"

  /// Writes down a visit that took place without having been planned. It is taken even against a rule, and keeps the
  /// rules that it broke.
  ///
  /// A partner records visits of its own people to those whom it may see.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` for a meeting that is in the schedule; `StoreError`.
  package func recordSession(_ visit: RecordedVisit, _ order: WriteOrder<SessionAnswer>) async throws -> SessionAnswer {
    guard visit.service != .education else {
      throw OfficeError.invalid("service", visit.service.code, .oneOf(["consultation", "assistance"]))
    }
    guard visit.outcome.isReported else {
      throw OfficeError.invalid(
        "outcome", visit.outcome.code, .oneOf(SessionState.allCases.filter(\.isReported).map(\.code)))
    }
    let now = clock.civilNow
    guard CivilTime(visit.date, visit.hours.start) <= now else {
      throw OfficeError.invalid(
        [Problem(place: "date", value: visit.date.text, expected: "a visit that has begun; plan one that is to come")])
    }
    return try await write(order) { transaction in
      let advocate = try Self.advocate(of: visit, order.scope, transaction)
      let planned = try transaction.list(Filter<Session>.inmate(visit.inmate, DateRange(first: visit.date, days: 1)))
      if let planned = planned.first(where: {
        $0.partner == advocate.partner && $0.hours.overlaps(visit.hours) && $0.state != .draft && $0.state != .cancelled
      }) {
        throw OfficeError.refused(.sessions(.scheduled(planned.id)))
      }
      let (session, request) = try write(visit, advocate, now, by: order.scope.actor, transaction)
      transaction.audit(targets: [session.id.text, visit.inmate.text])
      return SessionAnswer(session, request)
    }
  }

  /// Writes a recorded visit, its outcome and what it broke. Also for imports, which have looked at ids and overlaps.
  /// - Throws: `OfficeError`, `StoreError`.
  package func write(
    _ visit: RecordedVisit, _ advocate: Advocate, _ now: CivilTime, by actor: Actor, _ transaction: Transaction
  ) throws -> (session: Session, request: Request?) {
    let before = try transaction.contacts(of: visit.inmate)
    var session = Session(
      id: newID(), request: visit.request, service: visit.service, inmate: visit.inmate, partner: advocate.partner,
      advocate: advocate.id, room: visit.room, date: visit.date, hours: visit.hours, callAt: visit.hours.start,
      state: .unreported, isFirstMeeting: !before.contains { $0.partner == advocate.partner },
      origin: visit.isUrgent ? .urgent : .walkIn)
    session.brokenRules = try Self.brokenRules(visit, as: session.id, now, transaction)
    let report = OutcomeReport(visit.outcome, needsFollowUp: visit.needsFollowUp, by: actor)
    return try apply(report, to: session, now, transaction)
  }

  /// The codes of the rules that the visit broke, by the facts of now; in their order.
  private static func brokenRules(
    _ visit: RecordedVisit, as id: Session.ID, _ now: CivilTime, _ reading: Reading
  ) throws -> [String] {
    // A visit without an open request is looked at as if one had been filed for it.
    var request = visit.request
    var assumed: Request?
    if try request.flatMap({ try reading.find($0) })?.state.isOpen != true {
      let filed = Request(
        id: Request.ID(bits: id.bits), inmate: visit.inmate, service: visit.service, submittedOn: visit.date,
        channel: .lbh)
      assumed = filed
      request = filed.id
    }
    var rules: Set<String> = visit.room == nil ? [roomMissing] : []
    guard let request else { return rules.sorted() }
    // Somebody who has left the house since is in no plan's facts.
    guard try reading.get(visit.inmate).presence.isPlannable else {
      return rules.union([HouseRule.inmateGone.code]).sorted()
    }
    let breaches = try reading.rules(at: now, adding: assumed).breaches(
      visitFor: request, advocate: visit.advocate, room: visit.room, date: visit.date, hours: visit.hours)
    rules.formUnion(breaches.map(\.rule.code))
    return rules.sorted()
  }

  /// Whom and what the visit names, as far as the caller sees.
  private static func advocate(of visit: RecordedVisit, _ scope: Scope, _ reading: Reading) throws -> Advocate {
    guard let advocate = try reading.find(visit.advocate), scope.partner ?? advocate.partner == advocate.partner else {
      throw OfficeError.notFound("advocate", visit.advocate.text)
    }
    guard try reading.find(visit.inmate) != nil, try isSeen(visit.inmate, scope, reading) else {
      throw OfficeError.notFound("inmate", visit.inmate.text)
    }
    if let room = visit.room, try reading.find(room) == nil { throw OfficeError.notFound("room", room.text) }
    if let id = visit.request {
      guard let request = try reading.find(id), request.inmate == visit.inmate,
        scope.partner == nil || request.offer?.partner == scope.partner
      else { throw OfficeError.notFound("request", id.text) }
    }
    return advocate
  }

  /// Whether somebody of this reach may know that the inmate is here: a partner those whom it was offered, has
  /// accepted, has met or represents.
  static func isSeen(_ inmate: Inmate.ID, _ scope: Scope, _ reading: Reading) throws -> Bool {
    guard let partner = scope.partner else { return true }
    if try reading.list(Filter<Request>.of(inmate)).contains(where: { $0.offer?.partner == partner }) { return true }
    if try reading.contacts(of: inmate).contains(where: { $0.partner == partner }) { return true }
    return try reading.list(Filter<Mandate>.of(inmate)).contains { $0.partner == partner }
  }
}
