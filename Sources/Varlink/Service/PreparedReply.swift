/// A reply that is encoded already, so that it can be kept and sent again.
public struct PreparedReply<Output: VarlinkStructure>: Sendable {
  /// The parameters of the reply.
  let bytes: [UInt8]

  /// Encodes a reply.
  public init(_ output: Output) {
    bytes = ServedMethod.encode(output)
  }
}
