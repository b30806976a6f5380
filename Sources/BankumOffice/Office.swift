package import BankumModel
package import BankumStore
import Synchronization

/// What people do with the register, one use case a file: each is one transaction or one look, for somebody whose reach
/// is known.
///
/// It takes values and returns values; texts, JSON and sockets belong to the rooms above.
package struct Office: Sendable {
  /// The register.
  package let register: Register
  /// The clock of the house.
  package let clock: HouseClock
  /// Who holds which roles.
  package let directory: RoleDirectory
  /// The accounts of the machine.
  let users: UserNames
  /// Calls with a key that are under way.
  let keyedCalls = KeyedCalls()
  /// One run at a time.
  let runExclusion = RunExclusion()
  /// The docket in memory.
  let docketCache = DocketCache()
  /// The house as it stands, for questions about single requests and meetings.
  let houseCache = HouseCache()
  /// The order of lists of people.
  let inmateOrder = InmateOrder()
  /// The files of imports, one import at a time.
  let importParser = ImportParser()
  /// What has been counted for status.
  let alarmBoard = AlarmBoard()
  private let dice: Dice

  /// An office over an open register. Call `start` before the first use case.
  /// - Parameter dice: where new ids come from; tests give a seeded one.
  package init(
    register: Register, clock: HouseClock, directory: RoleDirectory, users: UserNames,
    dice: some RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.register = register
    self.clock = clock
    self.directory = directory
    self.users = users
    self.dice = Dice(dice)
  }

  /// Grows with each write and each run: whatever leaves memory behind.
  package var workDone: Int64 { register.sequence + Int64(runExclusion.done) }

  /// Gives back what is kept in memory for questions that nobody has asked for a while; whether there was something.
  package func releaseUnused() -> Bool { houseCache.release() }

  /// Reads what is kept in memory: the granted roles.
  /// - Throws: `StoreError`.
  package func start() throws(StoreError) {
    let grants = try register.readAtStart { try $0.all(RoleGrant.self) }
    directory.replace(grants, asOf: register.sequence)
  }

  /// Puts the default of every rule that the register does not know: all of them into a new register, the keys that a
  /// later version added into an old one. Domain knowledge with its sources, unconfirmed.
  /// - Throws: `StoreError`.
  package func prepare(uid: UInt32) async throws {
    let known = try register.readAtStart { try $0.ruleKeys() }
    let missing = RuleDefaults.rules.filter { !known.contains($0.key) }
    guard !missing.isEmpty else { return }
    _ = try await register.write(as: .daemon(known.isEmpty ? "FirstRules" : "NewRules", uid: uid)) { transaction in
      try transaction.put(all: missing)
      return Done()
    }
  }

  /// A new id.
  func newID<Kind: IdentifierKind>(_ kind: Kind.Type = Kind.self) -> Identifier<Kind> {
    Identifier(bits: dice.next())
  }

  /// Random numbers that several calls may ask for at once.
  private final class Dice: Sendable {
    private let generator: Mutex<any RandomNumberGenerator & Sendable>

    init(_ generator: some RandomNumberGenerator & Sendable) {
      self.generator = Mutex(generator)
    }

    func next() -> UInt64 { generator.withLock { $0.next() } }
  }
}
