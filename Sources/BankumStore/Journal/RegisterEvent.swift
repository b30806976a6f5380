package import BankumModel
package import JSON

/// Something that others are told once it is committed: the outbox.
package struct RegisterEvent: Equatable, Sendable {
  /// Its number, rising; given by the register.
  package let number: Int64
  /// The write that it came with.
  package let sequence: Int64
  /// When.
  package let madeAt: Instant
  /// What happened, in one word.
  package let kind: String
  /// Ids and values, nothing personal.
  package let body: JSONValue
}
