import BankumModel
import GRDB
import JSON

/// Events beside the writes that they tell of.
enum Outbox {
  /// Adds the events of a write; the events with their numbers.
  static func append(
    _ events: [HouseEvent], sequence: Int64, at now: Instant, in database: Database
  ) throws(StoreError) -> [RegisterEvent] {
    guard !events.isEmpty else { return [] }
    let last = try self.last(in: database)
    let first = EventNumber(write: max(last.write + 1, now.milliseconds), position: 1)
    let insert = try PreparedStatement(
      "INSERT INTO event (id, sequence, made_at, kind, body) VALUES (?, ?, ?, ?, ?)", in: database)
    var kept: [RegisterEvent] = []
    for (index, event) in events.enumerated() {
      let number = EventNumber(first.value + Int64(index))
      try insert.run([
        .integer(number.value), .integer(sequence), .integer(now.milliseconds), .text(event.kind.code),
        .text(JSONValue.object(body(of: event)).text()),
      ])
      kept.append(RegisterEvent(number: number, sequence: sequence, madeAt: now, event: event))
    }
    // Now and then, so that most writes do not look for what is too old.
    if sequence % 64 == 0 {
      try PreparedStatement(
        "DELETE FROM event WHERE id < (SELECT id FROM event ORDER BY id DESC LIMIT 1 OFFSET ?)", in: database
      ).run([.integer(Register.keptEvents)])
    }
    return kept
  }

  /// The number of the last event; 0 if there is none.
  static func last(in database: Database) throws(StoreError) -> EventNumber {
    var last: Int64 = 0
    try PreparedStatement("SELECT max(id) FROM event", in: database).run([]) { last = $0.integer(0) }
    return EventNumber(last)
  }

  /// The event of a row; nil if a program of another version wrote it and this one does not know its kind or values.
  static func event(kind: String, body: JSONValue) -> HouseEvent? {
    guard let kind = EventKind(rawValue: kind), case .object(let object) = body else { return nil }
    var values: [EventField: String] = [:]
    for field in EventField.allCases {
      guard case .string(let text)? = object[field.code] else { continue }
      values[field] = text
    }
    guard values.count == object.count else { return nil }
    return HouseEvent(kind: kind, values: values)
  }

  /// In the order of the fields, so that equal events are equal bytes.
  private static func body(of event: HouseEvent) -> JSONObject {
    var body = JSONObject()
    for field in EventField.allCases {
      if let value = event[field] { body[field.code] = .string(value) }
    }
    return body
  }
}
