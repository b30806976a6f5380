import BankumModel
import GRDB
import JSON

/// The audit log in the database: adding, reading, verifying.
enum AuditLog {
  /// Adds entries behind the head; the new head.
  static func append(
    _ drafts: [AuditDraft], behind head: AuditHead, sequence: Int64, in database: Database
  ) throws(StoreError) -> AuditHead {
    var head = head
    for draft in drafts {
      let entry = AuditEntry(number: head.entries + 1, draft: draft, sequence: sequence, previous: head.hash)
      try insert(entry, in: database)
      head = AuditHead(entries: entry.number, hash: entry.hash)
    }
    return head
  }

  private static func insert(_ entry: AuditEntry, in database: Database) throws(StoreError) {
    let draft = entry.draft
    let targets = JSONValue.array(draft.targets.map { .string($0) }).text()
    try PreparedStatement(
      """
      INSERT INTO audit (number, made_at, uid, role, method, targets, outcome, times, sequence, previous, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database
    ).run([
      .integer(entry.number), .integer(draft.madeAt.milliseconds), .integer(Int64(draft.uid)), .text(draft.role),
      .text(draft.method), .text(targets), .text(draft.outcome.code), .integer(Int64(draft.times)),
      .integer(entry.sequence),
      .bytes(entry.previous), .bytes(entry.hash),
    ])
    let index = try PreparedStatement("INSERT INTO audit_target (target, number) VALUES (?, ?)", in: database)
    for target in Set(draft.targets) { try index.run([.text(target), .integer(entry.number)]) }
  }

  /// Entries in order, those that the clause selects.
  static func each(
    _ clause: String, _ arguments: [Field], in database: Database, _ body: (AuditEntry) throws(StoreError) -> Void
  ) throws(StoreError) {
    let sql = """
      SELECT number, made_at, uid, role, method, targets, outcome, times, sequence, previous, hash FROM audit \(clause)
      """
    try PreparedStatement(sql, in: database).run(arguments) { row throws(StoreError) in
      try body(entry(row.fields(11)))
    }
  }

  private static func entry(_ fields: [Field]) throws(StoreError) -> AuditEntry {
    var reader = FieldReader(fields)
    let number = try reader.integer()
    let madeAt = try reader.instant()
    let uid = try reader.user()
    let role = try reader.text()
    let method = try reader.text()
    guard case .array(let values) = try reader.json() else { throw FieldReader.damage("no list of targets") }
    let targets = try values.map { value throws(StoreError) in
      guard case .string(let target) = value else { throw FieldReader.damage("a target that is no text") }
      return target
    }
    return AuditEntry(
      number: number,
      draft: AuditDraft(
        madeAt: madeAt, uid: uid, role: role, method: method, targets: targets, outcome: try reader.code(),
        times: try reader.int()),
      sequence: try reader.integer(), previous: try reader.bytes(), hash: try reader.bytes())
  }
}
