import BankumModel
import GRDB
import Glibc
import JSON
import Synchronization
import Testing

@testable import BankumStore

/// A state folder of its own for one test, and the register in it.
final class TestHouse: Sendable {
  let folder: String
  let ring: KeyRing
  let time = Mutex(Instant(milliseconds: 1_795_000_000_000))

  init() throws {
    var template = Array("/tmp/bankum-store-XXXXXX\0".utf8CString)
    let path = try #require(mkdtemp(&template))
    folder = String(cString: path)
    ring = try Self.ring(1)
  }

  deinit {
    for name in [
      "register.db", "register.db-wal", "register.db-shm", "head", "head.new", "reads", "keys", "keys.new", "copy.db",
      "copy.db-wal",
    ] {
      unlink(folder + "/" + name)
    }
    rmdir(folder)
  }

  /// A ring with keys 1 to `count`.
  static func ring(_ count: Int) throws -> KeyRing {
    let lines = (1...count).map { "\($0) " + String(repeating: "0\($0)", count: 32) }
    return try KeyRing(parsing: Array(lines.joined(separator: "\n").utf8))
  }

  var clock: HouseClock {
    HouseClock(source: .set, zone: .westernIndonesia) { [self] in time.withLock { $0 } }
  }

  var path: String { folder + "/" + Register.fileName }

  func open(_ ring: KeyRing? = nil, acceptsLoss: Bool = false) throws -> Register {
    try Register.open(in: folder, keys: ring ?? self.ring, clock: clock, acceptsLoss: acceptsLoss)
  }

  /// The file itself, while no register has it: to break it as a hand or a disk would.
  func file(_ body: (Database) throws -> Void) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction(body)
    try queue.close()
  }
}

extension Call {
  static func test(_ method: String = "test", key: String? = nil, parameters: JSONValue = .null) -> Call {
    Call(uid: 1000, role: "registrar", method: method, idempotencyKey: key, parameters: parameters)
  }
}

/// The error that a body throws.
func failure(_ body: () async throws -> Void) async -> StoreError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? StoreError
  }
}

/// The date of an ISO text that the test wrote itself.
func day(_ text: String) -> CivilDate {
  do { return try CivilDate(parsing: text) } catch { fatalError("\(error)") }
}

/// The hours of a text that the test wrote itself.
func hours(_ text: String) -> MinuteRange {
  do { return try MinuteRange(parsing: text) } catch { fatalError("\(error)") }
}
