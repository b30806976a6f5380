/// Who calls, as a handler sees it: made from the kernel's word and the role table at each call.
package struct Caller: Sendable, Equatable {
  /// The user, by the kernel's word.
  package let uid: UInt32
  /// The roles that the user holds now.
  package let roles: Set<Role>

  /// Makes a caller.
  package init(uid: UInt32, roles: Set<Role>) {
    self.uid = uid
    self.roles = roles
  }

  /// Whether the caller holds one of these roles.
  package func holds(_ wanted: Role...) -> Bool {
    !roles.isDisjoint(with: wanted)
  }
}
