import BankumClient
import BankumWords
import Glibc

/// A file that the user named, or standard input for `-`.
enum FileArgument {
  /// The most bytes that are read.
  static let limit = 16 << 20

  /// The bytes.
  /// - Throws: `Complaint` with the reason.
  static func bytes(_ path: String) throws(Complaint) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Complaint(.fileUnreadable(path: path, reason: String(cString: strerror(errno))), status: .input)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Complaint(.fileUnreadable(path: path, reason: String(cString: strerror(errno))), status: .input)
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw Complaint(.fileTooLarge(path: path, limit: limit), status: .input) }
    }
  }
}
