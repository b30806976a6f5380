import GRDB

/// The one row that says how far the register is.
struct RegisterState: Sendable {
  /// The number of the last committed write; 0 before the first.
  var sequence: Int64
  /// The last link of the audit log.
  var head: AuditHead
  /// The id of the key that signed this row.
  var key: UInt32
  /// The signature.
  var signature: [UInt8]

  /// A state signed with the current key.
  init(sequence: Int64, head: AuditHead, ring: KeyRing) {
    self.sequence = sequence
    self.head = head
    key = ring.current.id
    signature = ring.current.sign(head.document(sequence: sequence))
  }

  /// Whether a key of the ring signed it.
  func isSigned(by ring: KeyRing) -> Bool {
    ring.key(key)?.sign(head.document(sequence: sequence)) == signature
  }

  /// The row, or nil in a new database.
  static func read(in database: Database) throws(StoreError) -> RegisterState? {
    var found: [Field] = []
    try PreparedStatement(
      "SELECT sequence, audit_entries, audit_hash, audit_key, audit_signature FROM register_state", in: database
    ).run([]) { found = $0.fields(5) }
    guard !found.isEmpty else { return nil }
    var reader = FieldReader(found)
    return RegisterState(
      sequence: try reader.integer(), head: AuditHead(entries: try reader.integer(), hash: try reader.bytes()),
      key: try reader.user(), signature: try reader.bytes())
  }

  private init(sequence: Int64, head: AuditHead, key: UInt32, signature: [UInt8]) {
    self.sequence = sequence
    self.head = head
    self.key = key
    self.signature = signature
  }

  /// Puts the row.
  func write(in database: Database) throws(StoreError) {
    try PreparedStatement(
      """
      INSERT INTO register_state (id, sequence, audit_entries, audit_hash, audit_key, audit_signature)
      VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence,
        audit_entries = excluded.audit_entries, audit_hash = excluded.audit_hash, audit_key = excluded.audit_key,
        audit_signature = excluded.audit_signature
      """, in: database
    ).run([.integer(sequence), .integer(head.entries), .bytes(head.hash), .integer(Int64(key)), .bytes(signature)])
  }
}
