package import BankumModel

/// One role of one user, as the table of roles shows it.
package struct GrantedRole: Sendable, Equatable {
  /// The user.
  package let uid: UInt32
  /// The name of the account, if it has one.
  package let user: String?
  /// The role.
  package let role: Role
  /// The partner, for advocates and coordinators.
  package let partner: Partner.ID?
  /// The advocate, for advocates.
  package let advocate: Advocate.ID?
  /// Who granted it; nil for a role that the start of the daemon gave.
  package let grantedBy: UInt32?
  /// When.
  package let grantedAt: Instant?
}
