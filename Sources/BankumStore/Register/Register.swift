import BankumModel
import Dispatch
import GRDB
import Glibc
import Synchronization

/// The register on disk: everything that is known of people, cases, requests, meetings, and who looked at it.
///
/// One connection writes, on a queue of its own; readers see a moment and hold nobody up. Nothing here blocks a thread
/// of the cooperative pool. No type of the database library leaves this room.
package final class Register: Sendable {
  /// The file's name in the state folder.
  package static let fileName = "register.db"
  /// For how long the answers of calls with a key are kept.
  static let keptMilliseconds: Int64 = 30 * 24 * 3600 * 1000
  /// How many events are kept for those who come back.
  static let keptEvents: Int64 = 10_000

  let pool: DatabasePool
  let ring: KeyRing
  let clock: HouseClock
  let writer: Mutex<WriterState>
  let reads = Mutex(ReadGroups())
  /// Held while a group of reads is synced, and while a commit takes the log along; not to be waited for on a thread
  /// that serves calls.
  let readLog: Mutex<ReadLog>
  let readQueue = DispatchQueue(label: "org.bankum.reads")
  let readsAreEnough = DispatchSemaphore(value: 0)
  private let turns = ReadTurns(
    Connections.readers, processors: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  /// The user for whom this task works: readers take turns by user. Whoever serves a call sets it.
  @TaskLocal package static var user: UInt32?
  let headFile: HeadFile
  /// What the tables hold; told of every change by the writer's connection.
  let ledger: Ledger
  let committed: (@Sendable (Commit) -> Void)?

  init(
    pool: DatabasePool, ring: KeyRing, clock: HouseClock, state: RegisterState, headFile: HeadFile,
    ledger: Ledger, readLog: consuming sending ReadLog, committed: (@Sendable (Commit) -> Void)?
  ) {
    self.pool = pool
    self.ring = ring
    self.clock = clock
    self.headFile = headFile
    self.ledger = ledger
    self.committed = committed
    self.readLog = Mutex(readLog)
    writer = Mutex(WriterState(state: state))
  }

  /// The number of the last committed write.
  package var sequence: Int64 { writer.withLock { $0.state.sequence } }

  /// Whether nothing is written any more: after `close`, or after a commit of unknown outcome.
  package var isStopped: Bool { writer.withLock { $0.isStopped } }

  /// What the writes after one and up to another changed; nil if that is not remembered any more, or not yet.
  package func changes(after first: Int64, through last: Int64) -> RegisterChanges? {
    writer.withLock { $0.changes.changes(after: first, through: last) }
  }

  /// Looks at the register; nothing of it goes into the audit log. For what is not personal, and for planning.
  /// - Parameter length: how much of the house is looked at: users take turns, and long looks leave room for short ones.
  package func readUnaudited<Value: Sendable>(
    length: ReadTurns.Length = .short, _ body: @escaping @Sendable (Reading) throws -> Value
  ) async throws -> Value {
    // What the daemon does by itself is one user more.
    let user = Self.user ?? .max
    try await turns.take(user, length)
    defer { turns.giveBack(user, length) }
    let ring = ring
    return try await withCheckedThrowingContinuation { continuation in
      pool.asyncRead { result in
        continuation.resume(
          with: Result {
            do { return try body(Reading(try result.get(), ring: ring)) } catch let error as DatabaseError {
              throw StoreError(error)
            }
          })
      }
    }
  }

  /// Looks at the register through the writer's connection, and waits for it: for the start, when nothing is written
  /// yet and a reader's connection would have to be made first.
  package func readAtStart<Value>(_ body: (Reading) throws -> Value) throws(StoreError) -> Value {
    do {
      return try pool.writeWithoutTransaction { try body(Reading($0, ring: ring)) }
    } catch {
      throw StoreError(error)
    }
  }

  /// Gives back, when nobody is at work, the pages that the connections keep.
  package func releaseMemory() { pool.releaseMemoryEventually() }

  /// Puts an entry into the audit log with the next commit or flush: a refusal, a denial.
  package func note(_ draft: AuditDraft) { writer.withLock { $0.wait(draft) } }

  /// Each target once, in the order of their texts.
  static func once(_ targets: [String]) -> [String] { Set(targets).sorted() }
}
