import BankumModel
import GRDB
import Glibc
import Testing

@testable import BankumStore

/// The folder at start: what is made, in which order, and what is refused when a part is gone.
@Suite struct WitnessTests {
  private static let files = [
    "register.db", "register.db-wal", "register.db-shm", "head", "head.new", "keys", "keys.new",
  ]

  /// A house whose keys lie in its folder, with some writes; closed.
  private func used() async throws -> TestHouse {
    let house = try TestHouse()
    let register = try house.open(try KeyRing.own(in: house.folder))
    for _ in 0..<3 { _ = try await register.write(as: .test()) { _ in Done() } }
    try await register.close()
    return house
  }

  private func start(_ house: TestHouse, acceptsLoss: Bool = false) async throws -> StoreError? {
    await failure {
      try await house.open(try KeyRing.own(in: house.folder), acceptsLoss: acceptsLoss).close()
    }
  }

  @Test(
    "What is missing is refused until a person accepts the loss",
    arguments: [
      ["register.db"], ["register.db", "head"], ["head"],
    ])
  func missing(_ names: [String]) async throws {
    let house = try await used()
    for name in names { unlink(house.folder + "/" + name) }
    #expect(try await start(house)?.code == .behind)
    #expect(try await start(house)?.code == .behind, "a refused start makes nothing")
    #expect(try await start(house, acceptsLoss: true) == nil)
    #expect(try await start(house) == nil)
  }

  @Test("A torn or forged file that says how far writes were acknowledged is refused", arguments: [0, 10, 64, 75])
  func torn(_ length: Int) async throws {
    let house = try await used()
    let head = house.folder + "/head"
    var bytes = try #require(try FileBytes.read(head))
    if length == 64 {
      // As version 1 had it, with a checksum that anybody can compute: nothing was acknowledged.
      bytes = Array("BNKMHEAD".utf8) + [UInt8](repeating: 0, count: 48)
      let sum = Checksum.sum(bytes)
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: sum >> (8 * UInt64(shift)))) }
    } else {
      bytes = Array(bytes[..<length])
    }
    unlink(head)
    try FileBytes.create(head, bytes)
    #expect(try await start(house)?.code == .behind)
    #expect(try await start(house, acceptsLoss: true) == nil)
    #expect(try await start(house) == nil)
  }

  @Test("The file of version 1 counts beside tables of version 1, and takes its new form with them")
  func firstWitness() async throws {
    let house = try TestHouse()
    try Fixture.first.lay(in: house)
    let old = try #require(try FileBytes.read(house.folder + "/head"))
    #expect(try await start(house) == nil)
    let new = try #require(try FileBytes.read(house.folder + "/head"))
    #expect(old.count == 64 && new.count == 76)
    unlink(house.folder + "/head")
    try FileBytes.create(house.folder + "/head", old)
    #expect(try await start(house)?.code == .behind)
  }

  @Test("A wrong key says so, in a register of version 1 too")
  func wrongKey() async throws {
    let house = try await used()
    let wrong = try KeyRing(parsing: Array(("1 " + String(repeating: "ab", count: 32)).utf8))
    #expect(await failure { _ = try house.open(wrong) }?.code == .wrongKey)
    let first = try TestHouse()
    try Fixture.first.lay(in: first)
    #expect(await failure { _ = try first.open(wrong) }?.code == .wrongKey)
  }

  @Test("A first start that was killed at any write is begun again: the folder as it lay at every step")
  func firstStart() async throws {
    // Every state in which a kill can leave the files that are made before the tables.
    let key = Array(("1 " + String(repeating: "0a", count: 32) + "\n").utf8)
    let states: [[String: [UInt8]]] = [
      [:], ["keys.new": []], ["keys.new": Array(key[..<20])], ["keys.new": key], ["keys.new": key, "register.db": []],
      // What an older version left: it wrote the file under its last name.
      ["keys": []],
    ]
    for state in states {
      let house = try TestHouse()
      for (name, bytes) in state { try FileBytes.create(house.folder + "/" + name, bytes) }
      #expect(try await start(house) == nil, "\(state.keys)")
      #expect(try await start(house) == nil, "\(state.keys)")
      #expect(try FileBytes.read(house.folder + "/keys.new") == nil)
    }
    // And at every step of making the tables.
    var steps = 0
    let whole = try TestHouse()
    try await Register.open(
      in: whole.folder, keys: try KeyRing.own(in: whole.folder), clock: whole.clock, migrating: { _ in steps += 1 }
    ).close()
    #expect(steps > 50)
    for stop in stride(from: 0, through: steps, by: 7) {
      let (house, image) = (try TestHouse(), try TestHouse())
      var step = 0
      let error = await failure {
        try await Register.open(
          in: house.folder, keys: try KeyRing.own(in: house.folder), clock: house.clock,
          migrating: { _ in
            if step == stop {
              for name in Self.files where name != "register.db-shm" {
                copy(house.folder + "/" + name, image.folder + "/" + name)
              }
              throw StoreError(.closed, "killed here")
            }
            step += 1
          }
        ).close()
      }
      #expect(stop >= steps || error?.code == .closed)
      #expect(try await start(image) == nil, "killed at step \(stop)")
      #expect(try await start(image) == nil, "killed at step \(stop)")
    }
  }
}
