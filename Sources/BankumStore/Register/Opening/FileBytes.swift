import Glibc

/// Small files of the state folder.
enum FileBytes {
  /// The first bytes of a file, or nil if there is none.
  static func read(_ path: String, limit: Int = 65_536) throws(StoreError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(path)
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    var length = 0
    while length < limit {
      let count = bytes[length...].withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { break }
      length += count
    }
    return Array(bytes[..<length])
  }

  /// Writes a new file for this user alone, and makes it lasting, its name too. Throws `unusable` if there is one.
  static func create(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(file) == 0 else {
      let error = failure(path)
      unlink(path)
      throw error
    }
    syncFolder(of: path)
  }

  /// Gives a file another name, in place of what had it, and makes that lasting.
  static func rename(_ path: String, to name: String) throws(StoreError) {
    guard Glibc.rename(path, name) == 0 else { throw failure(path) }
    syncFolder(of: name)
  }

  private static func syncFolder(of path: String) {
    let folder = open(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  static func failure(_ path: String) -> StoreError {
    let number = errno
    return StoreError(number == ENOSPC ? .storageFull : .unusable, "\(path): \(String(cString: strerror(number)))")
  }
}
