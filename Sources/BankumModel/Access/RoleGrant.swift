/// One role of one user. Rights come from these rows alone.
package struct RoleGrant: Hashable, Sendable {
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
}
