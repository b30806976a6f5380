import BankumModel
import FoundationEssentials
import GRDB
import JSON

/// The answers of calls that carried a key.
enum AnsweredCalls {
  /// The kept answer of a call, or nil if it has no key or was not answered yet. Throws `keyReused`.
  static func answer(to call: Call, in database: Database) throws(StoreError) -> JSONValue? {
    guard let key = call.idempotencyKey else { return nil }
    let row = try sqlite {
      try Row.fetchOne(
        try database.cachedStatement(sql: "SELECT digest, reply FROM answered_call WHERE uid = ? AND key = ?"),
        arguments: [Int64(call.uid), key])
    }
    guard let row else { return nil }
    var reader = FieldReader((0..<2).map { Field(row[$0] as DatabaseValue) })
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
    try sqlite {
      try database.cachedStatement(sql: "DELETE FROM answered_call WHERE made_at < ?")
        .execute(arguments: [now.milliseconds - Register.keptMilliseconds])
      let insert = try database.cachedStatement(
        sql: "INSERT INTO answered_call (uid, key, method, digest, reply, made_at) VALUES (?, ?, ?, ?, ?, ?)")
      try insert.execute(
        arguments: StatementArguments(fields: [
          .integer(Int64(call.uid)), .text(key), .text(call.method), .bytes(call.digest), .text(reply.text()),
          .integer(now.milliseconds),
        ]))
    }
  }
}
