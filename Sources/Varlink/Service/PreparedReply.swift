/// A reply that is encoded already, so that it can be kept and sent again.
public struct PreparedReply<Output: VarlinkStructure>: Sendable {
  /// The parameters of the reply: compact JSON, empty for an empty object.
  public let bytes: [UInt8]
  /// What has to happen before it leaves; nil when it may leave at once.
  let gate: ReplyGate?

  /// Encodes a reply.
  public init(_ output: Output) {
    bytes = ServedMethod.encode(output)
    gate = nil
  }

  private init(bytes: [UInt8], gate: @escaping ReplyGate) {
    self.bytes = bytes
    self.gate = gate
  }

  /// The same reply, which does not leave before a gate is open.
  public func held(by gate: @escaping ReplyGate) -> PreparedReply {
    PreparedReply(bytes: bytes, gate: gate)
  }

  /// Takes the bytes of a reply that was encoded before.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    gate = nil
  }
}

/// What has to happen before a prepared reply leaves. The server calls it once, where the bytes of the call arrived, so
/// that it must not wait; it calls `open` once, on any thread: with nil when the reply may leave, or with the error that
/// is the answer instead.
public typealias ReplyGate = @Sendable (_ open: @escaping @Sendable (VarlinkError?) -> Void) -> Void
