import GRDB

extension AuditLog {
  /// Looks at every entry, every link, the look-up by target and the signed head.
  static func verify(in database: Database, ring: KeyRing) throws(StoreError) -> AuditVerdict {
    var head = AuditHead.empty
    var fault: AuditVerdict.Fault?
    do throws(StoreError) {
      try each("ORDER BY number", [], in: database) { entry in
        fault = try self.fault(of: entry, behind: head, in: database)
        if fault == nil { head = AuditHead(entries: entry.number, hash: entry.hash) }
        return fault == nil
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
    let found = try sqlite {
      try String.fetchAll(
        try database.cachedStatement(sql: "SELECT target FROM audit_target WHERE number = ?"),
        arguments: [entry.number])
    }
    return Set(found) == Set(entry.draft.targets) ? nil : .targets(entry.number)
  }

  private static func headFault(
    _ head: AuditHead, in database: Database, ring: KeyRing
  ) throws(StoreError) -> AuditVerdict.Fault? {
    guard let state = try RegisterState.read(in: database) else { return .head }
    guard state.isSigned(by: ring) else { return .signature }
    if state.head != head { return .head }
    let stray = try sqlite {
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM audit_target WHERE number > ?", arguments: [head.entries])
    }
    return stray == 0 ? nil : .head
  }
}
