import Glibc

/// How far writes were acknowledged, in a small file beside the database: `head`.
///
/// It is rewritten after each commit and before its acknowledgement, and not synced: a power cut may leave it behind
/// the database, never ahead. A database that knows less than it has lost its log or was replaced by an older copy. It
/// is made whole and synced under another name before anything is written, and rewritten in place within one sector: a
/// register with entries and without it, or with a torn one, is no work of a kill or a power cut.
final class HeadFile: Sendable {
  /// What a folder's file says.
  enum Witness: Equatable {
    /// There is no file.
    case none
    /// There is one that cannot be read: torn, or signed by none of the keys.
    case torn
    /// So many writes and entries were acknowledged.
    case acknowledged(sequence: Int64, head: AuditHead)
  }

  private let descriptor: Int32
  private let ring: KeyRing
  private static let mark = Array("BNKMHED2".utf8)
  private static let length = 76
  /// The mark of version 1, which had a checksum at its end instead of a signature.
  private static let firstMark = Array("BNKMHEAD".utf8)

  private init(descriptor: Int32, ring: KeyRing) {
    self.descriptor = descriptor
    self.ring = ring
  }

  deinit {
    close(descriptor)
  }

  /// What a folder's file says.
  /// - Parameter takesFirst: whether a file of version 1 counts: only beside tables of version 1.
  static func read(in folder: String, ring: KeyRing, takesFirst: Bool) throws(StoreError) -> Witness {
    guard let bytes = try FileBytes.read(folder + "/head", limit: length) else { return .none }
    guard bytes.count >= 64 else { return .torn }
    if Array(bytes[..<8]) == firstMark {
      guard takesFirst, number(bytes[56..<64]) == Checksum.sum(Array(bytes[..<56])) else { return .torn }
    } else {
      guard bytes.count == length, Array(bytes[..<8]) == mark,
        let key = ring.key(UInt32(truncatingIfNeeded: number(bytes[56..<60]))),
        key.sign(Array(bytes[..<60])).prefix(16).elementsEqual(bytes[60...])
      else { return .torn }
    }
    let head = AuditHead(entries: Int64(bitPattern: number(bytes[16..<24])), hash: Array(bytes[24..<56]))
    return .acknowledged(sequence: Int64(bitPattern: number(bytes[8..<16])), head: head)
  }

  /// Opens the file for writing; one that is missing, torn or of version 1 is made anew, whole and lasting.
  static func open(
    in folder: String, ring: KeyRing, sequence: Int64, head: AuditHead
  ) throws(StoreError) -> HeadFile {
    let path = folder + "/head"
    let bytes = bytes(sequence, head, ring)
    let there = try FileBytes.read(path, limit: length + 1)
    if there?.count != length || !(there?.starts(with: mark) ?? false) {
      unlink(path + ".new")
      try FileBytes.create(path + ".new", bytes)
      try FileBytes.rename(path + ".new", to: path)
    }
    let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileBytes.failure(path) }
    let file = HeadFile(descriptor: descriptor, ring: ring)
    file.write(sequence: sequence, head: head)
    return file
  }

  /// Says that everything up to here is committed. A failure is nobody's loss: the file is a witness, not a log.
  func write(sequence: Int64, head: AuditHead) {
    let bytes = Self.bytes(sequence, head, ring)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func bytes(_ sequence: Int64, _ head: AuditHead, _ ring: KeyRing) -> [UInt8] {
    var bytes = mark
    append(UInt64(bitPattern: sequence), 8, to: &bytes)
    append(UInt64(bitPattern: head.entries), 8, to: &bytes)
    bytes += head.hash
    append(UInt64(ring.current.id), 4, to: &bytes)
    return bytes + ring.current.sign(bytes).prefix(16)
  }

  private static func append(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(shift)))) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
