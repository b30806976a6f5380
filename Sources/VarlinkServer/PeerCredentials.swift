import Glibc
import NIOCore
import Varlink

/// `SO_PEERCRED`: who connected, as the kernel noted it at `connect`.
enum PeerCredentials {
  /// The kernel's `struct ucred`, which Glibc's module does not show.
  struct Credentials: Sendable {
    var pid: Int32 = 0
    var uid: UInt32 = 0
    var gid: UInt32 = 0
  }

  /// The peer of an accepted channel.
  static func peer(of channel: any Channel) -> EventLoopFuture<PeerIdentity> {
    guard let provider = channel as? any SocketOptionProvider else {
      return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
    }
    let credentials: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(
      level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
    return credentials.map { PeerIdentity(uid: $0.uid, gid: $0.gid, pid: $0.pid) }
  }

  /// The peer of a descriptor.
  static func peer(of descriptor: Int32) -> PeerIdentity? {
    var credentials = Credentials()
    var length = socklen_t(MemoryLayout<Credentials>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
    return PeerIdentity(uid: credentials.uid, gid: credentials.gid, pid: credentials.pid)
  }
}
