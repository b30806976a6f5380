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
      try Bridge(descriptor).run()
      return .done
    } catch {
      throw invocation.complaint(error, method: "bridge")
    }
  }
}

/// Copies both ways until both have ended: the end of input is passed on, so that an answer under way still comes.
private struct Bridge {
  let socket: Int32

  init(_ socket: Int32) {
    self.socket = socket
  }

  func run() throws(ClientFailure) {
    // A reader that has gone shows as an error of the write, not as a signal that ends us in the middle.
    signal(SIGPIPE, SIG_IGN)
    var inputIsOpen = true
    while true {
      var entries = [
        pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        pollfd(fd: inputIsOpen ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&entries, 2, -1) >= 0 || errno == EINTR else { throw .lost }
      if entries[1].revents != 0 {
        let isOpen = copy(from: STDIN_FILENO, to: socket)
        if !isOpen {
          inputIsOpen = false
          shutdown(socket, Int32(SHUT_WR))
        }
      }
      if entries[0].revents != 0, !copy(from: socket, to: STDOUT_FILENO) { return }
    }
  }

  /// Copies what is there.
  /// - Returns: whether there may be more.
  private func copy(from source: Int32, to target: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(source, &buffer, buffer.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    var bytes = buffer[..<count]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return false }
      bytes = bytes.dropFirst(max(0, written))
    }
    return count > 0
  }
}
