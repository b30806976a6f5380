import Glibc

/// The socket calls that a blocking client needs; every wait has a deadline.
struct UnixSocket: ~Copyable {
  let descriptor: Int32

  init(adopting descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  static func connect(to address: VarlinkAddress, deadline: Deadline) throws(VarlinkClientError) -> UnixSocket {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .connect(address, errno: errno) }
    let socket = UnixSocket(adopting: descriptor)
    while true {
      // A connect waits while the backlog is full, as long as the time limit for sending says.
      var limit = deadline.timeLimit
      setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      if withSocketAddress(address, { Glibc.connect(descriptor, $0, $1) }) == 0 { return socket }
      switch errno {
      case EINTR: continue
      case EAGAIN: throw .timedOut
      default: throw .connect(address, errno: errno)
      }
    }
  }

  func duplicate() -> Int32 {
    fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
  }

  func send(_ bytes: [UInt8], deadline: Deadline) throws(VarlinkClientError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        try wait(for: POLLOUT, deadline: deadline)
      } else if errno == EPIPE || errno == ECONNRESET {
        throw .disconnected
      } else if errno != EINTR {
        throw .transport(errno: errno)
      }
    }
  }

  /// The bytes that are there; none at the end of the stream.
  func receive(deadline: Deadline) throws(VarlinkClientError) -> [UInt8] {
    while true {
      try wait(for: POLLIN, deadline: deadline)
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let result = Glibc.recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
        failure = result < 0 ? errno : 0
        count = max(0, result)
      }
      switch failure {
      case 0: return bytes
      case EINTR, EAGAIN: continue
      case ECONNRESET: return []
      default: throw .transport(errno: failure)
      }
    }
  }

  private func wait(for events: Int32, deadline: Deadline) throws(VarlinkClientError) {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while true {
      let result = poll(&entry, 1, deadline.remainingMilliseconds)
      if result > 0 { return }
      if result == 0 {
        guard !deadline.hasPassed else { throw .timedOut }
      } else if errno != EINTR {
        throw .transport(errno: errno)
      }
    }
  }

  private static func withSocketAddress(
    _ address: VarlinkAddress, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var storage = sockaddr_un()
    storage.sun_family = sa_family_t(AF_UNIX)
    let offset = address.isAbstract ? 1 : 0
    withUnsafeMutableBytes(of: &storage.sun_path) { path in
      for (index, byte) in address.path.utf8.enumerated() { path[index + offset] = byte }
    }
    // An abstract name ends with the length of the address, a path with its NUL.
    let prefix = MemoryLayout<sockaddr_un>.size - MemoryLayout.size(ofValue: storage.sun_path)
    let length = prefix + address.path.utf8.count + 1
    return withUnsafePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
    }
  }
}

/// A moment of the monotonic clock after which waiting ends; nil waits for ever.
struct Deadline {
  private let moment: ContinuousClock.Instant?

  init(_ timeout: Duration?) {
    moment = timeout.map { ContinuousClock.now + $0 }
  }

  var hasPassed: Bool {
    guard let moment else { return false }
    return ContinuousClock.now >= moment
  }

  /// For `poll`: -1 for ever, else at least 1 so that a rounded-down rest does not spin.
  var remainingMilliseconds: Int32 {
    guard let moment else { return -1 }
    let rest = (moment - ContinuousClock.now).components
    guard rest.seconds >= 0, rest.attoseconds >= 0 else { return 0 }
    return Int32(clamping: rest.seconds * 1_000 + rest.attoseconds / 1_000_000_000_000_000 + 1)
  }

  /// For `SO_SNDTIMEO`, where zero means for ever.
  var timeLimit: timeval {
    let milliseconds = Int(remainingMilliseconds)
    guard milliseconds >= 0 else { return timeval() }
    return timeval(tv_sec: milliseconds / 1_000, tv_usec: max(1, milliseconds % 1_000 * 1_000))
  }
}
