import BankumModel
import GRDB
import JSON

/// The answers of calls that carried a key.
enum AnsweredCalls {
  /// The form of the code beside an answer.
  private static let layout = RowLayout("answered_call", ["uid", "key", "method", "digest", "reply", "made_at"])

  /// The code that authenticates an answer: an empty body's, over all columns.
  private static func code(_ columns: [Field], ring: KeyRing) throws(StoreError) -> Field {
    .bytes(try RecordBody(layout: layout, ring: ring).bytes(of: [], rowKey: 0, columns: columns))
  }

  /// The kept answer of a call, or nil if it has no key or was not answered yet. Throws `keyReused`.
  static func answer(to call: Call, in database: Database, ring: KeyRing) throws(StoreError) -> JSONValue? {
    guard let key = call.idempotencyKey else { return nil }
    var found: [Field] = []
    try PreparedStatement(
      "SELECT uid, key, method, digest, reply, made_at, code FROM answered_call WHERE uid = ? AND key = ?", in: database
    ).run([.integer(Int64(call.uid)), .text(key)]) { row throws(StoreError) in
      let columns = row.fields(6)
      _ = try RecordBody(layout: layout, ring: ring).fields(of: row.bytes(6), rowKey: 0, columns: columns)
      found = [columns[3], columns[4]]
    }
    guard !found.isEmpty else { return nil }
    var reader = FieldReader(found)
    guard try reader.bytes() == call.digest else {
      throw StoreError(
        .keyReused, "the key was used for another call",
        problems: [Problem(place: "idempotencyKey", value: key, expected: "a new key for a new call")])
    }
    return try reader.json()
  }

  /// Keeps an answer, and forgets those that are too old.
  static func keep(
    _ reply: JSONValue, for call: Call, at now: Instant, in database: Database, ring: KeyRing
  ) throws(StoreError) {
    guard let key = call.idempotencyKey else { return }
    try PreparedStatement("DELETE FROM answered_call WHERE made_at < ?", in: database)
      .run([.integer(now.milliseconds - Register.keptMilliseconds)])
    let columns: [Field] = [
      .integer(Int64(call.uid)), .text(key), .text(call.method), .bytes(call.digest), .text(reply.text()),
      .integer(now.milliseconds),
    ]
    try PreparedStatement(
      "INSERT INTO answered_call (uid, key, method, digest, reply, made_at, code) VALUES (?, ?, ?, ?, ?, ?, ?)",
      in: database
    ).run(columns + [try code(columns, ring: ring)])
  }

  /// Gives every kept answer the code of the key in use: when codes begin, and when keys change.
  static func authenticateAll(in database: Database, ring: KeyRing) throws(StoreError) {
    var rows: [[Field]] = []
    try PreparedStatement("SELECT uid, key, method, digest, reply, made_at FROM answered_call", in: database)
      .run([]) { rows.append($0.fields(6)) }
    let update = try PreparedStatement("UPDATE answered_call SET code = ? WHERE uid = ? AND key = ?", in: database)
    for row in rows { try update.run([try code(row, ring: ring), row[0], row[1]]) }
  }

  /// The answers whose code does not fit, as how many there are.
  static func damaged(in database: Database, ring: KeyRing) throws(StoreError) -> Int {
    var count = 0
    try PreparedStatement("SELECT uid, key, method, digest, reply, made_at, code FROM answered_call", in: database)
      .run([]) { row in
        let body = RecordBody(layout: layout, ring: ring)
        if (try? body.fields(of: row.bytes(6), rowKey: 0, columns: row.fields(6))) == nil { count += 1 }
      }
    return count
  }
}
