import BankumClient
import BankumWords
import Glibc
import Varlink

/// `bridge`: bytes between standard input and output and the daemon's socket, for ssh.
enum BridgeVerb {
  static let description = VerbDescription("bridge", summary: .helpBridgeSummary, help: .helpBridge) {
    (invocation) throws(Complaint) in
    guard case .socket = invocation.endpoint else {
      throw Complaint(usage: .usageExcludeEachOther(first: "bridge", second: "-H"))
    }
    do throws(ClientFailure) {
      let descriptor = try invocation.connection.openDescriptor()
      defer { close(descriptor) }
      var bridge = Bridge(descriptor)
      try bridge.run()
      return .done
    } catch {
      throw invocation.complaint(error, method: "bridge")
    }
  }
}

/// Copies both ways until both have ended: the end of input is passed on, so that an answer under way still comes.
///
/// What the daemon does not take yet waits here, so that its answers go on to be read meanwhile: it takes no calls from
/// whoever does not read them.
private struct Bridge {
  let socket: Int32
  private var inputIsOpen = true
  private var waiting: ArraySlice<UInt8> = []

  init(_ socket: Int32) {
    self.socket = socket
  }

  mutating func run() throws(ClientFailure) {
    // A reader that has gone shows as an error of the write, not as a signal that ends us in the middle.
    signal(SIGPIPE, SIG_IGN)
    while true {
      var entries = [
        pollfd(fd: socket, events: Int16(waiting.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0),
        pollfd(fd: inputIsOpen && waiting.isEmpty ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&entries, 2, -1) >= 0 || errno == EINTR else { throw .lost }
      if entries[1].revents != 0 {
        let bytes = Self.read(STDIN_FILENO)
        inputIsOpen = bytes?.isEmpty == false
        waiting = bytes ?? []
        if !inputIsOpen { shutdown(socket, Int32(SHUT_WR)) }
      }
      if !waiting.isEmpty { send() }
      if entries[0].revents & ~Int16(POLLOUT) != 0 {
        guard let bytes = Self.read(socket), !bytes.isEmpty, Self.write(bytes) else { return }
      }
    }
  }

  /// Sends what the socket takes now.
  private mutating func send() {
    let count = waiting.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
    if count >= 0 {
      waiting = waiting.dropFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      // The daemon takes no more; what it still says is passed on.
      waiting = []
      inputIsOpen = false
    }
  }

  /// What is there: nothing at the end, nil after a failure.
  private static func read(_ source: Int32) -> ArraySlice<UInt8>? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(source, &buffer, buffer.count)
      if count >= 0 { return buffer[..<count] }
      if errno != EINTR { return nil }
    }
  }

  /// Writes all of it to standard output.
  /// - Returns: whether there is somebody to take more.
  private static func write(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(0, written))
    }
    return true
  }
}
