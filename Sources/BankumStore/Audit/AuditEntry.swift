import BankumModel
import JSON

/// One entry of the audit log. Its hash covers everything in it and the hash of the entry before.
package struct AuditEntry: Hashable, Sendable {
  /// Its number: 1, 2, 3, ... without a gap.
  package let number: Int64
  /// Who, what, when.
  package let draft: AuditDraft
  /// The register's sequence number after it.
  package let sequence: Int64
  /// The hash of the entry before; 32 zero bytes for the first.
  package let previous: [UInt8]
  /// The hash of this one, 32 bytes.
  package let hash: [UInt8]

  /// The hash of the entry before the first.
  static let origin = [UInt8](repeating: 0, count: 32)

  /// An entry as it was stored.
  init(number: Int64, draft: AuditDraft, sequence: Int64, previous: [UInt8], hash: [UInt8]) {
    self.number = number
    self.draft = draft
    self.sequence = sequence
    self.previous = previous
    self.hash = hash
  }

  /// The entry after `previous`.
  init(number: Int64, draft: AuditDraft, sequence: Int64, previous: [UInt8]) {
    self.number = number
    self.draft = draft
    self.sequence = sequence
    self.previous = previous
    hash = Digest.sha256(Self.document(number: number, draft: draft, sequence: sequence, previous: previous))
  }

  /// Whether the hash is that of the entry.
  var isIntact: Bool {
    hash == Digest.sha256(Self.document(number: number, draft: draft, sequence: sequence, previous: previous))
  }

  /// What is hashed: the canonical bytes of this. Anybody can compute it again from a listing.
  private static func document(number: Int64, draft: AuditDraft, sequence: Int64, previous: [UInt8]) -> JSONValue {
    .object([
      "at": .integer(draft.madeAt.milliseconds), "method": .string(draft.method), "number": .integer(number),
      "outcome": .string(draft.outcome.code), "previous": .string(Digest.hexadecimal(previous)),
      "role": .string(draft.role), "sequence": .integer(sequence),
      "targets": .array(draft.targets.map { .string($0) }), "times": .integer(Int64(draft.times)),
      "uid": .integer(Int64(draft.uid)),
    ])
  }
}
