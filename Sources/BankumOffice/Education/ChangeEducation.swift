package import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// The house confirms a proposed event. Who takes part is chosen anew, by the facts and the queue of now.
  /// - Throws: `OfficeError`: `notFound`, `refused`; `StoreError`.
  package func confirmEducation(_ id: EducationEvent.ID, _ order: WriteOrder<EducationEvent.ID>) async throws
    -> EducationEvent.ID
  {
    let now = clock.civilNow
    return try await write(order) { transaction in
      var event = try transaction.education(id, for: order.scope)
      guard event.state != .confirmed else { return id }
      var confirmed = event
      try Self.apply(.confirm, to: &confirmed, by: order.scope.actor)
      guard CivilTime(event.date, event.hours.start) > now else { throw OfficeError.refused(.education(.begun)) }
      let (facts, _) = try transaction.houseFacts(at: now)
      let check = try Self.educationCheck(facts, without: id)
      let breaches = check.breaches(event)
      guard breaches.isEmpty else { throw OfficeError.refused(.education(.rules(breaches))) }
      event.participants = Set(try Self.participants(of: event, event.participants.count, check, transaction))
      try Self.checkSize(event, facts)
      confirmed.participants = event.participants
      try Self.place(confirmed, transaction)
      try tell(.new, confirmed, by: order.scope, transaction)
      transaction.audit(targets: [id.text])
      return id
    }
  }

  /// Calls an event off before it begins.
  /// - Throws: `OfficeError`: `notFound`, `refused`; `StoreError`.
  package func cancelEducation(_ id: EducationEvent.ID, _ order: WriteOrder<EducationEvent.ID>) async throws
    -> EducationEvent.ID
  {
    let now = clock.civilNow
    return try await write(order) { transaction in
      var event = try transaction.education(id, for: order.scope)
      guard event.state != .cancelled else { return id }
      let before = event.state
      try Self.apply(.cancel, to: &event, by: order.scope.actor)
      // One that nobody confirmed did not take place: it can be cleared away late.
      guard before == .proposed || CivilTime(event.date, event.hours.start) > now else {
        throw OfficeError.refused(.education(.begun))
      }
      try transaction.put(event)
      try tell(.cancelled, event, by: order.scope, transaction)
      transaction.audit(targets: [id.text])
      return id
    }
  }

  /// Writes down who came. Their requests for the topic are closed; those who did not come keep theirs.
  ///
  /// The registrar may write it anew: who was noted by mistake has his request back.
  /// - Parameter present: register numbers or ids.
  /// - Throws: `OfficeError`: `notFound`, `invalid` with everybody who does not take part, `refused`; `StoreError`.
  package func recordAttendance(
    _ id: EducationEvent.ID, present: [String], _ order: WriteOrder<EducationEvent.ID>
  ) async throws -> EducationEvent.ID {
    let now = clock.civilNow
    return try await write(order) { transaction in
      var event = try transaction.education(id, for: order.scope)
      let actor = order.scope.actor
      try Self.apply(.hold, to: &event, by: actor)
      guard CivilTime(event.date, event.hours.start) <= now else { throw OfficeError.refused(.education(.notBegun)) }
      let came = try Self.attended(event, present, transaction)
      for inmate in event.attended.subtracting(came) { try Self.reopen(inmate, event, now, transaction) }
      for inmate in came.subtracting(event.attended) { try Self.close(inmate, event, by: actor, now, transaction) }
      event.attended = came
      try transaction.put(event)
      transaction.audit(targets: [id.text] + came.map(\.text).sorted())
      return id
    }
  }

  /// Lets a step happen to an event; one that cannot is refused with where the event stands.
  private static func apply(_ step: EducationStep, to event: inout EducationEvent, by actor: Actor) throws(OfficeError)
  {
    do throws(TransitionRefusal<EducationRefusal>) { try event.apply(step, by: actor) } catch {
      throw .refused(.education(.state(event.state)))
    }
  }

  /// Who came, of those who take part. Everybody else is a mistake, told all at once.
  private static func attended(
    _ event: EducationEvent, _ present: [String], _ reading: Reading
  ) throws -> Set<Inmate.ID> {
    var participants: [String: Inmate.ID] = [:]
    for id in event.participants {
      participants[id.text] = id
      if let number = try reading.get(id).registerNumber { participants[number.text] = id }
    }
    var came: Set<Inmate.ID> = []
    var problems: [OfficeProblem] = []
    for (position, text) in present.enumerated() {
      let key = (try? RegisterNumber(parsing: text))?.text ?? text
      if let id = participants[key] {
        came.insert(id)
      } else {
        problems.append(OfficeProblem(place: "present[\(position)]", value: text, expected: .participant))
      }
    }
    guard problems.isEmpty else { throw OfficeError.invalid(problems) }
    return came
  }

  private static func requests(_ inmate: Inmate.ID, _ event: EducationEvent, _ reading: Reading) throws -> [Request] {
    let topic = TopicKey(event.topic)
    return try reading.list(Filter<Request>.of(inmate)).filter { request in
      request.service == .education && request.topic.map { TopicKey($0) == topic } ?? true
    }
  }

  private static func close(
    _ inmate: Inmate.ID, _ event: EducationEvent, by actor: Actor, _ now: CivilTime, _ transaction: Transaction
  ) throws {
    for var request in try requests(inmate, event, transaction) where request.state.isOpen {
      let closing = Closing(reason: .held, on: max(event.date, request.submittedOn))
      try request.apply(.fulfil, by: actor, on: now.date, closing: closing)
      try transaction.put(request)
    }
  }

  private static func reopen(
    _ inmate: Inmate.ID, _ event: EducationEvent, _ now: CivilTime, _ transaction: Transaction
  ) throws {
    let closing = { (request: Request) in Closing(reason: .held, on: max(event.date, request.submittedOn)) }
    for var request in try requests(inmate, event, transaction)
    where request.state == .closed && request.closing == closing(request) {
      try request.apply(.unfulfil, by: .registrar, on: now.date)
      try transaction.put(request)
    }
  }
}
