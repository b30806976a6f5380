package import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// The house confirms a proposed event. Who takes part is chosen anew, by the facts and the queue of now.
  /// - Throws: `OfficeError`: `notFound`, `refused`; `StoreError`.
  package func confirmEducation(_ id: EducationEvent.ID, _ order: WriteOrder) async throws -> EducationEvent.ID {
    let now = clock.civilNow
    return try await register.write(as: order.call) { transaction in
      var event = try transaction.education(id, for: order.scope)
      guard event.state != .confirmed else { return id }
      guard event.state == .proposed else { throw OfficeError.refused(.education(.state(event.state))) }
      guard CivilTime(event.date, event.hours.start) > now else { throw OfficeError.refused(.education(.begun)) }
      let (facts, _) = try transaction.houseFacts(at: now)
      let check = try Self.educationCheck(facts, without: id)
      let breaches = check.breaches(event)
      guard breaches.isEmpty else { throw OfficeError.refused(.education(.rules(breaches))) }
      event.participants = Set(try Self.participants(of: event, event.participants.count, check, transaction))
      try Self.checkSize(event, facts)
      event.state = .confirmed
      try Self.place(event, transaction)
      try tell(.new, event, order, transaction)
      transaction.audit(targets: [id.text])
      return id
    }
  }

  /// Calls an event off before it begins.
  /// - Throws: `OfficeError`: `notFound`, `refused`; `StoreError`.
  package func cancelEducation(_ id: EducationEvent.ID, _ order: WriteOrder) async throws -> EducationEvent.ID {
    let now = clock.civilNow
    return try await register.write(as: order.call) { transaction in
      var event = try transaction.education(id, for: order.scope)
      guard event.state != .cancelled else { return id }
      guard event.state.isPlanned else { throw OfficeError.refused(.education(.state(event.state))) }
      // One that nobody confirmed did not take place: it can be cleared away late.
      guard event.state == .proposed || CivilTime(event.date, event.hours.start) > now else {
        throw OfficeError.refused(.education(.begun))
      }
      event.state = .cancelled
      try transaction.put(event)
      try tell(.cancelled, event, order, transaction)
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
    _ id: EducationEvent.ID, present: [String], _ order: WriteOrder
  ) async throws -> EducationEvent.ID {
    let now = clock.civilNow
    return try await register.write(as: order.call) { transaction in
      var event = try transaction.education(id, for: order.scope)
      let isCorrection = event.state == .held && order.scope.actor == .registrar
      guard event.state == .confirmed || isCorrection else {
        throw OfficeError.refused(.education(.state(event.state)))
      }
      guard CivilTime(event.date, event.hours.start) <= now else { throw OfficeError.refused(.education(.notBegun)) }
      let came = try Self.attended(event, present, transaction)
      for inmate in event.attended.subtracting(came) { try Self.reopen(inmate, event, transaction) }
      for inmate in came.subtracting(event.attended) { try Self.close(inmate, event, transaction) }
      event.state = .held
      event.attended = came
      try transaction.put(event)
      transaction.audit(targets: [id.text] + came.map(\.text).sorted())
      return id
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

  private static func close(_ inmate: Inmate.ID, _ event: EducationEvent, _ transaction: Transaction) throws {
    for var request in try requests(inmate, event, transaction) where request.state.isOpen {
      request.state = .closed
      request.offer = nil
      request.closing = Closing(reason: .held, on: max(event.date, request.submittedOn))
      try transaction.put(request)
    }
  }

  private static func reopen(_ inmate: Inmate.ID, _ event: EducationEvent, _ transaction: Transaction) throws {
    let closing = { (request: Request) in Closing(reason: .held, on: max(event.date, request.submittedOn)) }
    for var request in try requests(inmate, event, transaction)
    where request.state == .closed && request.closing == closing(request) {
      request.state = .submitted
      request.closing = nil
      try transaction.put(request)
    }
  }
}
