import Glibc

/// The secrets that the service manager put beside this process: files in `$CREDENTIALS_DIRECTORY`, readable by it
/// alone. Source: systemd.exec(5), `LoadCredential=`.
package struct Credentials: Sendable, Equatable {
  /// The folder, or nil if no credentials were passed.
  package let directory: String?

  /// The most bytes that `read` accepts unless told otherwise; systemd itself stops at 1 MiB.
  package static let defaultLimit = 65_536

  /// Looks at the environment of a process.
  package init(environment: [String: String]) {
    directory = environment["CREDENTIALS_DIRECTORY"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The bytes of a credential of at most `limit` bytes, as they are: a final line feed is not removed.
  ///
  /// Fails with `noCredentials`, `badCredentialName` (empty, `.`, `..`, longer than 255 bytes, or with a slash or a
  /// control character), `noSuchCredential`, `credentialTooLarge` or `credentialUnreadable` (not a regular file either).
  package func read(_ name: String, limit: Int = defaultLimit) throws(SystemdError) -> [UInt8] {
    guard Self.isName(name) else { throw SystemdError(.badCredentialName, name) }
    guard let directory else { throw SystemdError(.noCredentials, name) }
    // Not blocking: a pipe under this name must not hold up the start.
    let descriptor = open(directory + "/" + name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      let code: SystemdError.Code = errno == ENOENT ? .noSuchCredential : .credentialUnreadable
      throw SystemdError(code, name, systemError: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw SystemdError(.credentialUnreadable, name)
    }
    return try Self.contents(of: descriptor, name: name, limit: limit)
  }

  /// Reads one byte more than allowed: the size that `fstat` tells may have grown since.
  private static func contents(of descriptor: Int32, name: String, limit: Int) throws(SystemdError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(limit + 1, 4_096))
    while true {
      let wanted = min(piece.count, limit + 1 - bytes.count)
      let count = Glibc.read(descriptor, &piece, wanted)
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemdError(.credentialUnreadable, name, systemError: errno)
      }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      if bytes.count > limit { throw SystemdError(.credentialTooLarge, name) }
    }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && name.utf8.count <= 255
      && !name.unicodeScalars.contains { $0 == "/" || $0.properties.generalCategory == .control }
  }
}
