import Glibc
import NIOCore
public import Varlink

/// Why a listener could not be opened.
public enum ListenerFault: Error, Sendable, Equatable {
  /// Binding failed; the `errno` tells why.
  case bind(VarlinkAddress, errno: Int32)
  /// Somebody serves there already.
  case inUse(VarlinkAddress)
  /// Something that is no socket stands there; it is left as it is.
  case notASocket(VarlinkAddress)
  /// Abstract names have no rights of their own and cannot be kept from others: they are not listened on.
  case abstractAddress(VarlinkAddress)

  init(binding address: VarlinkAddress, _ error: any Error) {
    self = .bind(address, errno: (error as? IOError)?.errnoCode ?? EIO)
  }

  /// Removes a socket file that nobody listens on any more.
  static func removeStaleSocket(_ address: VarlinkAddress) throws(ListenerFault) {
    var status = stat()
    guard lstat(address.path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(address) }
    if isServed(address) { throw .inUse(address) }
    unlink(address.path)
  }

  private static func isServed(_ address: VarlinkAddress) -> Bool {
    do throws(VarlinkClientError) {
      _ = try VarlinkClient(address: address, timeout: .seconds(1))
      return true
    } catch {
      // A full backlog is a sign of life as well.
      return error == .timedOut
    }
  }
}
