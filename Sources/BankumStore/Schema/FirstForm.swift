import GRDB

/// How version 1 stored records and its state: sealed under one byte of form and the key's id, the others with a
/// checksum (FNV-1a) before the fields; rows that the database numbered without their number. Read by the migration to
/// version 2 alone.
enum FirstForm {
  /// The kinds whose rows the database numbered.
  static let numbered: Set<String> = [
    "calendar_decision", "rule", "role_grant", "reported_conflict", "conflict_override", "import_batch",
    "import_change",
  ]

  /// The fields of a stored body.
  static func fields(
    of bytes: UnsafeRawBufferPointer, _ layout: RowLayout, rowKey: Int64, columns: [Field], ring: KeyRing
  ) throws(StoreError) -> [Field] {
    var context = layout.nameBytes
    context.append(0)
    FieldBytes.append(.integer(numbered.contains(layout.name) ? 0 : rowKey), to: &context)
    for field in columns { FieldBytes.append(field, to: &context) }
    guard layout.isSealed else {
      guard bytes.count >= 8 else { throw StoreError(.corrupted, "a record without checksum") }
      let plain = Array(bytes[8...])
      let sum = Checksum.sum(context, plain)
      guard (0..<8).allSatisfy({ bytes[$0] == UInt8(truncatingIfNeeded: sum >> (8 * UInt64($0))) }) else {
        throw StoreError(.corrupted, "a record whose checksum does not fit")
      }
      return try FieldBytes.fields(of: plain)
    }
    guard bytes.count > 5, bytes[0] == Envelope.Kind.first.rawValue else {
      throw StoreError(.corrupted, "a record that was never sealed")
    }
    let id = bytes[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard let key = ring.key(id) else { throw StoreError(.keyMissing, "sealed with key \(id)") }
    return try FieldBytes.fields(of: try key.openFirst(bytes, context: context))
  }

  /// How far a register of version 1 is; nil if it never got so far as to say. Throws `keyMissing`, `wrongKey`,
  /// `corrupted`.
  static func state(
    in database: Database, ring: KeyRing
  ) throws(StoreError) -> (sequence: Int64, head: AuditHead)? {
    var found: [Field] = []
    try PreparedStatement(
      "SELECT sequence, audit_entries, audit_hash, audit_key, audit_signature FROM register_state", in: database
    ).run([]) { found = $0.fields(5) }
    guard !found.isEmpty else { return nil }
    var reader = FieldReader(found)
    let sequence = try reader.integer()
    let head = AuditHead(entries: try reader.integer(), hash: try reader.bytes())
    let id = try reader.user()
    guard let key = ring.key(id) else {
      throw StoreError(.keyMissing, "the register was last written with key \(id)")
    }
    guard try key.sign(Array("\(head.entries)|\(sequence)|".utf8) + head.hash) == reader.bytes() else {
      guard try isOpenedByNothing(key, in: database) else {
        throw StoreError(.corrupted, "the head of the audit log is not signed by key \(id)")
      }
      throw StoreError(.wrongKey, "key \(id) is not the key \(id) that this register was written with")
    }
    return (sequence, head)
  }

  /// Whether there are sealed rows and a key opens none of the first: version 1 kept no check value of its keys.
  private static func isOpenedByNothing(_ key: SealingKey, in database: Database) throws(StoreError) -> Bool {
    var (seen, opened) = (0, 0)
    try PreparedStatement("SELECT id, block, presence, body FROM inmate ORDER BY id LIMIT 8", in: database)
      .run([]) { row in
        seen += 1
        var context = Array("inmate".utf8) + [0]
        for field in row.fields(3) { FieldBytes.append(field, to: &context) }
        if (try? key.openFirst(row.bytes(3), context: context)) != nil { opened += 1 }
      }
    return opened == 0 && seen > 0
  }
}
