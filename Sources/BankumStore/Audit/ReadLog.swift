import BankumModel
import Glibc

/// Reads that are durable and not yet entries of the audit log: the file `reads` beside the database, of fixed size, so
/// that a full disk does not end it.
///
/// A frame holds the reads of one group and is synced before any of their answers leaves. Its signature covers the last
/// entry of the audit log (its base) and its place behind it. Each commit takes all frames along as entries and thereby
/// moves the base: from then on the frames of before do not count, without a byte being written, so that none becomes an
/// entry twice and none is lost, wherever the daemon is killed.
struct ReadLog: ~Copyable, Sendable {
  /// The file's name in the state folder.
  static let fileName = "reads"
  /// The bytes of the file.
  static let size = 2 << 20
  /// The bytes of it that are left to reads which go on while the disk is full.
  static let reserve = size / 4
  /// Frames begin where a sector does: a torn one leaves those before it whole.
  private static let sector = 512
  /// How far a whole frame is looked for behind one that is not: it would show that the log was damaged, not cut short.
  private static let search = 1 << 18

  private let descriptor: Int32
  private let path: String
  private let sync: @Sendable (Int32) -> Int32
  /// The last entry of the audit log that is committed.
  private(set) var base: AuditHead
  /// What the frames hold that no commit has taken along yet, in order.
  private(set) var pending: [AuditDraft] = []
  private var offset = 0
  private var place: UInt32 = 0
  private var isPrepared = false

  /// Opens the file of a folder, or makes it, and reads the frames that come behind the base.
  ///
  /// A frame that was being written when the daemon died was not answered and is left out. Throws `corrupted` for a
  /// frame that is not whole although one behind it is.
  /// - Parameter sync: brings a file's bytes to the disk, as `fdatasync` does.
  init(
    in folder: String, behind base: AuditHead, ring: KeyRing,
    sync: @escaping @Sendable (Int32) -> Int32 = { fdatasync($0) }
  ) throws(StoreError) {
    path = folder + "/" + Self.fileName
    self.base = base
    self.sync = sync
    descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileBytes.failure(path) }
    try replay(ring)
    // On a disk that is full already the register is opened all the same, for those who look after it.
    do throws(StoreError) { try prepare() } catch  where error.code == .storageFull {}
  }

  deinit { close(descriptor) }

  /// Takes the bytes of the whole file from the disk, if it has not got them yet. Throws `storageFull`.
  mutating func prepare() throws(StoreError) {
    guard !isPrepared else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileBytes.failure(path) }
    if status.st_size < Self.size {
      let number = posix_fallocate(descriptor, 0, off_t(Self.size))
      guard number == 0 else {
        errno = number
        throw FileBytes.failure(path)
      }
      // Written once, so that a sync later writes the bytes of a frame and no list of where the file lies.
      let zeros = [UInt8](repeating: 0, count: Self.size - offset)
      try write(zeros, at: offset)
    }
    isPrepared = true
  }

  /// Whether the disk has room again, for the file as well as for what is written beside it.
  mutating func roomIsBack() -> Bool {
    do throws(StoreError) { try prepare() } catch { return false }
    var status = statvfs()
    return fstatvfs(descriptor, &status) == 0
      && UInt64(status.f_bavail) * UInt64(status.f_frsize) >= UInt64(StorageState.enough)
  }

  // MARK: Writing

  /// Whether so many bytes of a frame find room; the reserve is for essential reads only.
  func hasRoom(_ length: Int, isEssential: Bool) -> Bool {
    isPrepared && offset + length <= Self.size - (isEssential ? 0 : Self.reserve)
  }

  /// Whether a commit should soon take the frames along.
  var isHalfFull: Bool { offset > (Self.size - Self.reserve) / 2 }

  /// The frame of some reads behind the last one, padded to whole sectors.
  func frame(of drafts: [AuditDraft], key: SealingKey) -> [UInt8] {
    var writer = FieldWriter()
    writer.add(list: drafts) { draft, writer in
      writer.add(draft.madeAt)
      writer.add(draft.uid)
      writer.add(draft.role)
      writer.add(draft.method)
      writer.add(draft.times)
      writer.add(list: draft.targets) { $1.add($0) }
    }
    writer.add(list: drafts) { $1.add($0.outcome) }
    let payload = FieldBytes.bytes(of: writer.fields)
    let header = Header(key: key.id, entries: base.entries, place: place, length: UInt32(payload.count))
    var bytes = header.bytes + payload
    bytes += key.sign(Self.document(bytes, behind: base))
    bytes += repeatElement(0, count: (Self.sector - bytes.count % Self.sector) % Self.sector)
    return bytes
  }

  /// Writes a frame and syncs it: its reads may be answered when this returns.
  mutating func append(_ frame: [UInt8], _ drafts: [AuditDraft]) throws(StoreError) {
    try write(frame, at: offset)
    // After a failure the same place is written again: nobody was answered.
    guard sync(descriptor) == 0 else { throw StoreError(.inputOutput, "\(Self.fileName) cannot be synced") }
    offset += frame.count
    place += 1
    pending += drafts
  }

  /// All frames are entries now, which end with this head: the next frame is the first again.
  mutating func restart(behind head: AuditHead) {
    base = head
    pending = []
    offset = 0
    place = 0
  }

  private func write(_ bytes: [UInt8], at start: Int) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + done)) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileBytes.failure(path) }
      done += count
    }
  }

  // MARK: Reading

  private mutating func replay(_ ring: KeyRing) throws(StoreError) {
    while let (drafts, length) = try frame(at: offset, ring, isNext: { $0.place == place }) {
      pending += drafts
      place += 1
      offset += length
    }
    for further in stride(from: offset + Self.sector, to: offset + Self.search, by: Self.sector) {
      guard let header = header(at: further) else { break }
      guard header.entries == base.entries, header.place >= place else { continue }
      if try frame(at: further, ring, isNext: { $0.place >= place }) != nil {
        throw StoreError(.corrupted, "\(Self.fileName): a frame behind entry \(base.entries) is damaged")
      }
    }
  }

  /// The header at a place of the file, whatever it says; nil behind its end.
  private func header(at start: Int) -> Header? {
    let bytes = read(Header.length, at: start)
    return bytes.count == Header.length ? Header(bytes) : nil
  }

  /// The reads of a whole frame behind the base, and how long it is; nil if there is none.
  private func frame(
    at start: Int, _ ring: KeyRing, isNext: (Header) -> Bool
  ) throws(StoreError) -> (drafts: [AuditDraft], length: Int)? {
    guard let header = header(at: start), header.isMarked, header.entries == base.entries, isNext(header),
      Int(header.length) <= Self.size - start, let key = ring.key(header.key)
    else { return nil }
    let signed = Header.length + Int(header.length)
    let bytes = read(signed + Self.signatureLength, at: start)
    guard bytes.count == signed + Self.signatureLength,
      key.sign(Self.document(Array(bytes[..<signed]), behind: base)) == Array(bytes[signed...])
    else { return nil }
    var reader = FieldReader(try FieldBytes.fields(of: bytes[Header.length..<signed]))
    var drafts = try reader.list { reader throws(StoreError) in
      let (madeAt, uid, role) = (try reader.instant(), try reader.user(), try reader.text())
      let (method, times) = (try reader.text(), try reader.int())
      return AuditDraft(
        madeAt: madeAt, uid: uid, role: role, method: method,
        targets: try reader.list { reader throws(StoreError) in try reader.text() }, outcome: .read, times: times)
    }
    // Frames of before had nothing but reads, and did not say so.
    if !reader.isAtEnd {
      let outcomes = try reader.list { reader throws(StoreError) in try reader.code(AuditOutcome.self) }
      for (place, outcome) in outcomes.enumerated() where drafts.indices.contains(place) {
        drafts[place].outcome = outcome
      }
    }
    return (drafts, (bytes.count + Self.sector - 1) / Self.sector * Self.sector)
  }

  private func read(_ count: Int, at start: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let length = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(start)) }
    return Array(bytes.prefix(max(0, length)))
  }

  private static let signatureLength = 32

  /// The bytes that are signed.
  private static func document(_ frame: [UInt8], behind base: AuditHead) -> [UInt8] {
    Array("reads|\(base.entries)|".utf8) + base.hash + frame
  }

  /// What a frame begins with.
  private struct Header {
    static let length = 24
    private static let mark: UInt32 = 0x424E_4B52
    var isMarked = true
    let key: UInt32
    let entries: Int64
    let place: UInt32
    let length: UInt32

    init(key: UInt32, entries: Int64, place: UInt32, length: UInt32) {
      (self.key, self.entries, self.place, self.length) = (key, entries, place, length)
    }

    init(_ bytes: [UInt8]) {
      func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
      isMarked = number(0..<4) == UInt64(Self.mark)
      key = UInt32(number(4..<8))
      entries = Int64(bitPattern: number(8..<16))
      place = UInt32(number(16..<20))
      length = UInt32(number(20..<24))
    }

    var bytes: [UInt8] {
      var bytes: [UInt8] = []
      for (value, width) in [
        (UInt64(Self.mark), 4), (UInt64(key), 4), (UInt64(bitPattern: entries), 8), (UInt64(place), 4),
        (UInt64(length), 4),
      ] {
        for shift in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(shift)))) }
      }
      return bytes
    }
  }
}
