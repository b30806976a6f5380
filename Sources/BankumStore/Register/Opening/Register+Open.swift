package import BankumModel
import CSQLite
import FoundationEssentials
import GRDB
import Glibc
import Synchronization

extension Register {
  /// Opens the register of a folder, or makes it.
  ///
  /// The folder exists and is held by the caller alone. Tables of older versions are brought up to date. Refused with
  /// one clear error: a newer version (`newerSchema`; nothing is touched), a database that knows less than was
  /// acknowledged, or of which nothing says what was (`behind`, unless `acceptsLoss`, which only a person may say), a
  /// ring without the key in use (`keyMissing`) or with another under its number (`wrongKey`), damage in what is looked
  /// at (`corrupted`). `committed` is called after each commit on the writer's queue; it must be quick.
  /// - Parameters:
  ///   - migrating: called before each step of bringing tables up to date; what it throws takes the version back.
  ///   - sync: brings the log of reads to the disk.
  package static func open(
    in folder: String, keys ring: KeyRing, clock: HouseClock, acceptsLoss: Bool = false,
    committed: (@Sendable (Commit) -> Void)? = nil, migrating: @escaping (String) throws -> Void = { _ in },
    sync: @escaping @Sendable (Int32) -> Int32 = { fdatasync($0) }
  ) throws(StoreError) -> Register {
    let path = folder + "/" + fileName
    let start = try FileBytes.read(path, limit: 100)
    if let start, !start.isEmpty {
      guard start.starts(with: Array("SQLite format 3\0".utf8)) else {
        throw StoreError(.corrupted, "\(fileName) is not a database")
      }
      try refuseNewer(start)
    } else if !acceptsLoss {
      try requireFirstStart(in: folder, ring: ring)
    }
    // Made here, so that it is never readable for others: the log beside it takes its mode.
    if start == nil { try FileBytes.create(path, []) }
    let pool = try Connections.open(path)
    do {
      let (state, headFile, ledger) = try prepare(
        pool, in: folder, ring: ring, acceptsLoss: acceptsLoss, migrating: migrating)
      try KeyRing.settle(in: folder)
      let readLog = try ReadLog(in: folder, behind: state.head, ring: ring, sync: sync)
      return Register(
        pool: pool, ring: ring, clock: clock, state: state, headFile: headFile, ledger: ledger, readLog: readLog,
        committed: committed)
    } catch {
      try? pool.close()
      throw StoreError(error)
    }
  }

  /// The version stands in the file's first page, unless the page is in the log: then it is seen a moment later.
  private static func refuseNewer(_ start: [UInt8]) throws(StoreError) {
    guard start.count == 100 else { return }
    let version = start[60..<64].reduce(0) { $0 << 8 | Int($1) }
    guard version <= Schema.current else { throw Schema.newer(version) }
  }

  /// Without a database: throws `behind` if there was one.
  private static func requireFirstStart(in folder: String, ring: KeyRing) throws(StoreError) {
    switch try HeadFile.read(in: folder, ring: ring, takesFirst: true) {
    case .acknowledged(let sequence, let head):
      guard sequence > 0 || head.entries > 0 else { break }
      throw StoreError(.behind, "the database is missing; \(sequence) writes were acknowledged")
    case .torn: throw StoreError(.behind, "the database is missing; how far it was cannot be read")
    case .none: break
    }
    guard try !KeyRing.isSettled(in: folder) else {
      throw StoreError(.behind, "the database is missing; only its keys are there")
    }
  }

  /// Brings the tables up to date and looks at how far the register is and whether all of it is there.
  private static func prepare(
    _ pool: DatabasePool, in folder: String, ring: KeyRing, acceptsLoss: Bool,
    migrating: @escaping (String) throws -> Void
  ) throws -> (RegisterState, HeadFile, Ledger) {
    try pool.writeWithoutTransaction { database in
      let version: Int
      do throws(StoreError) {
        version = try Schema.version(of: database)
        guard version <= Schema.current else { throw Schema.newer(version) }
      } catch {
        // What is not ours to write is left as it is, its log too.
        _ = bankum_sqlite_keep_log(database.sqliteConnection)
        throw error
      }
      let (sequence, head) = try end(of: database, version, ring)
      if !acceptsLoss {
        try requireWitness(
          HeadFile.read(in: folder, ring: ring, takesFirst: version <= 1), sequence: sequence, head: head)
      }
      // The witness takes its new form before the tables do: from version 2 on the old one does not count.
      let headFile = try HeadFile.open(in: folder, ring: ring, sequence: sequence, head: head)
      try Schema.migrate(database, ring: ring, progress: migrating)
      if try !KeyCheck.isNoted(ring, in: database) {
        try database.inTransaction(.immediate) {
          try KeyCheck.note(ring, in: database)
          return .commit
        }
      }
      guard let state = try RegisterState.read(in: database) else {
        throw StoreError(.corrupted, "the register says nothing of itself")
      }
      // What was counted a moment ago need not be counted again.
      if version == Schema.current,
        let damage = try state.tally.faults(in: database, ring: ring, isStart: true).first
      {
        throw StoreError(damage)
      }
      let ledger = try Ledger(state.tally, ring: ring)
      ledger.watch(database.sqliteConnection)
      return (state, headFile, ledger)
    }
  }

  /// How far a register is, by its own signed word; it has to be the word about this audit log.
  static func end(
    of database: Database, _ version: Int, _ ring: KeyRing
  ) throws -> (sequence: Int64, head: AuditHead) {
    guard version > 0 else { return (0, .empty) }
    let end: (sequence: Int64, head: AuditHead)
    if version == 1 {
      end = try FirstForm.state(in: database, ring: ring) ?? (0, .empty)
    } else {
      try KeyCheck.verify(ring, in: database)
      guard let state = try RegisterState.read(in: database) else {
        throw StoreError(.corrupted, "the register says nothing of itself")
      }
      guard ring.key(state.key) != nil else {
        throw StoreError(.keyMissing, "the register was last written with key \(state.key)")
      }
      guard state.isSigned(by: ring) else {
        throw StoreError(.corrupted, "the state of the register is not signed by key \(state.key)")
      }
      end = (state.sequence, state.head)
    }
    let last = try Row.fetchOne(database, sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
    let head = last.map { AuditHead(entries: $0[0], hash: Array(($0[1] as Data))) } ?? .empty
    guard head == end.head else { throw StoreError(.corrupted, "the audit log does not end at its head") }
    return end
  }

  /// Throws `behind` if the register knows less than was acknowledged, or if nothing says what was.
  static func requireWitness(
    _ witness: HeadFile.Witness, sequence: Int64, head: AuditHead
  ) throws(StoreError) {
    switch witness {
    case .acknowledged(let acknowledged, let last):
      guard acknowledged > sequence || last.entries > head.entries else { return }
      throw StoreError(
        .behind,
        "the database ends with write \(sequence), but \(acknowledged) were acknowledged: its log is missing or it is "
          + "an older copy")
    case .torn:
      guard sequence > 0 || head.entries > 0 else { return }
      throw StoreError(.behind, "the file that says how far writes were acknowledged cannot be read")
    case .none:
      // A first start that was killed before it acknowledged anything.
      guard sequence > 0 || head.entries > 0 else { return }
      throw StoreError(.behind, "the file that says how far writes were acknowledged is missing")
    }
  }

  /// Writes what waits, puts the whole log into the database file and closes it. Nothing can be asked afterwards.
  package func close() async throws(StoreError) {
    do { try await flushAudit() } catch  where error.code == .closed { return }
    writer.withLock { $0.isStopped = true }
    do {
      try await onWriter { database in _ = try database.checkpoint(.truncate) }
      try pool.close()
    } catch {
      throw StoreError(error)
    }
  }
}
