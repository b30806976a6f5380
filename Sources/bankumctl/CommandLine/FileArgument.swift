import BankumClient
import BankumWords
import Glibc

/// A file that the user named, or standard input for `-`.
enum FileArgument {
  /// The most bytes that are read.
  static let limit = 16 << 20

  /// What the last system call said of the path.
  static func unreadable(_ path: String) -> Complaint {
    let reason: Message =
      switch errno {
      case ENOENT, ENOTDIR: .fileMissing
      case EACCES, EPERM: .fileForbidden
      case EISDIR: .fileIsFolder
      case let number: .errorText(text: String(cString: strerror(number)))
      }
    return Complaint(.fileUnreadable(path: path, reason: reason), status: .input)
  }

  /// The bytes.
  /// - Throws: `Complaint` with the reason.
  static func bytes(_ path: String) throws(Complaint) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw unreadable(path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw Complaint(.fileTooLarge(path: path, limit: limit), status: .input) }
    }
  }
}
