package import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// Proposes an education event; it takes hall, speakers and participants at once. The house confirms it.
  ///
  /// Who takes part is chosen by the queue: first those who asked for the topic, then people whom nobody has seen yet.
  /// - Throws: `OfficeError`: `invalid` with everything that is wrong, `notFound`, `refused`; `StoreError`.
  package func proposeEducation(_ proposal: EducationProposal, _ order: WriteOrder<EducationEvent.ID>) async throws
    -> EducationEvent.ID
  {
    let now = clock.civilNow
    return try await write(order) { transaction in
      try Self.requireExisting(proposal, order.scope, transaction)
      let (facts, _) = try transaction.houseFacts(at: now)
      let check = try Self.educationCheck(facts)
      var event = EducationEvent(
        id: newID(), topic: proposal.topic, partner: proposal.partner, advocates: proposal.advocates,
        room: Room.ID(bits: 0), date: proposal.date, hours: try Self.hours(proposal, facts))
      event.room = try Self.hall(for: event, proposal, check)
      let breaches = check.breaches(event)
      guard breaches.isEmpty else { throw OfficeError.refused(.education(.rules(breaches))) }
      event.participants = Set(try Self.participants(of: event, proposal.size, check, transaction))
      try Self.checkSize(event, facts)
      try Self.place(event, transaction)
      try tell(.new, event, by: order.scope, transaction)
      transaction.audit(targets: [event.id.text])
      return event.id
    }
  }

  static func educationCheck(
    _ facts: HouseFacts, without event: EducationEvent.ID? = nil
  ) throws(OfficeError) -> EducationCheck {
    do throws(PlanningError) { return try EducationCheck(facts, without: event) } catch { throw OfficeError(error) }
  }

  /// The partner and its people, who have to be there and within the caller's reach.
  private static func requireExisting(_ proposal: EducationProposal, _ scope: Scope, _ reading: Reading) throws {
    guard scope.partner ?? proposal.partner == proposal.partner, try reading.find(proposal.partner) != nil else {
      throw OfficeError.notFound("partner", proposal.partner.text)
    }
    for id in proposal.advocates {
      guard let advocate = try reading.find(id), advocate.partner == proposal.partner else {
        throw OfficeError.notFound("advocate", id.text)
      }
    }
    if let room = proposal.room, try reading.find(room) == nil { throw OfficeError.notFound("room", room.text) }
  }

  /// The hours, when everything that the proposal says is sound by the rules of its day.
  private static func hours(_ proposal: EducationProposal, _ facts: HouseFacts) throws -> MinuteRange {
    let fewest = try facts.rules.integer(.educationMinimum, on: proposal.date)
    let most = try facts.rules.integer(.educationMaximum, on: proposal.date)
    let minutes = try facts.rules.integer(.educationMinutes, on: proposal.date)
    var problems: [OfficeProblem] = []
    func require(_ holds: Bool, _ place: String, _ value: String?, _ expected: Expectation) {
      if !holds { problems.append(OfficeProblem(place: place, value: value, expected: expected)) }
    }
    require(proposal.topic.utf8.contains { $0 != 0x20 }, "topic", nil, .given)
    if let expected = FreeText.expectation(proposal.topic, limit: FreeText.topic.limit) {
      problems.append(OfficeProblem(place: "topic", value: nil, expected: .described(expected)))
    }
    require(fewest...max(fewest, most) ~= proposal.size, "size", "\(proposal.size)", .number(fewest, most))
    let longest = 1_439 - proposal.start.minutes
    require(
      minutes <= proposal.minutes && proposal.minutes <= longest, "minutes", "\(proposal.minutes)",
      .number(minutes, longest))
    require(!proposal.advocates.isEmpty, "advocates", nil, .given)
    require(
      Set(proposal.advocates).count == proposal.advocates.count, "advocates", nil, .described("each speaker once"))
    guard problems.isEmpty, let end = proposal.start.adding(minutes: proposal.minutes),
      let hours = MinuteRange(proposal.start, end)
    else { throw OfficeError.invalid(problems) }
    return hours
  }

  /// The named hall, or the first that is large enough and free; when none is free the first, so that the refusal says
  /// why.
  private static func hall(
    for event: EducationEvent, _ proposal: EducationProposal, _ check: EducationCheck
  ) throws -> Room.ID {
    if let room = proposal.room { return room }
    let halls = check.index.facts.rooms.filter { $0.kind == .hall && $0.places >= proposal.size }
    let free = halls.first { hall in
      var event = event
      event.room = hall.id
      return !check.breaches(event).contains { $0.room == hall.id }
    }
    guard let hall = free ?? halls.first else { throw OfficeError.refused(.education(.noHall)) }
    return hall.id
  }

  /// Who takes part: those who asked for the topic or for any, then people whom nobody has seen yet. Nobody hears a
  /// topic twice.
  static func participants(
    of event: EducationEvent, _ size: Int, _ check: EducationCheck, _ reading: Reading
  ) throws -> [Inmate.ID] {
    let topic = TopicKey(event.topic)
    var heard: Set<Inmate.ID> = []
    var seen = Set(try reading.contacts().map(\.inmate))
    for other in try reading.all(EducationEvent.self) where other.id != event.id && other.state != .cancelled {
      let present = other.state == .held ? other.attended : other.participants
      seen.formUnion(present)
      if TopicKey(other.topic) == topic { heard.formUnion(present) }
    }
    let facts = check.index.facts
    let wanting = facts.requests.filter { request in
      request.service == .education && request.state.isOpen && !heard.contains(request.inmate)
        && request.topic.map { TopicKey($0) == topic } ?? true
    }
    let others = facts.inmates.map(\.id).filter { !seen.contains($0) }
    do throws(PlanningError) {
      return try check.participants(of: event, requests: wanting, others: others, size: size)
    } catch {
      throw OfficeError(error)
    }
  }

  static func checkSize(_ event: EducationEvent, _ facts: HouseFacts) throws {
    let fewest = try facts.rules.integer(.educationMinimum, on: event.date)
    guard event.participants.count >= fewest else {
      throw OfficeError.refused(.education(.tooFew(event.participants.count, fewest)))
    }
  }

  /// Writes an event; somebody who is taken then is a refusal, not a fault.
  static func place(_ event: EducationEvent, _ transaction: Transaction) throws {
    do { try transaction.put(event) } catch  where error.code == .doubleBooking {
      throw OfficeError.refused(.education(.taken))
    }
  }
}
