package import BankumModel
package import BankumOffice
package import BankumStore
import SeededNumbers
import Synchronization

/// An office over a new register in a folder of its own, with a clock that stands and ids from a seed.
package final class TestOffice: Sendable {
  /// The office.
  package let office: Office
  private let folder: TemporaryFolder
  private let time: Time

  /// Monday 23 November 2026, 07:30 in Medan.
  package static let monday = Instant(milliseconds: 1_795_393_800_000)

  /// Opens one.
  package convenience init(
    directory: RoleDirectory = RoleDirectory(), users: UserNames = .none, now: Instant = TestOffice.monday,
    committed: (@Sendable (Commit) -> Void)? = nil
  ) throws {
    try self.init(
      try TemporaryFolder(), seed: 1, directory: directory, users: users, now: now, committed: committed)
  }

  /// One with the rules that a new register starts with.
  package static func prepared() async throws -> TestOffice {
    let test = try TestOffice()
    try await test.office.prepare(uid: 0)
    return test
  }

  private init(
    _ folder: TemporaryFolder, seed: UInt64, directory: RoleDirectory = RoleDirectory(), users: UserNames = .none,
    now: Instant = TestOffice.monday, committed: (@Sendable (Commit) -> Void)? = nil
  ) throws {
    let time = Time(now)
    let clock = HouseClock(source: .set, zone: .westernIndonesia) { time.now }
    self.folder = folder
    self.time = time
    office = Office(
      register: try Register.open(
        in: folder.path, keys: try KeyRing.own(in: folder.path), clock: clock, committed: committed), clock: clock,
      directory: directory, users: users, dice: SeededGenerator(seed: seed))
  }

  /// The time of the office's clock.
  package var now: Instant {
    get { time.now }
    set { time.now = newValue }
  }

  /// The scope of a registrar.
  package static let registrar = Scope(uid: 1_001, role: .registrar, reach: .house)

  /// A write of a registrar.
  package static func order<Value>(_ key: String? = nil, as scope: Scope = registrar) -> WriteOrder<Value> {
    WriteOrder(scope, method: "test", key: key)
  }

  private final class Time: Sendable {
    private let value: Mutex<Instant>

    init(_ now: Instant) {
      value = Mutex(now)
    }

    var now: Instant {
      get { value.withLock { $0 } }
      set { value.withLock { $0 = newValue } }
    }
  }

  /// An office with the sample facility and version 1 of its schedule: a quick run over two days. The first call of a
  /// process makes it, the others copy its files.
  package static func withPublishedSample() async throws -> TestOffice {
    let folder = try TemporaryFolder(copying: try await published.value)
    // Other ids than those that are in it.
    return try TestOffice(folder, seed: 2)
  }

  private static let published = Task { () throws -> TemporaryFolder in
    let test = try await withSample()
    var order = RunOrder()
    order.effort = 1
    order.days = 2
    order.publishes = true
    _ = try await test.office.runAssignment(order, TestOffice.order())
    try await test.office.register.close()
    return test.folder
  }

  /// An office with the sample facility and the rules that a register starts with.
  package static func withSample(
    directory: RoleDirectory = RoleDirectory(), now: Instant = TestOffice.monday
  ) async throws -> TestOffice {
    let test = try TestOffice(directory: directory, now: now)
    try await test.office.prepare(uid: 0)
    _ = try await test.office.importFiles(try SampleFiles.all(), isDryRun: false, order())
    return test
  }
}
