package import BankumModel
import BankumStore
import Synchronization

/// Which user holds which roles. Rights come from this table alone: not from groups, names or processes.
///
/// Some rows are there from the start, the others are granted and kept in the register.
package final class RoleDirectory: Sendable {
  private let fixed: [UInt32: RoleHolder]
  private let granted: Mutex<(holders: [UInt32: RoleHolder], sequence: Int64)>

  /// A directory with these rows.
  package init(_ fixed: [UInt32: RoleHolder] = [:]) {
    self.fixed = fixed
    granted = Mutex((holders: fixed, sequence: 0))
  }

  /// The directory of a daemon that the service manager started: root and the daemon's own user are ops, which is what
  /// `systemctl reload` needs; nobody else is anything until a role is granted.
  package static func managed(daemonUser: UInt32) -> RoleDirectory {
    RoleDirectory([0: RoleHolder(roles: [.ops]), daemonUser: RoleHolder(roles: [.ops])])
  }

  /// The directory of a private daemon: the user who started it holds all roles.
  package static func `private`(startedBy user: UInt32) -> RoleDirectory {
    RoleDirectory([user: RoleHolder(roles: Set(Role.allCases))])
  }

  /// What a user is now.
  package func holder(_ user: UInt32) -> RoleHolder {
    granted.withLock { $0.holders[user] } ?? .stranger
  }

  /// The rows that no grant made.
  var given: [UInt32: Set<Role>] { fixed.mapValues(\.roles) }

  /// Takes over the granted roles as they are after a write of the register; what is known of a later one stays. Names
  /// that are no roles give no right.
  package func replace(_ grants: [RoleGrant], asOf sequence: Int64) {
    var found = fixed
    for (user, rows) in Dictionary(grouping: grants, by: \.uid) {
      let roles = Set(rows.compactMap { Role(rawValue: $0.role) }).union(fixed[user]?.roles ?? [])
      found[user] = RoleHolder(
        roles: roles, partner: rows.compactMap(\.partner).first ?? fixed[user]?.partner,
        advocate: rows.compactMap(\.advocate).first ?? fixed[user]?.advocate)
    }
    granted.withLock { granted in
      guard granted.sequence <= sequence else { return }
      granted = (holders: found, sequence: sequence)
    }
  }
}
