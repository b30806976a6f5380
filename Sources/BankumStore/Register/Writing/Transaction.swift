package import BankumModel
import GRDB

/// One write: everything in it is committed together with its audit entry, or nothing is.
///
/// It lives inside the closure that it is passed to and must not leave it. It also reads, and sees its own writes.
package final class Transaction: Reading {
  /// The time of the write, by the house's clock.
  package let now: Instant
  /// The user and method.
  package let call: Call
  /// Whether the work is thrown away at the end, and only the answer stays.
  private(set) var isDryRun = false
  private(set) var entries: [AuditDraft] = []
  /// What others are told once it is committed.
  var told = ToldChanges()
  private(set) var changes = RegisterChanges()
  /// What the tables hold.
  let ledger: Ledger
  /// The last number that was given in each table of numbered rows.
  private var numbers: [String: Int64] = [:]

  init(_ database: Database, ring: KeyRing, ledger: Ledger, call: Call, now: Instant) {
    self.now = now
    self.call = call
    self.ledger = ledger
    super.init(database, ring: ring)
  }

  /// Adds a value or replaces the one with its id. Throws `invalid` with every problem, `doubleBooking`, `constraint`.
  ///
  /// For values that the database numbers the result is their number.
  @discardableResult
  package func put<Value: Stored>(_ value: Value) throws(StoreError) -> Int64 {
    try requireSound(value)
    return try write(value)
  }

  /// Throws `invalid` with every problem of a value.
  func requireSound<Value: Stored>(_ value: Value) throws(StoreError) {
    let problems = value.problems
    guard problems.isEmpty else {
      throw StoreError(.invalid, "a value of \(Value.table.name)", problems: problems)
    }
  }

  /// Puts values one after the other; problems are placed by index: `[3].name`.
  package func put<Value: Stored>(all values: [Value]) throws(StoreError) {
    var problems: [Problem] = []
    for (index, value) in values.enumerated() { problems += value.problems.map { $0.at("[\(index)]") } }
    guard problems.isEmpty else { throw StoreError(.invalid, "values of \(Value.table.name)", problems: problems) }
    for value in values { try write(value) }
  }

  /// Puts meetings that may change places with each other: what they took before is given back first.
  package func put(rearranged sessions: [Session]) throws(StoreError) {
    for table in ["inmate_time", "advocate_time", "room_time"] {
      for session in sessions {
        guard let before = try find(session.id), before.state.isPlanned else { continue }
        let subject: Field =
          switch table {
          case "inmate_time": .id(before.inmate)
          case "advocate_time": .id(before.advocate)
          default: before.room.map { .id($0) } ?? .null
          }
        try execute(
          "DELETE FROM \(table) WHERE layer = ? AND subject = ? AND day = ? AND holder = ?",
          [.integer(before.state == .draft ? 1 : 0), subject, .day(before.date), .id(before.id)])
      }
    }
    try put(all: sessions)
  }

  /// Takes a value out; nothing happens if there is none. Throws `constraint` if something else refers to it.
  package func remove<Value: Stored & Entity>(_ id: Identifier<Value>) throws(StoreError) {
    changes.note(Value.table)
    if Value.table.inmateColumn != nil {
      try eachRow("SELECT inmate FROM \(Value.table.name) WHERE id = ?", [.integer(Int64(id.bits))]) { row in
        changes.note(Identifier(bits: UInt64(bitPattern: row.integer(0))))
      }
    }
    try execute("DELETE FROM \(Value.table.name) WHERE id = ?", [.integer(Int64(id.bits))])
  }

  /// Takes a role from a user; whether he had it.
  package func remove(role: String, of uid: UInt32) throws(StoreError) -> Bool {
    try execute("DELETE FROM role_grant WHERE uid = ? AND role = ?", [.integer(Int64(uid)), .text(role)])
    guard database.changesCount > 0 else { return false }
    told.tell(.revoked(role, from: uid))
    return true
  }

  /// Takes a listed holiday out again: the registrar corrects a list.
  package func remove(holidayOn date: CivilDate) throws(StoreError) {
    changes.note(Holiday.table)
    try execute("DELETE FROM holiday WHERE id = ?", [.day(date)])
  }

  /// Takes the hours of a weekday out: the house is closed on it.
  package func remove(hoursOf weekday: Weekday) throws(StoreError) {
    changes.note(WeekdayHours.table)
    try execute("DELETE FROM weekday_hours WHERE id = ?", [.integer(Int64(weekday.isoNumber))])
  }

  /// Keeps bytes beside a run: its problem, its prices.
  package func attach(_ bytes: [UInt8], named name: String, to run: Run.ID) throws(StoreError) {
    try execute(
      "INSERT INTO run_attachment (owner, name, body) VALUES (?, ?, ?)", [.id(run), .text(name), .bytes(bytes)])
  }

  /// Forgets what is kept beside runs, but beside the latest so many.
  package func removeAttachments(butOfLatest count: Int) throws(StoreError) {
    try execute(
      """
      DELETE FROM run_attachment WHERE owner NOT IN (SELECT id FROM run ORDER BY started_at DESC, id LIMIT ?)
      """, [.integer(Int64(count))])
  }

  /// Says what the write was about, in an audit entry of its own. A write that says nothing gets one entry with what
  /// was touched.
  package func audit(_ outcome: AuditOutcome = .done, method: String? = nil, targets: [String]) {
    var entry = call.entry(outcome, targets: targets, at: now)
    if let method { entry.method = method }
    entries.append(entry)
  }

  /// Tells others, once it is committed, what no record that was put tells by itself.
  package func tell(_ event: HouseEvent) { told.tell(event) }

  /// Throws the work away at the end and keeps the answer: `--dry-run`. The audit log says so.
  package func discardAtEnd() { isDryRun = true }

  /// Writes everything again that another key than the current one sealed or authenticated; how many rows.
  package func sealAgain() throws(StoreError) -> Int {
    var count = 0
    for kind in StoredKinds.all { count += try sealAgain(kind) }
    count += try AnsweredCalls.sealAgain(ring: ring, in: database)
    if count > 0 { try AnsweredCalls.authenticateAll(in: database, ring: ring) }
    try ledger.recount(in: database)
    return count
  }

  private func sealAgain<Value: Stored>(_ type: Value.Type) throws(StoreError) -> Int {
    var old: [Int64] = []
    try eachRow(
      "SELECT id FROM \(Value.table.name) WHERE substr(body, 2, 4) <> ?", [.bytes(ring.current.idBytes)]
    ) { old.append($0.integer(0)) }
    for rowKey in old {
      let values: [Value] = try rows(" WHERE id = ?", [.integer(rowKey)])
      for value in values { try rewrite(value, rowKey: rowKey) }
    }
    return old.count
  }

  func rewrite<Value: Stored>(_ value: Value, rowKey: Int64) throws(StoreError) {
    var record = RecordWriter(ring: ring)
    value.write(to: &record)
    let body = try RecordBody(layout: Value.table.layout, ring: ring)
      .bytes(of: record.body.fields, rowKey: rowKey, columns: record.columns.fields)
    try execute("UPDATE \(Value.table.name) SET body = ? WHERE id = ?", [.bytes(body), .integer(rowKey)])
    try writeLinks(of: Value.table, record.links, owner: rowKey)
  }

  @discardableResult
  private func write<Value: Stored>(_ value: Value) throws(StoreError) -> Int64 {
    var record = RecordWriter(ring: ring)
    value.write(to: &record)
    return try write(value, as: record)
  }

  /// Writes what a value became.
  @discardableResult
  func write<Value: Stored>(_ value: Value, as record: RecordWriter) throws(StoreError) -> Int64 {
    let table = Value.table
    let columns = record.columns.fields
    try noteTold(value)
    let rowKey: Int64
    if let own = value.rowKey { rowKey = own } else { rowKey = try number(in: table, columns) }
    let body = try RecordBody(layout: table.layout, ring: ring)
      .bytes(of: record.body.fields, rowKey: rowKey, columns: columns)
    try execute(table.upsert, [.integer(rowKey)] + columns + [.bytes(body)])
    try writeLinks(of: table, record.links, owner: rowKey)
    note(table, columns, rowKey)
    if let batch = value as? ImportBatch { noteTold(batch, number: rowKey) }
    return rowKey
  }

  /// The number of the row that a value replaces, or the next. It is known before the row is written, because the row's
  /// code covers it: the order of such rows means something.
  private func number(in table: Table, _ columns: [Field]) throws(StoreError) -> Int64 {
    var found: Int64?
    if let find = table.find {
      try eachRow(find.sql, find.places.map { columns[$0] }) { found = $0.integer(0) }
    }
    if let found { return found }
    var last = numbers[table.name] ?? 0
    if last == 0 {
      try eachRow(
        """
        SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),
          coalesce((SELECT max(id) FROM \(table.name)), 0))
        """, [.text(table.name)]
      ) { last = $0.integer(0) }
    }
    numbers[table.name] = last + 1
    return last + 1
  }

  /// Says what was changed, and about whom the row is from now on.
  private func note(_ table: Table, _ columns: [Field], _ rowKey: Int64) {
    changes.note(table)
    if table.name == Inmate.table.name {
      changes.note(Identifier(bits: UInt64(bitPattern: rowKey)))
    } else if let place = table.inmateColumn, case .integer(let inmate) = columns[place] {
      changes.note(Identifier(bits: UInt64(bitPattern: inmate)))
    }
  }

  private func writeLinks(of table: Table, _ links: [[[Field]]], owner: Int64) throws(StoreError) {
    for (link, rows) in zip(table.links, links) {
      try execute(link.delete, [.integer(owner)])
      for (position, row) in rows.enumerated() {
        try execute(link.insert, [.integer(owner), .integer(Int64(position))] + row)
      }
    }
  }

  func execute(_ sql: String, _ arguments: [Field]) throws(StoreError) {
    let statement = try PreparedStatement(sql, in: database)
    ledger.beginStatement()
    do throws(StoreError) { try statement.run(arguments) } catch {
      // SQLite takes the rows back that a failed statement changed, and tells nobody.
      ledger.undoStatement()
      throw error
    }
  }
}
