/// What verifying the audit log found.
package struct AuditVerdict: Hashable, Sendable {
  /// What is wrong.
  package enum Fault: Hashable, Sendable {
    /// The entry with this number is missing, or another stands in its place.
    case gap(Int64)
    /// The entry does not follow from the one before.
    case link(Int64)
    /// The entry is not what was hashed.
    case content(Int64)
    /// The look-up by target does not say what the entry says.
    case targets(Int64)
    /// The log ends before, or after, its signed head.
    case head
    /// The head is not signed by a key of the ring.
    case signature
  }

  /// How many entries were found.
  package let entries: Int64
  /// The hash of the last one.
  package let head: [UInt8]
  /// The first thing that is wrong, or nil.
  package let fault: Fault?

  /// Whether every link holds.
  package var isIntact: Bool { fault == nil }
}
