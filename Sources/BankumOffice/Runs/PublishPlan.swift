import BankumModel
import BankumPlanning
package import BankumStore
import JSON

extension Office {
  /// Brings the draft into force: its meetings become offers, or are confirmed where a partner has accepted; its
  /// moves and cancellations take effect; the partners are told.
  /// - Returns: the version.
  /// - Throws: `OfficeError`: `notFound` without a draft; `busy` when a fact that the draft rests on has changed so that
  ///   one of its meetings would break a rule; `StoreError`.
  package func publishPlan(_ order: WriteOrder<Int>) async throws -> Int {
    let now = clock.civilNow
    return try await write(order) { transaction in
      guard let draft = try transaction.list(Filter<BankumModel.Plan>.draft).first else {
        throw OfficeError.notFound("draft", "")
      }
      let version = try publish(draft, now, transaction)
      transaction.audit(targets: [draft.id.text])
      return version
    }
  }

  /// Throws the draft away.
  /// - Throws: `OfficeError.notFound`; `StoreError`.
  @discardableResult
  package func discardPlan(_ order: WriteOrder<Done>) async throws -> Done {
    return try await write(order) { transaction in
      guard var draft = try transaction.list(Filter<BankumModel.Plan>.draft).first else {
        throw OfficeError.notFound("draft", "")
      }
      let sessions = draft.added
      try draft.discard()
      try transaction.put(draft)
      for session in sessions { try transaction.remove(session) }
      transaction.audit(targets: [draft.id.text])
      return Done()
    }
  }

  /// The version that the draft becomes.
  func publish(_ draft: BankumModel.Plan, _ now: CivilTime, _ transaction: Transaction) throws -> Int {
    let former = try transaction.list(Filter<BankumModel.Plan>.published).first
    let version = (former?.version ?? 0) + 1
    let drafts = try transaction.list(Filter<Session>.drafts)
    let reasons = try Self.check(draft, drafts, now, transaction)
    if var former {
      try former.replace()
      try transaction.put(former)
    }
    var plan = draft
    try plan.publish(version: version, at: transaction.now)
    try transaction.put(plan)
    try apply(cancelled: draft.cancelled, reasons, now, version, transaction)
    try apply(moved: draft.moved, reasons, version, transaction)
    for session in drafts { try offer(session, now, version, transaction) }
    return version
  }

  /// Looks at every meeting that the draft makes or moves by the facts of now, as if all of the draft held, and by the
  /// ranks of its run. What it moves or calls off must still be to come. Returns why each of these changes.
  private static func check(
    _ plan: BankumModel.Plan, _ drafts: [Session], _ now: CivilTime, _ transaction: Transaction
  ) throws -> [Session.ID: ChangeReason] {
    let (facts, _) = try transaction.houseFacts(at: now)
    let published = Dictionary(
      facts.sessions.filter(\.state.isPublished).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for id in plan.cancelled + plan.moved.map(\.session) where published[id] == nil {
      throw OfficeError.busy(.draftOutdated(id, .requestClosed))
    }
    let moved = plan.moved.compactMap { move in published[move.session].map { $0.moved(move) } }
    let basis = try plan.run.flatMap { try transaction.attachment(RunArchive.Part.basis, of: $0) }
      .map { try RunBasis($0) }
    let found: (session: Session, breach: RuleBreach)?
    let reasons: [Session.ID: ChangeReason]
    do throws(PlanningError) {
      found = try DraftCheck(
        facts, new: drafts, moved: moved, cancelled: Set(plan.cancelled), ranks: basis?.ranks ?? [:],
        days: basis?.days
      ).firstBreach()
      let changing = plan.cancelled + plan.moved.map(\.session)
      reasons = try DraftCheck.reasons(facts, for: changing.compactMap { published[$0] })
    } catch {
      throw OfficeError(error)
    }
    if let found { throw OfficeError.busy(.draftOutdated(found.session.id, found.breach.rule)) }
    return reasons
  }

  private func offer(
    _ draft: Session, _ now: CivilTime, _ version: Int, _ transaction: Transaction
  ) throws {
    var session = draft
    if let id = draft.request {
      var request = try transaction.get(id)
      switch request.state {
      case .submitted, .noEligiblePartner:
        try request.offer(to: draft.partner, at: now, by: .registrar)
        try session.apply(.publishOffer, by: .registrar)
      case .accepted:
        try request.apply(.schedule, by: .registrar, on: now.date)
        try session.apply(.publish, by: .registrar)
      case .offered, .incomplete, .scheduled, .closed, .withdrawn, .transferred, .released, .deceased:
        try session.apply(.publishOffer, by: .registrar)
      }
      try transaction.put(request)
    } else {
      try session.apply(.publishOffer, by: .registrar)
    }
    try transaction.put(session)
    try tell(.new, session, version, transaction)
  }

  /// Calls meetings off, each with its reason. One that its partner had accepted is a lost meeting of the request: the
  /// inmate was promised it.
  private func apply(
    cancelled: [Session.ID], _ reasons: [Session.ID: ChangeReason], _ now: CivilTime, _ version: Int,
    _ transaction: Transaction
  ) throws {
    for id in cancelled {
      var session = try transaction.get(id)
      let wasConfirmed = session.state == .confirmed
      try session.apply(.cancel, by: .registrar)
      session.changeReason = reasons[id] ?? .urgency
      try transaction.put(session)
      if var request = try transaction.required(ifSet: session.request) {
        if wasConfirmed, request.state == .scheduled {
          try request.apply(.unschedule, by: .registrar, on: now.date)
          request.lostMeetings += 1
          try transaction.put(request)
        } else if !wasConfirmed, request.state == .offered || request.state == .incomplete {
          try request.apply(.retract, by: .registrar, on: now.date)
          try transaction.put(request)
        }
      }
      try tell(.cancelled, session, version, transaction)
    }
  }

  private func apply(
    moved: [PlanMove], _ reasons: [Session.ID: ChangeReason], _ version: Int, _ transaction: Transaction
  ) throws {
    let sessions = try moved.map { move -> Session in
      var session = try transaction.required(move.session).moved(move)
      session.changeReason = reasons[move.session] ?? .urgency
      return session
    }
    try transaction.put(rearranged: sessions)
    for session in sessions { try tell(.moved, session, version, transaction) }
  }
}

extension Session {
  /// The meeting where the plan puts it.
  fileprivate func moved(_ move: PlanMove) -> Session {
    var session = self
    session.advocate = move.advocate
    session.room = move.room
    session.date = move.date
    session.hours = move.hours
    session.callAt = move.callAt
    return session
  }
}
