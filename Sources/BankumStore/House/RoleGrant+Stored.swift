package import BankumModel

extension RoleGrant: Stored {
  package static let table = Table(
    "role_grant", ["uid", "role", "partner", "advocate"], isNumbered: true, identity: ["uid", "role"])

  package var rowKey: Int64? { nil }

  package func write(to record: inout RecordWriter) {
    record.columns.add(uid)
    record.columns.add(role)
    record.columns.add(partner)
    record.columns.add(advocate)
    record.body.add(grantedBy)
    record.body.add(grantedAt)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      uid: try record.columns.user(), role: try record.columns.text(), partner: try record.columns.optionalID(),
      advocate: try record.columns.optionalID(), grantedBy: try record.body.user(),
      grantedAt: try record.body.instant())
  }
}
