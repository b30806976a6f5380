import Glibc
import Testing

/// Unix sockets of the C library, for tests that play the service manager or a client.
enum UnixSocket {
  static let stream = Int32(SOCK_STREAM.rawValue)
  static let datagram = Int32(SOCK_DGRAM.rawValue)

  /// A bound socket; a name that begins with `@` is abstract.
  static func bound(_ type: Int32, to name: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, type | Int32(SOCK_CLOEXEC.rawValue), 0)
    try #require(descriptor >= 0)
    try #require(withAddress(name) { bind(descriptor, $0, $1) } == 0, "bind \(name)")
    return descriptor
  }

  static func listening(at path: String) throws -> Int32 {
    let descriptor = try bound(stream, to: path)
    try #require(listen(descriptor, 16) == 0)
    return descriptor
  }

  static func connected(to path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, stream | Int32(SOCK_CLOEXEC.rawValue), 0)
    try #require(descriptor >= 0)
    try #require(withAddress(path) { connect(descriptor, $0, $1) } == 0, "connect \(path)")
    return descriptor
  }

  /// One message that is there already, with the descriptor that came along, if any; nil if none is there.
  static func receive(_ descriptor: Int32) -> (text: String, passed: Int32?)? {
    var buffer = [UInt8](repeating: 0, count: 8_192)
    // Room for one header and one descriptor, aligned as the kernel wants it.
    var control = [UInt64](repeating: 0, count: 4)
    return buffer.withUnsafeMutableBytes { bytes in
      control.withUnsafeMutableBytes { ancillary -> (text: String, passed: Int32?)? in
        var piece = iovec(iov_base: bytes.baseAddress, iov_len: bytes.count)
        return withUnsafeMutablePointer(to: &piece) { pieces in
          var header = msghdr()
          header.msg_iov = pieces
          header.msg_iovlen = 1
          header.msg_control = ancillary.baseAddress
          header.msg_controllen = ancillary.count
          let count = recvmsg(descriptor, &header, Int32(MSG_DONTWAIT))
          guard count >= 0 else { return nil }
          let hasDescriptor = header.msg_controllen >= 20
          // A control message is its length (8 bytes), level and type (4 each), then the data.
          let passed = hasDescriptor ? ancillary.load(fromByteOffset: 16, as: Int32.self) : nil
          return (String(decoding: bytes[..<count], as: UTF8.self), passed)
        }
      }
    }
  }

  private static func withAddress(_ name: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    let isAbstract = bytes.first == UInt8(ascii: "@")
    if isAbstract { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    // An abstract name is as long as the address says; a path ends with a zero.
    let length = MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
    }
  }
}
