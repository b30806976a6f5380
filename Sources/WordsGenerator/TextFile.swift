import Glibc

/// Reads and writes whole files by path; the only place here that touches the system.
enum TextFile {
  /// The system call that failed, with the path and the system's reason.
  struct Failure: Error, CustomStringConvertible {
    let call: String
    let path: String
    let reason: String

    /// `PATH: error: CALL: REASON`.
    var description: String { "\(path): error: \(call): \(reason)" }
  }

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] }
      if count == 0 { return bytes }
      if count < 0 && errno != EINTR { throw failure("read", path) }
    }
  }

  static func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    try write(text, to: descriptor, path: path)
  }

  static func report(_ text: String) {
    // There is nobody left to tell when standard error itself fails.
    try? write(text + "\n", to: STDERR_FILENO, path: "standard error")
  }

  private static func write(_ text: String, to descriptor: Int32, path: String) throws(Failure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { throw failure("write", path) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private static func failure(_ call: String, _ path: String) -> Failure {
    Failure(call: call, path: path, reason: String(cString: strerror(errno)))
  }
}
