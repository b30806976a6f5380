/// Thrown instead of writing: the call carries a key that was answered before, and this is the reply that was kept.
package struct RepeatedCall: Error, Sendable {
  /// The reply, byte by byte as it was.
  package let reply: [UInt8]
}
