package import BankumOffice

/// Who may call a method: the column of the access matrix that stands in each row of the routing tables.
package enum Access: Sendable, Equatable {
  /// Every user of the machine, also one who has no role.
  case everyone
  /// Whoever has a role at all.
  case anyRole
  /// Whoever has one of these.
  case roles(Set<Role>)

  /// Whether a caller with these roles may call.
  package func admits(_ held: Set<Role>) -> Bool {
    switch self {
    case .everyone: true
    case .anyRole: !held.isEmpty
    case .roles(let allowed): !allowed.isDisjoint(with: held)
    }
  }

  /// The roles in which somebody may call.
  var allowed: Set<Role> {
    if case .roles(let roles) = self { roles } else { Set(Role.allCases) }
  }
}
