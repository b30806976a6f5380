import BankumWords

/// Why the daemon does not start.
struct StartFault: Error, Sendable {
  /// What the operator reads.
  let message: Message
  /// The exit status.
  let status: Int32

  init(_ message: Message, status: Int32) {
    self.message = message
    self.status = status
  }
}
