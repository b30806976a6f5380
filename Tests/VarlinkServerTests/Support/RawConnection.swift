import Dispatch
import Glibc
import Synchronization

/// The other end of a server's socket: raw bytes out, raw bytes in. What blocks runs on a queue of its own, because
/// the tasks of the server under test need the threads of the pool.
final class RawConnection: Sendable {
  struct Fault: Error, Equatable {
    let call: String
    let errno: Int32
  }

  let descriptor: Int32
  private let queue = DispatchQueue(label: "raw connection")
  private let isOpen = Atomic(true)
  /// No test waits longer than this for anything.
  private static let patience: Int32 = 10_000

  init(adopting descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Connects; a full backlog or a missing listener is a fault at once.
  init(_ path: String, flags: Int32 = Int32(SOCK_CLOEXEC.rawValue)) throws(Fault) {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | flags, 0)
    guard descriptor >= 0 else { throw Fault(call: "socket", errno: errno) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    // All properties are set, so `deinit` closes.
    guard result == 0 else { throw Fault(call: "connect", errno: errno) }
  }

  /// A second handle on the same socket: reading does not wait behind writing.
  func duplicate() throws(Fault) -> RawConnection {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw Fault(call: "dup", errno: errno) }
    return RawConnection(adopting: copy)
  }

  /// Closes, whatever is on its way.
  func close() {
    let wasOpen = isOpen.exchange(false, ordering: .relaxed)
    if wasOpen { Glibc.close(descriptor) }
  }

  deinit {
    close()
  }

  func send(_ text: String) async throws {
    try await send(Array(text.utf8))
  }

  /// Sends bytes; a peer that has closed already is no fault: what it answered is still to be read.
  func send(_ bytes: [UInt8]) async throws {
    try await onQueue { [descriptor] in try Self.send(descriptor, bytes) }
  }

  private static func send(_ descriptor: Int32, _ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      try wait(descriptor, POLLOUT)
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE || errno == ECONNRESET {
        return
      } else if errno != EAGAIN {
        throw Fault(call: "send", errno: errno)
      }
    }
  }

  /// Sends a beginning, then the same text and takes one message, again and again with a pause between; the replies come
  /// back. All of it on one thread, so that the pauses stay short however busy the threads of the pool are.
  func exchange(
    beginning: String, then text: String, for time: Duration, pause: Duration
  ) async throws -> [String?] {
    try await onQueue { [descriptor] in
      try Self.send(descriptor, Array(beginning.utf8))
      let begin = ContinuousClock.now
      var replies: [String?] = []
      while ContinuousClock.now - begin < time {
        try Self.send(descriptor, Array(text.utf8))
        replies.append(try Self.message(descriptor))
        usleep(UInt32(pause / .microseconds(1)))
      }
      return replies
    }
  }

  /// Sends the same bytes again and again until the peer closes, and says how many it took.
  func sendUntilClosed(_ bytes: [UInt8]) async throws -> Int {
    try await onQueue { [descriptor] in
      var sent = 0
      while true {
        try Self.wait(descriptor, POLLOUT)
        let count = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        if count >= 0 {
          sent += count
        } else if errno != EAGAIN {
          return sent
        }
      }
    }
  }

  /// No more bytes from here; the other direction stays open.
  func endInput() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// The next message without its NUL; nil at the end of the stream.
  func message() async throws -> String? {
    try await onQueue { [descriptor] in try Self.message(descriptor) }
  }

  private static func message(_ descriptor: Int32) throws -> String? {
    var message: [UInt8] = []
    while true {
      // Byte by byte, so that nothing of the next message has to be kept.
      let byte = try receive(descriptor, 1)
      guard let byte = byte.first else {
        guard message.isEmpty else { throw Fault(call: "message cut short", errno: 0) }
        return nil
      }
      guard byte != 0 else { return String(decoding: message, as: UTF8.self) }
      message.append(byte)
    }
  }

  /// All messages up to the end of the stream.
  func messages() async throws -> [String] {
    let bytes = try await bytesToEnd()
    var messages = bytes.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard messages.removeLast().isEmpty else { throw Fault(call: "message cut short", errno: 0) }
    return messages
  }

  /// All bytes up to the end of the stream.
  func bytesToEnd() async throws -> [UInt8] {
    try await onQueue { [descriptor] in
      var bytes: [UInt8] = []
      while true {
        let more = try Self.receive(descriptor, 1 << 16)
        guard !more.isEmpty else { return bytes }
        bytes += more
      }
    }
  }

  /// Whether nothing has come and the stream has not ended, now.
  var isQuiet: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) == 0
  }

  private static func receive(_ descriptor: Int32, _ count: Int) throws(Fault) -> [UInt8] {
    try wait(descriptor, POLLIN)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let result = recv(descriptor, buffer.baseAddress, count, 0)
      failure = result < 0 ? errno : 0
      initialized = max(0, result)
    }
    // A peer that closes with bytes of ours unread shows as a reset: the end of the stream all the same.
    guard failure == 0 || failure == ECONNRESET else { throw Fault(call: "recv", errno: failure) }
    return bytes
  }

  private static func wait(_ descriptor: Int32, _ events: Int32) throws(Fault) {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    let result = poll(&entry, 1, patience)
    guard result > 0 else { throw Fault(call: result == 0 ? "waited too long" : "poll", errno: errno) }
  }

  private func onQueue<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body() }) }
    }
  }
}
