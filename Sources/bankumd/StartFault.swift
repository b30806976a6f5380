import BankumWords

/// Why the daemon does not start.
struct StartFault: Error, Sendable {
  /// What the operator reads.
  let message: Message
  /// The exit status.
  let status: Int32
  /// Whether what is stored is damaged.
  let isDamage: Bool

  init(_ message: Message, status: Int32, isDamage: Bool = false) {
    self.message = message
    self.status = status
    self.isDamage = isDamage
  }
}
