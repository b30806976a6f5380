package import BankumStore

/// The audit log's entry of a read whose answer is made and has not left.
package struct ReadEntry: Sendable {
  let register: Register
  let call: Call
  let people: AuditTargets
  /// Whether the read goes on while the disk is full.
  let isEssential: Bool

  /// Writes the entry. `answer` is called on another thread: with nil once the entry is durable and the answer may
  /// leave, or with the reason why it may not.
  package func write(then answer: @escaping @Sendable (StoreError?) -> Void) {
    register.noteRead(as: call, people, isEssential: isEssential, then: answer)
  }
}
