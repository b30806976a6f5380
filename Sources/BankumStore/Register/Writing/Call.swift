import BankumModel
package import JSON

/// Who wants what: what the audit log says of a read or a write, and what makes a repeated write harmless.
package struct Call: Sendable {
  /// The user, by the kernel's word.
  package var uid: UInt32
  /// The role in which it is done.
  package var role: String
  /// The method, or what the daemon does by itself.
  package var method: String
  /// The caller's key of this write; a second write with it gets the reply of the first.
  package var idempotencyKey: String?
  /// What was asked, for the digest that goes with the key: the same key with other parameters is refused.
  package var parameters: JSONValue

  /// Makes one from its fields.
  package init(
    uid: UInt32, role: String, method: String, idempotencyKey: String? = nil, parameters: JSONValue = .null
  ) {
    self.uid = uid
    self.role = role
    self.method = method
    self.idempotencyKey = idempotencyKey
    self.parameters = parameters
  }

  /// What the daemon does without being asked.
  package static func daemon(_ method: String, uid: UInt32) -> Call { Call(uid: uid, role: "daemon", method: method) }

  /// The audit log's line about it.
  func entry(_ outcome: AuditOutcome, targets: [String], at now: Instant) -> AuditDraft {
    AuditDraft(madeAt: now, uid: uid, role: role, method: method, targets: targets, outcome: outcome)
  }

  /// SHA-256 of method and parameters.
  var digest: [UInt8] { Digest.sha256(JSONValue.object(["method": .string(method), "parameters": parameters])) }
}
