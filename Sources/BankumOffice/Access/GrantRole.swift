package import BankumModel
package import BankumStore
import Synchronization

extension Office {
  /// Gives a user a role. Granted again it stays as it is.
  ///
  /// An advocate is one of the register, and of a partner by that; a coordinator is of a partner; all other roles are of
  /// the house and name neither.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused`; `StoreError`.
  @discardableResult
  package func grantRole(
    _ role: Role, to user: String, partner: Partner.ID? = nil, advocate: Advocate.ID? = nil, _ order: WriteOrder<Done>
  ) async throws -> Done {
    let uid = try userNumber(user)
    try Self.check(role, partner, advocate)
    return try await writeRoles(order) { transaction in
      var partner = partner
      if let advocate {
        guard let found = try transaction.find(advocate) else { throw OfficeError.notFound("advocate", advocate.text) }
        partner = found.partner
      } else if let partner, try transaction.find(partner) == nil {
        throw OfficeError.notFound("partner", partner.text)
      }
      for other in try transaction.list(.user(uid)) {
        // Two partners in one account would let one of them see the other's clients.
        if let partner, let before = other.partner, before != partner {
          throw OfficeError.refused(.roles(.otherPartner(before)))
        }
        if let advocate, let before = other.advocate, before != advocate {
          throw OfficeError.refused(.roles(.otherAdvocate(before)))
        }
      }
      try transaction.put(
        RoleGrant(
          uid: uid, role: role.rawValue, partner: partner, advocate: advocate, grantedBy: order.scope.uid,
          grantedAt: transaction.now))
      transaction.audit(targets: ["uid-\(uid)", role.rawValue])
    }
  }

  /// Takes a role from a user.
  /// - Throws: `OfficeError`: `notFound` if he does not hold it, `refused` if it was not granted but given at the start;
  ///   `StoreError`.
  @discardableResult
  package func revokeRole(_ role: Role, from user: String, _ order: WriteOrder<Done>) async throws -> Done {
    let uid = try userNumber(user)
    let isGiven = directory.given[uid]?.contains(role) == true
    return try await writeRoles(order) { transaction in
      guard try transaction.remove(role: role.rawValue, of: uid) else {
        if isGiven { throw OfficeError.refused(.roles(.givenAtStart)) }
        throw OfficeError.notFound("grant", "\(role.rawValue) (uid \(uid))")
      }
      transaction.audit(targets: ["uid-\(uid)", role.rawValue])
    }
  }

  /// Writes roles, and brings what is kept of them in memory up to date: it was read inside the transaction, so nothing
  /// can go wrong after the commit.
  private func writeRoles(
    _ order: WriteOrder<Done>, _ body: @escaping @Sendable (Transaction) throws -> Void
  ) async throws -> Done {
    let granted = Mutex<(grants: [RoleGrant], sequence: Int64)?>(nil)
    let done = try await write(order) { transaction in
      try body(transaction)
      let after = (grants: try transaction.all(RoleGrant.self), sequence: try transaction.sequence() + 1)
      granted.withLock { $0 = after }
      return Done()
    }
    if let granted = granted.withLock({ $0 }) { directory.replace(granted.grants, asOf: granted.sequence) }
    return done
  }

  private static func check(_ role: Role, _ partner: Partner.ID?, _ advocate: Advocate.ID?) throws(OfficeError) {
    switch role {
    case .advocate:
      if advocate == nil { throw .invalid("advocate", nil, .given) }
    case .coordinator:
      if partner == nil { throw .invalid("partner", nil, .given) }
      if let advocate { throw .invalid("advocate", advocate.text, .absent) }
    case .ops, .registrar, .runner, .guardian, .auditor, .officer:
      if let partner { throw .invalid("partner", partner.text, .absent) }
      if let advocate { throw .invalid("advocate", advocate.text, .absent) }
    }
  }
}
