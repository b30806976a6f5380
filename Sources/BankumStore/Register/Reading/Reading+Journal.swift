package import BankumModel

extension Reading {
  /// The events after a number, at most so many, in order.
  package func events(after number: EventNumber, limit: Int = 1000) throws(StoreError) -> EventPage {
    var events: [RegisterEvent] = []
    var last: EventNumber?
    try eachRow(
      "SELECT id, sequence, made_at, kind, body FROM event WHERE id > ? ORDER BY id LIMIT ?",
      [.integer(number.value), .integer(Int64(limit))]
    ) { row throws(StoreError) in
      var reader = FieldReader(row.fields(5))
      let (number, sequence, madeAt) = (EventNumber(try reader.integer()), try reader.integer(), try reader.instant())
      last = number
      guard let event = Outbox.event(kind: try reader.text(), body: try reader.json()) else { return }
      events.append(RegisterEvent(number: number, sequence: sequence, madeAt: madeAt, event: event))
    }
    return EventPage(events: events, last: last)
  }

  /// The number of the last event; 0 if there is none.
  package func lastEvent() throws(StoreError) -> EventNumber { try Outbox.last(in: database) }

  /// The first event that is kept, if events behind the given number may have been dropped; nil: all of them are there.
  package func firstEvent(behind number: EventNumber) throws(StoreError) -> EventNumber? {
    var first: EventNumber?
    try eachRow("SELECT id FROM event ORDER BY id LIMIT 1", []) { first = EventNumber($0.integer(0)) }
    guard let first, number < first, try integer("SELECT count(*) FROM event", []) > Register.keptEvents else {
      return nil
    }
    return first
  }

  /// Entries of the audit log after a number, at most so many, in order.
  package func audit(after number: Int64 = 0, limit: Int = 1000) throws(StoreError) -> [AuditEntry] {
    var entries: [AuditEntry] = []
    try AuditLog.each(
      "WHERE number > ? ORDER BY number LIMIT ?", [.integer(number), .integer(Int64(limit))], in: database
    ) { entries.append($0) }
    return entries
  }

  /// Who had to do with something since a time, in order; reads of everybody of its kind are among them.
  package func audit<Kind>(of id: Identifier<Kind>, since: Instant) throws(StoreError) -> [AuditEntry] {
    var entries: [AuditEntry] = []
    try AuditLog.each(
      """
      WHERE number IN (SELECT number FROM audit_target WHERE target IN (?, ?)) AND made_at >= ? ORDER BY number
      """, [.text(id.text), .text("\(Kind.idPrefix)-*"), .integer(since.milliseconds)], in: database
    ) { entries.append($0) }
    return entries
  }

  /// Looks at every link of the audit log; reads all of it.
  package func verifyAudit() throws(StoreError) -> AuditVerdict { try AuditLog.verify(in: database, ring: ring) }

  /// Whether bytes of this name are kept beside a run.
  package func hasAttachment(_ name: String, of run: Run.ID) throws(StoreError) -> Bool {
    try integer("SELECT count(*) FROM run_attachment WHERE owner = ? AND name = ?", [.id(run), .text(name)]) > 0
  }

  /// The bytes kept beside a run, or nil.
  package func attachment(_ name: String, of run: Run.ID) throws(StoreError) -> [UInt8]? {
    var found: [UInt8]?
    try eachRow("SELECT body FROM run_attachment WHERE owner = ? AND name = ?", [.id(run), .text(name)]) {
      row throws(StoreError) in
      var reader = FieldReader(row.fields(1))
      found = try reader.bytes()
    }
    return found
  }
}
