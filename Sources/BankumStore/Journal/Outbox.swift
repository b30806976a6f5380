import BankumModel
import FoundationEssentials
import GRDB
import JSON

/// Events beside the writes that they tell of.
enum Outbox {
  /// Adds the events of a write and drops the oldest; the events with their numbers.
  static func append(
    _ drafts: [(kind: String, body: JSONValue)], sequence: Int64, at now: Instant, in database: Database
  ) throws(StoreError) -> [RegisterEvent] {
    guard !drafts.isEmpty else { return [] }
    return try sqlite {
      let insert = try database.cachedStatement(
        sql: "INSERT INTO event (sequence, made_at, kind, body) VALUES (?, ?, ?, ?)")
      var events: [RegisterEvent] = []
      for draft in drafts {
        try insert.execute(
          arguments: StatementArguments(fields: [
            .integer(sequence), .integer(now.milliseconds), .text(draft.kind), .text(draft.body.text()),
          ]))
        events.append(
          RegisterEvent(
            number: database.lastInsertedRowID, sequence: sequence, madeAt: now, kind: draft.kind, body: draft.body))
      }
      try database.cachedStatement(sql: "DELETE FROM event WHERE id <= ?")
        .execute(arguments: [database.lastInsertedRowID - Register.keptEvents])
      return events
    }
  }
}
