import BankumModel
import Dispatch
import GRDB
import JSON
import Synchronization
import Testing

@testable import BankumStore

/// What a write promises.
@Suite struct WriteTests {
  private static func block(_ number: UInt64, capacity: Int = 2) -> Block {
    Block(id: Block.ID(bits: number), name: "B\(number)", escortCapacity: capacity)
  }

  @Test("Each committed write has the next sequence number, one that throws has none")
  func sequence() async throws {
    let house = try TestHouse()
    let register = try house.open()
    #expect(register.sequence == 0)
    for number in 1...5 {
      _ = try await register.write(as: .test()) { transaction in
        try transaction.put(Self.block(UInt64(number)))
        return Done()
      }
      #expect(register.sequence == Int64(number))
      struct Refusal: Error {}
      await #expect(throws: Refusal.self) {
        _ = try await register.write(as: .test()) { transaction -> Done in
          try transaction.put(Self.block(UInt64(100 + number)))
          throw Refusal()
        }
      }
      #expect(register.sequence == Int64(number))
    }
    try await register.readUnaudited { reading throws in
      #expect(try reading.sequence() == 5)
      #expect(try reading.count(Block.self) == 5)
    }
    try await register.close()
    let again = try house.open()
    #expect(again.sequence == 5)
    try await again.close()
  }

  @Test("The same key with the same call gives the first answer and writes nothing")
  func sameCallTwice() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let runs = Mutex(0)
    let call = Call.test("Requests.Add", key: "abc", parameters: .object(["a": .integer(1), "b": .null]))
    let same = Call.test("Requests.Add", key: "abc", parameters: .object(["b": .null, "a": .integer(1)]))
    for call in [call, same, call] {
      let id: Block.ID = try await register.write(as: call) { transaction in
        let number = runs.withLock { runs in
          runs += 1
          return runs
        }
        try transaction.put(Self.block(UInt64(number)))
        return Block.ID(bits: UInt64(number))
      }
      #expect(id == Block.ID(bits: 1))
    }
    #expect(runs.withLock { $0 } == 1)
    #expect(register.sequence == 1)
    try await register.close()
    let again = try house.open()
    let id: Block.ID = try await again.write(as: call) { _ in Block.ID(bits: 99) }
    #expect(id == Block.ID(bits: 1))
    try await again.close()
  }

  @Test("The same key with another call is refused; for another user it is another key")
  func keyReused() async throws {
    let house = try TestHouse()
    let register = try house.open()
    func write(_ call: Call) async -> StoreError? {
      await failure { _ = try await register.write(as: call) { _ in Done() } }
    }
    #expect(await write(.test("A", key: "k", parameters: .integer(1))) == nil)
    #expect(await write(.test("A", key: "k", parameters: .integer(2)))?.code == .keyReused)
    #expect(await write(.test("B", key: "k", parameters: .integer(1)))?.code == .keyReused)
    var other = Call.test("A", key: "k", parameters: .integer(2))
    other.uid = 1001
    #expect(await write(other) == nil)
    try await register.close()
  }

  @Test("A key is forgotten after 30 days")
  func keyForgotten() async throws {
    let house = try TestHouse()
    let register = try house.open()
    func write(_ call: Call) async throws -> JSONValue {
      let now = house.clock.now
      return try await register.write(as: call) { _ in .integer(now.milliseconds) }
    }
    let call = Call.test("A", key: "k")
    let first = try await write(call)
    house.time.withLock { $0 = $0.adding(milliseconds: 29 * 24 * 3600 * 1000) }
    _ = try await write(.test("A", key: "other"))
    #expect(try await write(call) == first)
    house.time.withLock { $0 = $0.adding(milliseconds: 2 * 24 * 3600 * 1000) }
    _ = try await write(.test("A", key: "third"))
    #expect(try await write(call) != first)
    try await register.close()
  }

  @Test("A dry run answers, and leaves nothing but its line in the audit log and its answer, which its key gets again")
  func dryRun() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let answer: JSONValue = try await register.write(as: .test("Import", key: "k")) { transaction in
      try transaction.put(Self.block(1))
      transaction.tell(.imported(1, "blocks"))
      transaction.discardAtEnd()
      return .integer(Int64(try transaction.count(Block.self)))
    }
    #expect(answer == .integer(1))
    #expect(register.sequence == 0)
    try await register.readUnaudited { reading throws in
      #expect(try reading.count(Block.self) == 0)
      #expect(try reading.events(after: EventNumber(0)).events.isEmpty)
      #expect(try reading.audit().map(\.draft.outcome) == [.dryRun])
    }
    let second: JSONValue = try await register.write(as: .test("Import", key: "k")) { _ in .integer(2) }
    #expect(second == .integer(1))
    #expect(register.sequence == 0)
    try await register.close()
  }

  @Test("A reader sees one moment, whatever is written meanwhile")
  func snapshotIsolation() async throws {
    let house = try TestHouse()
    let register = try house.open()
    // The test waits without a thread: there are as few for all tests as there are processors.
    let (begun, begin) = AsyncStream<Void>.makeStream()
    let written = DispatchSemaphore(value: 0)
    async let seen = register.readUnaudited { reading throws -> [Int] in
      var counts = [try reading.count(Block.self)]
      begin.finish()
      written.wait()
      counts.append(try reading.count(Block.self))
      counts.append(Int(try reading.sequence()))
      return counts
    }
    for await _ in begun {}
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(Self.block(1))
      return Done()
    }
    written.signal()
    #expect(try await seen == [0, 0, 0])
    #expect(try await register.readUnaudited { try $0.count(Block.self) } == 1)
    try await register.close()
  }

  @Test("Events come with their write, in order, and only once it is committed")
  func events() async throws {
    let house = try TestHouse()
    let seen = Mutex<[Commit]>([])
    let register = try Register.open(in: house.folder, keys: house.ring, clock: house.clock) { commit in
      seen.withLock { $0.append(commit) }
    }
    for number in 1...3 {
      _ = try? await register.write(as: .test()) { transaction in
        transaction.tell(.imported(Int64(number), "a"))
        transaction.tell(.discarded)
        if number == 2 { throw StoreError(.notFound, "x") }
        return Done()
      }
    }
    #expect(seen.withLock { $0.map(\.sequence) } == [1, 2])
    let stored = try await register.readUnaudited { try $0.events(after: EventNumber(0)) }.events
    #expect(stored.map(\.event.kind) == [.imported, .discarded, .imported, .discarded])
    #expect(stored.map { $0.event[.writer] } == Array(repeating: "\(Call.test().uid)", count: 4))
    #expect(stored == seen.withLock { $0.flatMap(\.events) })
    let rest = try await register.readUnaudited { try $0.events(after: stored[1].number) }
    #expect(rest.events.map(\.sequence) == [2, 2])
    #expect(rest.last == stored.last?.number)
    try await register.close()
  }

  @Test("After it is closed nothing is written")
  func closed() async throws {
    let house = try TestHouse()
    let register = try house.open()
    try await register.close()
    #expect(register.isStopped)
    let error = await failure { _ = try await register.write(as: .test()) { _ in Done() } }
    #expect(error?.code == .closed)
  }

  @Test("A reference to nothing is refused at once, one between files that link each other at the end")
  func references() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let one = CaseFile(id: CaseFile.ID(bits: 1), law: .new, linkedFiles: [CaseFile.ID(bits: 2)])
    let two = CaseFile(id: CaseFile.ID(bits: 2), law: .new, linkedFiles: [CaseFile.ID(bits: 1)])
    let alone = await failure {
      _ = try await register.write(as: .test()) { transaction in
        try transaction.put(one)
        return Done()
      }
    }
    #expect(alone?.code == .constraint)
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(one)
      try transaction.put(two)
      return Done()
    }
    let nobody = await failure {
      _ = try await register.write(as: .test()) { transaction in
        try transaction.put(ReportedConflict(inmate: Inmate.ID(bits: 5), partner: Partner.ID(bits: 5)))
        return Done()
      }
    }
    #expect(nobody?.code == .constraint)
    #expect(register.sequence == 1)
    try await register.close()
  }
}
