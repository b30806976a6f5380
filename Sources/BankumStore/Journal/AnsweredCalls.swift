import BankumModel
import FoundationEssentials
import GRDB
import JSON

/// The replies of calls that carried a key, each sealed: it may name people.
enum AnsweredCalls {
  /// The form of the code beside a reply.
  private static let layout = RowLayout("answered_call", ["uid", "key", "method", "digest", "reply", "made_at"])

  /// The code that authenticates a row: an empty body's, over all columns.
  private static func code(_ columns: [Field], ring: KeyRing) throws(StoreError) -> Field {
    .bytes(try RecordBody(layout: layout, ring: ring).bytes(of: [], rowKey: 0, columns: columns))
  }

  /// What a sealed reply begins with. Before there were sealed replies, values were kept of which replies were made; those
  /// cannot be given again.
  private static let mark = "sealed:"
  /// The form of the record in the seal: the bytes of the reply.
  private static let form: UInt8 = 1

  /// The kept reply of a call, or nil if it has no key or was not answered yet. Throws `keyReused`.
  static func reply(to call: Call, ring: KeyRing, in database: Database) throws(StoreError) -> [UInt8]? {
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
    let (digest, kept) = (try reader.bytes(), try reader.text())
    // A reply of an older form was given too: with this key nothing is done again.
    guard digest == call.digest, kept.hasPrefix(mark) else {
      throw StoreError(
        .keyReused, "the key was used for another call",
        problems: [Problem(place: "idempotencyKey", value: key, expected: "a new key for a new call")])
    }
    return try open(kept, ring: ring, context: context(uid: Int64(call.uid), key: key, digest: digest))
  }

  /// Keeps the reply of a call with a key, and forgets those that are too old.
  static func keep(
    for call: Call, at now: Instant, ring: KeyRing, in database: Database, _ reply: () -> [UInt8]
  ) throws(StoreError) {
    guard let key = call.idempotencyKey else { return }
    try PreparedStatement("DELETE FROM answered_call WHERE made_at < ?", in: database)
      .run([.integer(now.milliseconds - Register.keptMilliseconds)])
    let digest = call.digest
    let kept = try seal(reply(), ring: ring, context: context(uid: Int64(call.uid), key: key, digest: digest))
    let columns: [Field] = [
      .integer(Int64(call.uid)), .text(key), .text(call.method), .bytes(digest), .text(kept),
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

  /// Seals with the current key what another one sealed; how many.
  static func sealAgain(ring: KeyRing, in database: Database) throws(StoreError) -> Int {
    var rows: [[Field]] = []
    try PreparedStatement("SELECT uid, key, digest, reply FROM answered_call", in: database)
      .run([]) { rows.append($0.fields(4)) }
    var count = 0
    for row in rows {
      var reader = FieldReader(row)
      let (uid, key, digest, kept) = (
        try reader.integer(), try reader.text(), try reader.bytes(), try reader.text()
      )
      guard kept.hasPrefix(mark), sealed(kept).withUnsafeBytes({ Envelope($0)?.key }) != ring.current.id else {
        continue
      }
      let context = context(uid: uid, key: key, digest: digest)
      let again = try seal(try open(kept, ring: ring, context: context), ring: ring, context: context)
      try PreparedStatement("UPDATE answered_call SET reply = ? WHERE uid = ? AND key = ?", in: database)
        .run([.text(again), .integer(uid), .text(key)])
      count += 1
    }
    return count
  }

  /// What is authenticated along with a reply: that it is the reply of this call.
  private static func context(uid: Int64, key: String, digest: [UInt8]) -> [UInt8] {
    Array("answered_call".utf8) + [0] + FieldBytes.bytes(of: [.integer(uid), .text(key), .bytes(digest)])
  }

  private static func seal(_ reply: [UInt8], ring: KeyRing, context: [UInt8]) throws(StoreError) -> String {
    mark + Data(try ring.current.seal(reply, form: form, context: context)).base64EncodedString()
  }

  private static func sealed(_ kept: String) -> [UInt8] {
    Data(base64Encoded: String(kept.dropFirst(mark.count))).map { Array($0) } ?? []
  }

  private static func open(_ kept: String, ring: KeyRing, context: [UInt8]) throws(StoreError) -> [UInt8] {
    let bytes = sealed(kept)
    do {
      return try bytes.withUnsafeBytes { try ring.open($0, isSealed: true, form: form, context: context) }
    } catch {
      let error = StoreError(error)
      throw StoreError(error.code, "answered_call: \(error.detail)")
    }
  }
}
