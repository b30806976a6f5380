/// The last link of the audit log, signed, so that cutting the log off and its head with it takes the key too.
///
/// Whoever holds the key can still put an older whole register in place: that shows only against a head that was sent
/// elsewhere.
package struct AuditHead: Hashable, Sendable {
  /// How many entries there are.
  package let entries: Int64
  /// The hash of the last one, 32 bytes.
  package let hash: [UInt8]

  /// The head before the first entry.
  static let empty = AuditHead(entries: 0, hash: AuditEntry.origin)
}
