package import BankumModel

/// What will become an entry of the audit log, without its place in the chain.
package struct AuditDraft: Hashable, Sendable {
  /// When.
  package var madeAt: Instant
  /// Who.
  package var uid: UInt32
  /// In which role.
  package var role: String
  /// What.
  package var method: String
  /// Ids of what was read or written; `in-*` for everybody. Nothing that could ever have to be erased.
  package var targets: [String]
  /// How it ended.
  package var outcome: AuditOutcome

  /// Makes one from its fields.
  package init(
    madeAt: Instant, uid: UInt32, role: String, method: String, targets: [String], outcome: AuditOutcome
  ) {
    self.madeAt = madeAt
    self.uid = uid
    self.role = role
    self.method = method
    self.targets = targets
    self.outcome = outcome
  }
}
