internal import CSystemd
import Glibc

/// A descriptor that the service manager opened and passed on.
package struct ActivationSocket: Sendable, Equatable {
  /// What can be done with the descriptor.
  package enum Kind: Sendable, Equatable {
    /// A Unix stream socket that takes connections (`SO_ACCEPTCONN` is 1).
    case listening
    /// A Unix stream socket that is a connection already: `Accept=yes`, or a program started for one client. Serve it,
    /// and end when the client does.
    case connected
    /// Something else: another kind of socket, a pipe, a file.
    case other
  }

  /// The name from `FileDescriptorName=`, or what systemd says in its place (`unknown`, `connection`).
  package let name: String
  /// The descriptor; closed on exec. It belongs to the manager: never `shutdown` it, never remove its path.
  package let descriptor: Int32
  /// What it is.
  package let kind: Kind

  /// Looks at an open descriptor and sets its close-on-exec flag. Fails with `descriptorNotOpen`.
  init(name: String, descriptor: Int32) throws(SystemdError) {
    let flags = fcntl(descriptor, F_GETFD)
    guard flags >= 0, fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC) >= 0 else {
      throw SystemdError(.descriptorNotOpen, String(descriptor), systemError: errno)
    }
    self.name = name
    self.descriptor = descriptor
    kind =
      if sd_is_socket_unix(descriptor, Int32(SOCK_STREAM.rawValue), 1, nil, 0) > 0 {
        .listening
      } else if sd_is_socket_unix(descriptor, Int32(SOCK_STREAM.rawValue), 0, nil, 0) > 0 {
        .connected
      } else {
        .other
      }
  }
}
