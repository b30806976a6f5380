import Glibc

/// How far writes were acknowledged, in a file of 64 bytes beside the database: `head`.
///
/// It is rewritten after each commit and before its acknowledgement, and not synced: a power cut may leave it behind
/// the database, never ahead. A database that knows less than it has lost its log or was replaced by an older copy.
final class HeadFile: Sendable {
  private let descriptor: Int32
  private static let mark = Array("BNKMHEAD".utf8)
  private static let length = 64

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// What a folder's file says, or nil if there is none or it is torn.
  static func read(in folder: String) throws(StoreError) -> (sequence: Int64, head: AuditHead)? {
    guard let bytes = try FileBytes.read(folder + "/head", limit: length), bytes.count == length,
      Array(bytes[..<8]) == mark, number(bytes[56...]) == Checksum.sum(Array(bytes[..<56]))
    else { return nil }
    let head = AuditHead(entries: Int64(bitPattern: number(bytes[16..<24])), hash: Array(bytes[24..<56]))
    return (Int64(bitPattern: number(bytes[8..<16])), head)
  }

  /// Opens the file for writing, and makes it if it is missing.
  static func open(in folder: String) throws(StoreError) -> HeadFile {
    let path = folder + "/head"
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileBytes.failure(path) }
    return HeadFile(descriptor: descriptor)
  }

  /// Says that everything up to here is committed. A failure is nobody's loss: the file is a witness, not a log.
  func write(_ state: RegisterState) {
    var bytes = Self.mark
    Self.append(UInt64(bitPattern: state.sequence), to: &bytes)
    Self.append(UInt64(bitPattern: state.head.entries), to: &bytes)
    bytes += state.head.hash
    Self.append(Checksum.sum(bytes), to: &bytes)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(shift)))) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
