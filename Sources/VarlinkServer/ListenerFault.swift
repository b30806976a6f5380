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
  /// A descriptor that was passed in is not what it should be; the `errno` tells why.
  case passedIn(descriptor: Int32, errno: Int32)

  init(binding address: VarlinkAddress, _ error: any Error) {
    self = .bind(address, errno: (error as? IOError)?.errnoCode ?? EIO)
  }

  init(descriptor: Int32, _ error: any Error) {
    self = .passedIn(descriptor: descriptor, errno: (error as? IOError)?.errnoCode ?? EINVAL)
  }

  /// Looks at a descriptor that was passed in before NIO does, which takes a wrong one for a fault of the program.
  static func check(_ descriptor: Int32, isListening: Bool) throws(ListenerFault) {
    for (option, expected) in [(SO_DOMAIN, AF_UNIX), (SO_ACCEPTCONN, isListening ? 1 : 0)] {
      var value: Int32 = -1
      var length = socklen_t(MemoryLayout<Int32>.size)
      guard getsockopt(descriptor, SOL_SOCKET, option, &value, &length) == 0 else {
        throw .passedIn(descriptor: descriptor, errno: errno)
      }
      guard value == expected else { throw .passedIn(descriptor: descriptor, errno: EINVAL) }
    }
  }

  /// Removes a socket file that nobody listens on any more.
  static func removeStaleSocket(_ address: VarlinkAddress) throws(ListenerFault) {
    var status = stat()
    guard lstat(address.path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(address) }
    guard isAbandoned(address) else { throw .inUse(address) }
    unlink(address.path)
  }

  /// Only a refusal says that nobody listens. A full backlog, a socket of another kind (datagrams) and one that we may
  /// not open belong to somebody.
  private static func isAbandoned(_ address: VarlinkAddress) -> Bool {
    do throws(VarlinkClientError) {
      _ = try VarlinkClient(address: address, timeout: .seconds(1))
      return false
    } catch {
      return error == .connect(address, errno: ECONNREFUSED) || error == .connect(address, errno: ENOENT)
    }
  }
}
