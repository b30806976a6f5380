import Glibc
import Varlink

/// A listening socket that the server makes itself, and its file, known by its number.
///
/// NIO could bind as well, but would remove whatever socket stands under the name when it closes: that of a
/// successor, for example.
struct OwnSocket: Sendable {
  let descriptor: Int32
  private let path: String
  private let device: dev_t
  private let inode: ino_t

  /// Binds and listens. Nobody can connect before the file has its mode.
  static func listen(_ address: VarlinkAddress, mode: UInt32, backlog: Int32) throws(ListenerFault) -> OwnSocket {
    guard !address.isAbstract else { throw .abstractAddress(address) }
    try ListenerFault.removeStaleSocket(address)
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .bind(address, errno: errno) }
    do throws(ListenerFault) {
      guard bind(descriptor, to: address) == 0 else { throw .bind(address, errno: errno) }
      var status = stat()
      guard chmod(address.path, mode) == 0, lstat(address.path, &status) == 0, Glibc.listen(descriptor, backlog) == 0
      else {
        let fault = ListenerFault.bind(address, errno: errno)
        unlink(address.path)
        throw fault
      }
      return OwnSocket(descriptor: descriptor, path: address.path, device: status.st_dev, inode: status.st_ino)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Removes the file if it is still ours.
  func removeFile() {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_dev == device, status.st_ino == inode else { return }
    unlink(path)
  }

  private static func bind(_ descriptor: Int32, to address: VarlinkAddress) -> Int32 {
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    // An address is never longer than the field: `VarlinkAddress` sees to it.
    withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: address.path.utf8) }
    return withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
