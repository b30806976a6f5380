package import BankumModel

/// One role of one user. Rights come from these rows alone.
package struct RoleGrant: Hashable, Stored {
  package static let table = Table(
    "role_grant", ["uid", "role", "partner", "advocate"], isNumbered: true, identity: ["uid", "role"])

  /// The user.
  package var uid: UInt32
  /// The role's name on the wire: `registrar`, `advocate`, ...
  package var role: String
  /// Of which partner: for advocates and coordinators, and only for them.
  package var partner: Partner.ID?
  /// Which advocate he is: for advocates, and only for them.
  package var advocate: Advocate.ID?
  /// The user who granted it.
  package var grantedBy: UInt32
  /// When.
  package var grantedAt: Instant

  /// Makes one from its fields.
  package init(
    uid: UInt32, role: String, partner: Partner.ID? = nil, advocate: Advocate.ID? = nil, grantedBy: UInt32,
    grantedAt: Instant
  ) {
    self.uid = uid
    self.role = role
    self.partner = partner
    self.advocate = advocate
    self.grantedBy = grantedBy
    self.grantedAt = grantedAt
  }

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
