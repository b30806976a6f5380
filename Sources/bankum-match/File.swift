import Glibc

/// Whole files and standard streams, through the C library.
enum File {
  /// The bytes of a file, or nil.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var buffer = Array(repeating: UInt8(0), count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return ferror(file) == 0 ? result : nil }
      result.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes a file whole, or standard output without a path; returns whether it worked.
  static func write(_ bytes: [UInt8], to path: String?) -> Bool {
    guard let path else { return put(bytes, STDOUT_FILENO) }
    guard let file = fopen(path, "wb") else { return false }
    let whole = fwrite(bytes, 1, bytes.count, file) == bytes.count
    return fclose(file) == 0 && whole
  }

  /// One line to standard error.
  static func complain(_ text: String) {
    _ = put(Array((text + "\n").utf8), STDERR_FILENO)
  }

  /// Everything to a descriptor, however little each call takes.
  private static func put(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return true
  }
}
