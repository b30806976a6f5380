package import BankumModel

/// Who was read, as an entry of the audit log names them: each once, in order.
package struct AuditTargets: Sendable {
  let texts: [String]

  /// These people.
  package init(_ ids: some Sequence<Inmate.ID>) {
    texts = Register.once(ids.map(\.text))
  }
}
