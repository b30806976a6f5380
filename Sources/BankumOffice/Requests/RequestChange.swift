import BankumModel
import BankumPlanning
import BankumStore

/// One change of a request with what follows from it, inside a transaction.
struct RequestChange {
  private let request: Request
  private let office: Office
  private let now: CivilTime
  private let transaction: Transaction

  init(_ request: Request, office: Office, now: CivilTime, _ transaction: Transaction) {
    self.request = request
    self.office = office
    self.now = now
    self.transaction = transaction
  }

  /// Lets the verb's event happen and writes everything.
  func answer(to verb: RequestVerb, by actor: Actor) throws -> RequestAnswer {
    var changed = request
    let today = now.date
    let holder = request.offer?.partner
    switch verb {
    case .check(let missing):
      try changed.apply(missing == nil ? .checkComplete : .checkIncomplete, by: actor, on: today)
      changed.missing = missing
    case .supply: try changed.apply(.supply, by: actor, on: today)
    case .accept: return try accept(by: actor)
    case .refuse(let reason):
      try changed.apply(.refuse, by: actor, on: today)
      guard let holder else { break }
      changed.exclude(
        holder, reason == .conflict ? .conflict : .refusedByPartner, refusal: reason, since: today)
      if reason == .conflict {
        try transaction.put(ReportedConflict(inmate: request.inmate, partner: holder))
      }
      return try end(changed, .asked)
    case .refusePartner:
      try changed.apply(.retract, by: actor, on: today)
      if let holder { changed.exclude(holder, .refusedByInmate, since: today) }
      return try end(changed, .asked)
    case .refuseCounsel(let record):
      try changed.apply(
        .refuseCounsel, by: actor, on: today, closing: Closing(reason: .refusedCounsel, on: today, record: record))
      return try end(changed, .requestEnded)
    case .withdraw:
      try changed.apply(
        .withdraw, by: actor, on: today, closing: Closing(reason: .withdrawnByInmate, on: today))
      return try end(changed, .requestEnded)
    }
    try transaction.put(changed)
    return RequestAnswer(request: request.id, state: changed.state, cancelled: 0)
  }

  /// The partner was silent too long: it is left out, and the request is offered anew.
  func lapse() throws -> RequestAnswer {
    var changed = request
    try changed.apply(.lapse, by: .runner, on: now.date)
    if let holder = request.offer?.partner, !request.excludedPartners.contains(holder) {
      changed.exclude(holder, .silent, since: now.date)
    }
    return try end(changed, .silent)
  }

  /// The offered meeting is confirmed, and the request with it, if the partner may still serve it: the wall and its
  /// credentials are asked again. What only this hour breaks by now does not cost the partner its answer: the next run mends
  /// the meeting.
  private func accept(by actor: Actor) throws -> RequestAnswer {
    var changed = request
    try changed.apply(.accept, by: actor, on: now.date)
    for var session in try transaction.list(Filter<Session>.request(request.id)) where session.state.isPublished {
      if case .success = session.state.after(.accept, by: actor) {
        try transaction.checkRules(of: session, at: now, counting: \.isOfPartner)
        try session.apply(.accept, by: actor)
        try transaction.put(session)
      }
      if changed.state == .accepted { try changed.apply(.schedule, by: actor, on: now.date) }
    }
    try transaction.put(changed)
    return RequestAnswer(request: request.id, state: changed.state, cancelled: 0)
  }

  /// Writes a request that nobody holds any more, and gives its meetings' places back: published ones that are still to
  /// come are called off and told, drafts vanish. One that has begun waits for its
  /// outcome: whatever the clock says of the answer, it may be taking place, or have taken place.
  private func end(_ changed: Request, _ reason: ChangeReason) throws -> RequestAnswer {
    let sessions = try transaction.list(Filter<Session>.request(request.id))
    let called = sessions.filter { $0.state.isPublished && $0.start > now }
    for var session in called {
      try session.apply(.cancel, by: .registrar)
      session.changeReason = reason
      try transaction.put(session)
      try office.tell(.cancelled, session, nil, transaction)
    }
    let drafts = sessions.filter { $0.state == .draft }.map(\.id)
    let gone = Set(drafts + called.map(\.id))
    if !gone.isEmpty, var draft = try transaction.list(Filter<BankumModel.Plan>.draft).first {
      draft.added.removeAll(where: gone.contains)
      draft.moved.removeAll { gone.contains($0.session) }
      draft.cancelled.removeAll(where: gone.contains)
      try transaction.put(draft)
    }
    for id in drafts { try transaction.remove(id) }
    try transaction.put(changed)
    return RequestAnswer(request: request.id, state: changed.state, cancelled: called.count)
  }
}
