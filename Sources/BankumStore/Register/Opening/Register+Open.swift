package import BankumModel
import FoundationEssentials
import GRDB
import Glibc
import Synchronization

extension Register {
  /// Opens the register of a folder, or makes it.
  ///
  /// The folder exists and is held by the caller alone. Tables of older versions are brought up to date. Refused with
  /// one clear error: a newer version (`newerSchema`), a database that knows less than was acknowledged (`behind`,
  /// unless `acceptsOlder`, which is for restoring), a ring without the key in use (`keyMissing`), damage in what is
  /// looked at (`corrupted`). `committed` is called after each commit on the writer's queue; it must be quick.
  package static func open(
    in folder: String, keys ring: KeyRing, clock: HouseClock, acceptsOlder: Bool = false,
    committed: (@Sendable (Commit) -> Void)? = nil
  ) throws(StoreError) -> Register {
    let path = folder + "/" + fileName
    let acknowledged = try HeadFile.read(in: folder)
    let start = try FileBytes.read(path, limit: 16)
    if let acknowledged, start?.isEmpty != false, !acceptsOlder, acknowledged.sequence > 0 {
      throw StoreError(.behind, "the database is missing; \(acknowledged.sequence) writes were acknowledged")
    }
    if let start, !start.isEmpty, start != Array("SQLite format 3\0".utf8) {
      throw StoreError(.corrupted, "\(fileName) is not a database")
    }
    // Made here, so that it is never readable for others: the log beside it takes its mode.
    if start == nil { try FileBytes.create(path, []) }
    let pool = try Connections.open(path)
    do {
      let state = try prepare(pool, ring: ring)
      let isBehind =
        (acknowledged?.sequence ?? 0) > state.sequence
        || (acknowledged?.head.entries ?? 0) > state.head.entries
      if let acknowledged, isBehind, !acceptsOlder {
        throw StoreError(
          .behind,
          "the database ends with write \(state.sequence), but \(acknowledged.sequence) were acknowledged: "
            + "its log is missing or it is an older copy; restore the latest backup")
      }
      let headFile = try HeadFile.open(in: folder)
      headFile.write(state)
      return Register(pool: pool, ring: ring, clock: clock, state: state, headFile: headFile, committed: committed)
    } catch {
      try? pool.close()
      throw StoreError(error)
    }
  }

  /// Brings the tables up to date and reads how far the register is.
  private static func prepare(_ pool: DatabasePool, ring: KeyRing) throws -> RegisterState {
    try pool.writeWithoutTransaction { database in
      try Schema.migrate(database)
      if let state = try RegisterState.read(in: database) {
        guard ring.key(state.key) != nil else {
          throw StoreError(.keyMissing, "the register was last written with key \(state.key)")
        }
        guard state.isSigned(by: ring) else {
          throw StoreError(.corrupted, "the head of the audit log is not signed by key \(state.key)")
        }
        let last = try Row.fetchOne(database, sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        let head = last.map { AuditHead(entries: $0[0], hash: Array(($0[1] as Data))) } ?? .empty
        guard head == state.head else { throw StoreError(.corrupted, "the audit log does not end at its head") }
        return state
      }
      let state = RegisterState(sequence: 0, head: .empty, ring: ring)
      try database.inTransaction(.immediate) {
        try state.write(in: database)
        return .commit
      }
      return state
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
