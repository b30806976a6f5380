import BankumModel
import GRDB
import JSON

/// The answers of calls that carried a key.
enum AnsweredCalls {
  /// The kept answer of a call, or nil if it has no key or was not answered yet. Throws `keyReused`.
  static func answer(to call: Call, in database: Database) throws(StoreError) -> JSONValue? {
    guard let key = call.idempotencyKey else { return nil }
    var found: [Field] = []
    try PreparedStatement("SELECT digest, reply FROM answered_call WHERE uid = ? AND key = ?", in: database)
      .run([.integer(Int64(call.uid)), .text(key)]) { found = $0.fields(2) }
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
  static func keep(_ reply: JSONValue, for call: Call, at now: Instant, in database: Database) throws(StoreError) {
    guard let key = call.idempotencyKey else { return }
    try PreparedStatement("DELETE FROM answered_call WHERE made_at < ?", in: database)
      .run([.integer(now.milliseconds - Register.keptMilliseconds)])
    try PreparedStatement(
      "INSERT INTO answered_call (uid, key, method, digest, reply, made_at) VALUES (?, ?, ?, ?, ?, ?)", in: database
    ).run([
      .integer(Int64(call.uid)), .text(key), .text(call.method), .bytes(call.digest), .text(reply.text()),
      .integer(now.milliseconds),
    ])
  }
}
