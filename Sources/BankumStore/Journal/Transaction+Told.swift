import BankumModel

extension Transaction {
  /// Notes what the value tells others once it is committed; asked before its row is written.
  func noteTold<Value: Stored>(_ value: Value) throws(StoreError) {
    switch value {
    case let request as Request: told.note(request, before: try holder(of: request.id))
    case let session as Session: try noteTold(session)
    case let event as EducationEvent: told.note(event)
    case let review as ReviewEntry: told.note(review)
    case let notice as Notice: told.note(notice)
    case let rule as Rule: told.note(rule)
    case let grant as RoleGrant: told.tell(.granted(grant.role, to: grant.uid))
    case let run as Run: told.tell(.run(run.id.text, run.status.code, placed: run.placed, waiting: run.waiting))
    case let plan as Plan: noteTold(plan)
    default: break
    }
  }

  /// Notes an import, whose number is known only when its row is written.
  func noteTold(_ batch: ImportBatch, number: Int64) {
    told.tell(batch.undoneAt == nil ? .imported(number, batch.kind) : .importUndone(number, batch.kind))
  }

  /// Everything that the write tells, with the user who wrote.
  func toldEvents() throws(StoreError) -> [HouseEvent] {
    if changes.touch(Inmate.self) { try noteCallListsOfInmates() }
    return told.all(tables: changes.tables).map { $0.written(by: call.uid) }
  }

  private func noteTold(_ plan: Plan) {
    switch plan.state {
    case .published: told.tell(.published(version: plan.version ?? 0, run: plan.run?.text))
    case .discarded: told.tell(.discarded)
    case .draft, .replaced: break
    }
  }

  private func noteTold(_ session: Session) throws(StoreError) {
    let before = try standing(of: session.id)
    let isListed = session.state.isPublished
    if isListed || before?.isListed == true, before != SessionStanding(session) {
      // Who has come or not changes no call list.
      if isListed || session.state == .cancelled {
        if let before, before.isListed { told.noteCallList(before.date) }
        if isListed { told.noteCallList(session.date) }
      }
    }
    if session.state != .draft { told.note(session) }
  }

  private func holder(of request: Request.ID) throws(StoreError) -> Partner.ID? {
    var holder: Partner.ID?
    try eachRow("SELECT offer_partner FROM request WHERE id = ?", [.id(request)]) { row throws(StoreError) in
      var reader = FieldReader(row.fields(1))
      holder = try reader.optionalID()
    }
    return holder
  }

  private func standing(of session: Session.ID) throws(StoreError) -> SessionStanding? {
    var found: SessionStanding?
    try eachRow(
      "SELECT state, day, start_minute, end_minute, call_minute, inmate, room FROM session WHERE id = ?",
      [.id(session)]
    ) { row throws(StoreError) in
      var reader = FieldReader(row.fields(7))
      let state: SessionState = try reader.code()
      found = SessionStanding(
        isListed: state.isPublished, date: try reader.date(), hours: try reader.hours(), callAt: try reader.minute(),
        inmate: try reader.id(), room: try reader.optionalID())
    }
    return found
  }

  /// The call lists on which an inmate stands whose record was written: block, cell or presence may be others.
  private func noteCallListsOfInmates() throws(StoreError) {
    let select = "SELECT DISTINCT day FROM session WHERE state IN ('offered', 'confirmed') AND day >= ?"
    let today = Field.day(now.date(in: .westernIndonesia).adding(days: -1))
    func note(_ condition: String, _ arguments: [Field]) throws(StoreError) {
      try eachRow(select + condition, [today] + arguments) { row throws(StoreError) in
        var reader = FieldReader(row.fields(1))
        told.noteCallList(try reader.date())
      }
    }
    guard !changes.isAboutMany else { return try note("", []) }
    for inmate in changes.inmates { try note(" AND inmate = ?", [.id(inmate)]) }
  }
}

/// What a call list shows of a session.
private struct SessionStanding: Equatable {
  let isListed: Bool
  let date: CivilDate
  let hours: MinuteRange
  let callAt: MinuteOfDay
  let inmate: Inmate.ID
  let room: Room.ID?

  init(
    isListed: Bool, date: CivilDate, hours: MinuteRange, callAt: MinuteOfDay, inmate: Inmate.ID, room: Room.ID?
  ) {
    self.isListed = isListed
    self.date = date
    self.hours = hours
    self.callAt = callAt
    self.inmate = inmate
    self.room = room
  }

  init(_ session: Session) {
    self.init(
      isListed: session.state.isPublished, date: session.date, hours: session.hours, callAt: session.callAt,
      inmate: session.inmate, room: session.room)
  }
}
