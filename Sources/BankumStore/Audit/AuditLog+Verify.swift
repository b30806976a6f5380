import GRDB

extension AuditLog {
  /// Looks at every entry, every link, the look-up by target and the signed head.
  static func verify(in database: Database, ring: KeyRing) throws(StoreError) -> AuditVerdict {
    var head = AuditHead.empty
    var fault: AuditVerdict.Fault?
    do throws(StoreError) {
      try each("ORDER BY number", [], in: database) { entry throws(StoreError) in
        // The first fault stands: what follows it follows from it.
        guard fault == nil else { return }
        fault = try self.fault(of: entry, behind: head, in: database)
        if fault == nil { head = AuditHead(entries: entry.number, hash: entry.hash) }
      }
    } catch  where error.code == .corrupted {
      // An entry that cannot even be read is not what was hashed.
      fault = .content(head.entries + 1)
    }
    if fault == nil { fault = try headFault(head, in: database, ring: ring) }
    return AuditVerdict(entries: head.entries, head: head.hash, fault: fault)
  }

  private static func fault(
    of entry: AuditEntry, behind head: AuditHead, in database: Database
  ) throws(StoreError) -> AuditVerdict.Fault? {
    let expected = head.entries + 1
    if entry.number != expected { return .gap(expected) }
    if !entry.isIntact { return .content(entry.number) }
    if entry.previous != head.hash { return .link(entry.number) }
    var found: Set<String> = []
    try PreparedStatement("SELECT target FROM audit_target WHERE number = ?", in: database)
      .run([.integer(entry.number)]) { row throws(StoreError) in
        var reader = FieldReader(row.fields(1))
        found.insert(try reader.text())
      }
    return found == Set(entry.draft.targets) ? nil : .targets(entry.number)
  }

  private static func headFault(
    _ head: AuditHead, in database: Database, ring: KeyRing
  ) throws(StoreError) -> AuditVerdict.Fault? {
    guard let state = try RegisterState.read(in: database) else { return .head }
    guard state.isSigned(by: ring) else { return .signature }
    if state.head != head { return .head }
    var stray: Int64 = 0
    try PreparedStatement("SELECT count(*) FROM audit_target WHERE number > ?", in: database)
      .run([.integer(head.entries)]) { stray = $0.integer(0) }
    return stray == 0 ? nil : .head
  }
}
