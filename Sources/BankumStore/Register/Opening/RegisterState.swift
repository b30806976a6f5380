import GRDB

/// The one row that says how far the register is and what it holds.
struct RegisterState: Sendable {
  /// The number of the last committed write; 0 before the first.
  let sequence: Int64
  /// The last link of the audit log.
  let head: AuditHead
  /// What the tables hold.
  let tally: RegisterTally
  /// The id of the key that signed this row.
  let key: UInt32
  /// The signature over all of it.
  private let signature: [UInt8]
  private let tallyBytes: [UInt8]

  /// A state signed with the current key.
  init(sequence: Int64, head: AuditHead, tally: RegisterTally, ring: KeyRing) {
    self.sequence = sequence
    self.head = head
    self.tally = tally
    tallyBytes = tally.bytes
    key = ring.current.id
    signature = ring.current.sign(Self.document(sequence, head, tallyBytes))
  }

  /// Whether a key of the ring signed it.
  func isSigned(by ring: KeyRing) -> Bool {
    ring.key(key)?.sign(Self.document(sequence, head, tallyBytes)) == signature
  }

  private static func document(_ sequence: Int64, _ head: AuditHead, _ tally: [UInt8]) -> [UInt8] {
    Array("bankum register 2|\(sequence)|\(head.entries)|".utf8) + head.hash + tally
  }

  /// The row, or nil if there is none.
  static func read(in database: Database) throws(StoreError) -> RegisterState? {
    var found: [Field] = []
    try PreparedStatement(
      "SELECT sequence, audit_entries, audit_hash, tally, audit_key, audit_signature FROM register_state",
      in: database
    ).run([]) { found = $0.fields(6) }
    guard !found.isEmpty else { return nil }
    return try RegisterState(FieldReader(found))
  }

  private init(_ fields: FieldReader) throws(StoreError) {
    var reader = fields
    sequence = try reader.integer()
    head = AuditHead(entries: try reader.integer(), hash: try reader.bytes())
    tallyBytes = try reader.bytes()
    tally = try RegisterTally(tallyBytes)
    key = try reader.user()
    signature = try reader.bytes()
  }

  /// Puts the row.
  func write(in database: Database) throws(StoreError) {
    try PreparedStatement(
      """
      INSERT INTO register_state (id, sequence, audit_entries, audit_hash, tally, audit_key, audit_signature)
      VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence,
        audit_entries = excluded.audit_entries, audit_hash = excluded.audit_hash, tally = excluded.tally,
        audit_key = excluded.audit_key, audit_signature = excluded.audit_signature
      """, in: database
    ).run([
      .integer(sequence), .integer(head.entries), .bytes(head.hash), .bytes(tallyBytes), .integer(Int64(key)),
      .bytes(signature),
    ])
  }
}
