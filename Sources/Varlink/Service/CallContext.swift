/// What a handler may know of a call beside its parameters.
public struct CallContext: Sendable {
  /// Who calls.
  public let peer: PeerIdentity
  /// How the caller wants to be answered.
  public let mode: VarlinkCall.Mode

  /// Makes a context.
  public init(peer: PeerIdentity, mode: VarlinkCall.Mode) {
    self.peer = peer
    self.mode = mode
  }
}
