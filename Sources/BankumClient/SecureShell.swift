import Glibc

/// `ssh HOST bankumctl bridge` as a child, whose standard input and output are one end of a socket pair.
package final class SecureShell {
  private let process: pid_t
  private var socket: Int32
  private var status: Int32?

  /// Starts ssh; it asks on the terminal for what it needs, and complains on standard error.
  /// - Throws: `ClientFailure.shellMissing`.
  package init(host: String) throws(ClientFailure) {
    var pair: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
      throw .shellMissing(errno: errno)
    }
    defer { Glibc.close(pair[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pair[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pair[1], STDOUT_FILENO)

    // "--" keeps a host that starts with a dash from being an option of ssh.
    let words: [String] = ["ssh", "-T", "--", host, "bankumctl", "bridge"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, "ssh", &actions, nil, arguments, environ)
    guard result == 0 else {
      Glibc.close(pair[0])
      throw .shellMissing(errno: result)
    }
    self.process = process
    socket = pair[0]
  }

  deinit {
    if socket >= 0 { Glibc.close(socket) }
    end()
  }

  /// Ends ssh. The end of its input does, usually; one that waits for a machine that does not answer is told to go, and
  /// then made to.
  private func end() {
    for signal in [SIGTERM, SIGKILL] {
      if exitStatusIfEnded() != nil { return }
      kill(process, signal)
    }
    if status == nil { waitpid(process, nil, 0) }
  }

  /// Our end; the taker closes it.
  func takeSocket() -> Int32 {
    defer { socket = -1 }
    return socket
  }

  /// The status of ssh if it has ended: it is given half a second, because its output ends first. As a shell does, 128
  /// and the number of the signal for one that was ended by a signal.
  func exitStatusIfEnded() -> Int32? {
    for _ in 0..<50 where status == nil {
      var raw: Int32 = 0
      if waitpid(process, &raw, WNOHANG) == process { status = Self.status(raw) }
      if status == nil { usleep(10_000) }
    }
    return status
  }

  /// The status in what `waitpid` says; its macros are not seen from Swift.
  static func status(_ raw: Int32) -> Int32 {
    let signal = raw & 0x7F
    return signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
  }
}
