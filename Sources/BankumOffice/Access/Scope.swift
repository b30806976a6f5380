package import BankumModel
import BankumStore
import JSON

/// For whom a use case works: the user, the role in which he acts, and how far he sees.
package struct Scope: Sendable, Equatable {
  /// How far somebody sees.
  package enum Reach: Sendable, Hashable {
    /// Everything that is in the house.
    case house
    /// The clients of one partner; of one of its advocates' own where the use case says so.
    case partner(Partner.ID, advocate: Advocate.ID?)
    /// Who is to be brought where and when; nothing about the matter.
    case gate
  }

  /// The user, by the kernel's word.
  package let uid: UInt32
  /// The role in which he acts: what the audit log says.
  package let role: Role
  /// How far he sees.
  package let reach: Reach

  /// Makes a scope; tests do, otherwise `RoleHolder` does.
  package init(uid: UInt32, role: Role, reach: Reach) {
    self.uid = uid
    self.role = role
    self.reach = reach
  }

  /// The partner whose clients alone are seen; nil for the house.
  package var partner: Partner.ID? {
    if case .partner(let partner, _) = reach { partner } else { nil }
  }

  /// The call that the register notes down.
  /// - Parameter parameters: what was asked, without the key: the same key with other parameters is refused.
  func call(_ method: String, key: String? = nil, _ parameters: JSONValue = .null) -> Call {
    Call(uid: uid, role: role.rawValue, method: method, idempotencyKey: key, parameters: parameters)
  }
}
