package import BankumOffice

/// Who calls, as a handler sees it: made from the kernel's word and the role table at each call.
package struct Caller: Sendable, Equatable {
  /// The user, by the kernel's word.
  package let uid: UInt32
  /// What the user is now.
  package let holder: RoleHolder
  /// The scope of this call; nil for a stranger, and for somebody without a partner in a lawyer's role.
  let scope: Scope?

  /// Makes a caller of a method that these roles may call.
  package init(uid: UInt32, holder: RoleHolder, allowed: Set<Role> = Set(Role.allCases)) {
    self.uid = uid
    self.holder = holder
    scope = holder.scope(uid: uid, allowed: allowed)
  }

  /// Whether the caller holds one of these roles.
  package func holds(_ wanted: Role...) -> Bool {
    !holder.roles.isDisjoint(with: wanted)
  }
}
