import BankumModel
import GRDB
import JSON

/// Events beside the writes that they tell of.
enum Outbox {
  /// Adds the events of a write and drops the oldest; the events with their numbers.
  static func append(
    _ drafts: [(kind: String, body: JSONValue)], sequence: Int64, at now: Instant, in database: Database
  ) throws(StoreError) -> [RegisterEvent] {
    guard !drafts.isEmpty else { return [] }
    let insert = try PreparedStatement(
      "INSERT INTO event (sequence, made_at, kind, body) VALUES (?, ?, ?, ?)", in: database)
    var events: [RegisterEvent] = []
    for draft in drafts {
      try insert.run([
        .integer(sequence), .integer(now.milliseconds), .text(draft.kind), .text(draft.body.text()),
      ])
      events.append(
        RegisterEvent(
          number: database.lastInsertedRowID, sequence: sequence, madeAt: now, kind: draft.kind, body: draft.body))
    }
    try PreparedStatement("DELETE FROM event WHERE id <= ?", in: database)
      .run([.integer(database.lastInsertedRowID - Register.keptEvents)])
    return events
  }
}
