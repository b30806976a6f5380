/// Which user holds which roles. Rights come from this table alone: not from groups, names or processes.
package struct RoleTable: Sendable, Equatable {
  private var grants: [UInt32: Set<Role>]

  /// A table with these grants.
  package init(_ grants: [UInt32: Set<Role>] = [:]) {
    self.grants = grants
  }

  /// The table of a daemon that the service manager started: root and the daemon's own user are ops, which is what
  /// `systemctl reload` needs; nobody else is anything until a role is granted.
  package static func managed(daemonUser: UInt32) -> RoleTable {
    RoleTable([0: [.ops], daemonUser: [.ops]])
  }

  /// The table of a private daemon: the user who started it holds all roles.
  package static func `private`(startedBy user: UInt32) -> RoleTable {
    RoleTable([user: Set(Role.allCases)])
  }

  /// The roles of a user; none for a stranger.
  package func roles(of user: UInt32) -> Set<Role> {
    grants[user] ?? []
  }
}
