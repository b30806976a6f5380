import BankumWords
import Glibc

/// The configuration file on disk.
struct ConfigurationFile: Sendable, Equatable {
  /// The place where it is looked for unless said otherwise.
  static let standardPath = "/etc/bankum/bankum.yaml"
  /// Far more than a configuration has: a file that is larger is something else.
  static let sizeLimit = 1 << 20

  /// Where it is.
  let path: String
  /// Whether it may be absent: then the defaults hold.
  let isOptional: Bool

  /// Reads it.
  /// - Throws: `ConfigurationProblems`, all at once.
  func read() throws(ConfigurationProblems) -> Configuration {
    guard let text = try text() else { return Configuration() }
    return try ConfigurationReader.read(text, path: path).get()
  }

  private func text() throws(ConfigurationProblems) -> String? {
    // Not blocking: a pipe under this name must not hold up the start, or a reload.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT, isOptional { return nil }
      throw unreadable(errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
    // A pipe without a writer reads as an empty file, so it is none.
    guard status.st_mode & S_IFMT != S_IFIFO else { throw unreadable(ESPIPE) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= Self.sizeLimit else { throw unreadable(EFBIG) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable(EILSEQ) }
    return text
  }

  private func unreadable(_ number: Int32) -> ConfigurationProblems {
    let reason = String(cString: strerror(number))
    return ConfigurationProblems(problems: [
      ConfigurationProblem(place: path, value: nil, message: .configurationUnreadable(path: path, reason: reason))
    ])
  }
}
