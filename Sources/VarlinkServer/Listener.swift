public import Varlink

/// Where connections come from.
public enum Listener: Sendable, Equatable {
  /// A socket that the server makes, and removes when it stops; the file's mode is given for paths.
  case address(VarlinkAddress, mode: UInt32)
  /// A listening socket that was passed in, by systemd for example: it is neither shut down nor unlinked.
  case listening(descriptor: Int32)
  /// A connected socket that was passed in; when it ends, the server has nothing more to do.
  case connected(descriptor: Int32)
}
