package import BankumModel

/// What one user is to the house now.
package struct RoleHolder: Sendable, Equatable {
  /// The roles.
  package let roles: Set<Role>
  /// The partner that he belongs to, if he is its advocate or coordinator.
  package let partner: Partner.ID?
  /// The advocate that he is.
  package let advocate: Advocate.ID?

  /// Makes a holder.
  package init(roles: Set<Role>, partner: Partner.ID? = nil, advocate: Advocate.ID? = nil) {
    self.roles = roles
    self.partner = partner
    self.advocate = advocate
  }

  /// Somebody without any role.
  package static let stranger = RoleHolder(roles: [])

  /// The role in which somebody acts who holds several: the one that sees most comes first.
  private static let order: [Role] = [
    .registrar, .officer, .auditor, .ops, .runner, .coordinator, .advocate, .guardian,
  ]

  /// The scope of a call that these roles may make; nil if none of them is held.
  package func scope(uid: UInt32, allowed: Set<Role>) -> Scope? {
    guard let role = Self.order.first(where: { roles.contains($0) && allowed.contains($0) }) else { return nil }
    switch role {
    case .registrar, .officer, .auditor, .ops, .runner: return Scope(uid: uid, role: role, reach: .house)
    case .guardian: return Scope(uid: uid, role: role, reach: .gate)
    case .coordinator, .advocate:
      // In a private daemon one user holds every role and is nobody's advocate.
      guard let partner else { return nil }
      return Scope(
        uid: uid, role: role, reach: .partner(partner, advocate: role == .advocate ? advocate : nil))
    }
  }
}
