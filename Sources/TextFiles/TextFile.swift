import Glibc

/// Reads and writes whole files by path.
package enum TextFile {
  /// A system call that failed.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    /// The file.
    package let path: String
    /// The call, such as `open`.
    package let call: String
    /// The `errno`.
    package let code: Int32

    /// `PATH: error: CALL: REASON`.
    package var description: String { "\(path): error: \(call): \(String(cString: strerror(code)))" }
  }

  /// All bytes of a file.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, call: "open", code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw Failure(path: path, call: "read", code: errno)
      }
    }
  }

  /// Writes a file unless it has these bytes already: what has not changed is not compiled again.
  package static func update(_ path: String, _ text: String) throws(Failure) {
    if let old = try? read(path), old.elementsEqual(text.utf8) { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, call: "open", code: errno) }
    defer { close(descriptor) }
    try write(text, to: descriptor, path: path)
  }

  /// Tells the user, on standard error.
  package static func report(_ text: String) {
    // When standard error fails there is nobody left to tell.
    try? write(text + "\n", to: STDERR_FILENO, path: "standard error")
  }

  private static func write(_ text: String, to descriptor: Int32, path: String) throws(Failure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Failure(path: path, call: "write", code: errno)
      }
    }
  }
}
