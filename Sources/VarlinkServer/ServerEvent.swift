public import Varlink

/// What a server tells about its connections, for logs and counters. It never holds anything of a message.
public enum ServerEvent: Sendable, Equatable {
  /// Why a connection was refused as soon as it was made.
  public enum Refusal: String, Sendable {
    /// The kernel shows the overflow user: nobody in particular.
    case overflowUser
    /// The kernel did not say who it is.
    case unknownPeer
    /// All connections are taken.
    case connections
    /// All connections of this user are taken.
    case connectionsPerUser
    /// The server is stopping.
    case stopping
  }

  /// Why a connection was ended by the server.
  public enum Ending: Sendable, Equatable {
    /// The peer broke the protocol.
    case fault(VarlinkProtocolFault)
    /// A call took too long to arrive.
    case messageDeadline
    /// The output was not read.
    case outputDeadline
    /// Nothing was called for too long.
    case idle
    /// The server stopped while a call was under way that did not end in time.
    case stopped
  }

  /// A connection was refused; the peer is nil when it is not known.
  case refused(PeerIdentity?, Refusal)
  /// A listener could not accept and rests for a moment; the connection waits. The `errno` tells why.
  case cannotAccept(errno: Int32)
  /// A connection was ended.
  case ended(PeerIdentity, Ending)
}
