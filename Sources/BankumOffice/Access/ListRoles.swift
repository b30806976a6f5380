import BankumModel
import BankumStore

extension Office {
  /// Every role that anybody holds, by user and in the order of the roles.
  /// - Throws: `StoreError`.
  package func listRoles() async throws -> [GrantedRole] {
    let grants = try await register.readUnaudited { try $0.all(RoleGrant.self) }
    var found: [GrantedRole] = []
    for (user, roles) in directory.given {
      found += roles.map {
        GrantedRole(
          uid: user, user: users.name(user), role: $0, partner: nil, advocate: nil, grantedBy: nil, grantedAt: nil)
      }
    }
    found += grants.compactMap { grant in
      Role(rawValue: grant.role).map {
        GrantedRole(
          uid: grant.uid, user: users.name(grant.uid), role: $0, partner: grant.partner, advocate: grant.advocate,
          grantedBy: grant.grantedBy, grantedAt: grant.grantedAt)
      }
    }
    let order = Dictionary(uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) })
    return found.sorted { ($0.uid, order[$0.role] ?? 0) < ($1.uid, order[$1.role] ?? 0) }
  }

  /// The number of a user who is given as a number or by the name of an account.
  /// - Throws: `OfficeError.notFound`.
  func userNumber(_ text: String) throws(OfficeError) -> UInt32 {
    // The highest number is what the kernel shows for users of another namespace, and -1 in the system calls.
    if let number = UInt32(text), number < UInt32.max { return number }
    guard let number = users.number(text) else { throw .notFound("user", text) }
    return number
  }
}
