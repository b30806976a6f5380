import BankumStore
import Glibc

/// A start as a process of its own: `store-torture open FOLDER STEP`.
struct Start {
  private let process: pid_t
  private let output: Int32

  /// Starts it; it says when it comes to a step of the migration.
  init(_ folder: String, step: Int) throws(StoreError) {
    var pipes: [Int32] = [-1, -1]
    guard pipe(&pipes) == 0 else { throw StoreError(.inputOutput, "no pipe: errno \(errno)") }
    for descriptor in pipes { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    let arguments: [String] = ["store-torture", "open", folder, "\(step)"]
    var words = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let number = posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, environ)
    close(pipes[1])
    guard number == 0 else {
      close(pipes[0])
      throw StoreError(.inputOutput, "no process: errno \(number)")
    }
    self.process = process
    output = pipes[0]
  }

  /// Waits for its end; how many steps the migration had.
  func steps() throws(StoreError) -> Int {
    let (said, steps) = (line(), line())
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(output)
    guard said == "open", status == 0, let steps = steps.flatMap({ Int($0) }) else {
      throw StoreError(.unusable, "a start ended with \(status), and said \(said ?? "nothing")")
    }
    return steps
  }

  /// Kills it once it came to its step; whether the register was open by then.
  func kill() throws(StoreError) -> Bool {
    let said = line()
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    defer { close(output) }
    guard said == "step" else { throw StoreError(.unusable, "a start never came to its step: \(said ?? "nothing")") }
    return line() == "open"
  }

  /// The next line that it said; nil when there is none.
  private func line() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1 {
      if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }
}
