package import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// Moves a meeting to another time, room or advocate of its partner, by the same rules as a run, and tells the partner.
  ///
  /// All rules that it would break are told at once. One that two people may decide about can be overridden: then
  /// nothing moves until a second person has agreed, see `settleOverride`.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused`; `StoreError`.
  package func moveSession(_ id: Session.ID, _ move: SessionMove, _ order: WriteOrder<SessionAnswer>) async throws
    -> SessionAnswer
  {
    try Self.check(move)
    let now = clock.civilNow
    return try await write(order) { transaction in
      let session = try transaction.session(id, for: order.scope)
      if case .failure(let refusal) = session.state.after(.move, by: order.scope.actor) {
        throw OfficeError.refused(.sessions(.state(refusal.reason)))
      }
      guard session.start > now else { throw OfficeError.refused(.sessions(.begun)) }
      let check = try transaction.rules(at: now)
      try Self.requireExisting(move, session, transaction)
      transaction.audit(targets: [id.text, session.inmate.text])
      let (placement, breaches) = try Self.place(session, move, check)
      if Self.isAt(session, placement) { return SessionAnswer(session) }
      try Self.checkFreeze(session, move, check)
      guard !breaches.isEmpty else {
        return SessionAnswer(try put(session, placement, move.reason, [], check, transaction))
      }
      let broken = Set(breaches.map(\.rule))
      guard broken.isSubset(of: move.overrides), let reason = move.overrideReason else {
        throw OfficeError.refused(.sessions(.rules(breaches)))
      }
      let wish = OverrideWish(
        .move(session.id, placement, move.reason), rules: broken, reason: reason, askedBy: order.scope.uid)
      return SessionAnswer(session, review: try ask(wish, about: session.inmate, transaction))
    }
  }

  /// What is wrong with a move whatever the meeting.
  private static func check(_ move: SessionMove) throws(OfficeError) {
    if let rule = HouseRule.allCases.first(where: { move.overrides.contains($0) && !$0.isOverridable }) {
      throw .refused(.sessions(.notOverridable(rule)))
    }
    let isSaid = (move.overrideReason ?? "").utf8.contains { $0 != 0x20 }
    if !move.overrides.isEmpty && !isSaid { throw .invalid("overrideReason", move.overrideReason, .given) }
    if let reason = move.overrideReason, let expected = FreeText.reason.expectation(reason) {
      throw .invalid("overrideReason", nil, .described(expected))
    }
  }

  /// The advocate and room that were named, which have to be there; the advocate of the meeting's partner.
  private static func requireExisting(_ move: SessionMove, _ session: Session, _ reading: Reading) throws {
    if let advocate = move.advocate {
      guard let found = try reading.find(advocate), found.partner == session.partner else {
        throw OfficeError.notFound("advocate", advocate.text)
      }
    }
    if let room = move.room, try reading.find(room) == nil { throw OfficeError.notFound("room", room.text) }
  }

  /// Where it goes, and what forbids that. Without a named room it keeps its own if that serves; otherwise it takes the
  /// first that does.
  private static func place(
    _ session: Session, _ move: SessionMove, _ check: RuleCheck
  ) throws -> (Placement, [RuleBreach]) {
    guard let request = session.request, let own = session.room else {
      throw OfficeError.refused(.sessions(.rules(RuleCheck.requestEnded)))
    }
    func placement(_ room: Room.ID) -> Placement {
      Placement(
        request: request, advocate: move.advocate ?? session.advocate, room: room, date: move.date, start: move.start,
        minutes: session.hours.minutes)
    }
    let first = placement(move.room ?? own)
    let breaches = check.breaches(first, ignoring: [session.id], notice: .move)
    guard move.room == nil, breaches.contains(where: { $0.room != nil }) else { return (first, breaches) }
    for room in check.index.facts.rooms where room.id != own {
      let other = placement(room.id)
      let found = check.breaches(other, ignoring: [session.id], notice: .move)
      if !found.contains(where: { $0.room != nil }) { return (other, found) }
    }
    return (first, breaches)
  }

  private static func isAt(_ session: Session, _ placement: Placement) -> Bool {
    session.advocate == placement.advocate && session.room == placement.room && session.date == placement.date
      && session.hours.start == placement.start
  }

  /// A pinned meeting stays until the pin is taken out; one in the days in which meetings do not move needs a reason.
  private static func checkFreeze(_ session: Session, _ move: SessionMove, _ check: RuleCheck) throws {
    let breaches: [RuleBreach]
    do throws(PlanningError) { breaches = try check.breaches(moving: session) } catch { throw OfficeError(error) }
    for breach in breaches {
      guard breach.rule == .frozen, case .date(let day)? = breach.values.first else {
        throw OfficeError.refused(.sessions(.rules([breach])))
      }
      if move.reason == nil && move.overrideReason == nil { throw OfficeError.refused(.sessions(.reasonNeeded(day))) }
    }
  }

  /// Writes a meeting at its new place, with the rules that two people overrode. Such a one is pinned: the next run
  /// would put it right again.
  func put(
    _ session: Session, _ placement: Placement, _ reason: ChangeReason?, _ overridden: Set<HouseRule>,
    _ check: RuleCheck, _ transaction: Transaction
  ) throws -> Session {
    guard let end = placement.start.adding(minutes: session.hours.minutes),
      let hours = MinuteRange(placement.start, end)
    else { throw OfficeError.refused(.sessions(.rules(check.breaches(placement, ignoring: [session.id])))) }
    var moved = session
    moved.advocate = placement.advocate
    moved.room = placement.room
    moved.date = placement.date
    moved.hours = hours
    moved.callAt = check.callAt(for: placement.request, placement.start)
    moved.changeReason = reason
    moved.brokenRules = overridden.map(\.code).sorted()
    moved.isPinned = session.isPinned || !overridden.isEmpty
    try transaction.place([moved])
    if session.state.isPublished { try tell(.moved, moved, nil, transaction) }
    return moved
  }
}
