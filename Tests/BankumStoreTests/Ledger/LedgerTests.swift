import BankumModel
import GRDB
import JSON
import Testing

@testable import BankumStore

/// The counts and sums that are signed with every commit are those of the tables, whatever was written and taken back.
@Suite struct LedgerTests {
  private static func recount(_ register: Register) async throws -> (kept: RegisterTally, found: RegisterTally) {
    try await register.readUnaudited { reading in
      let state = try #require(try RegisterState.read(in: reading.database))
      return (state.tally, try RegisterTally.counted(in: reading.database, ring: reading.ring))
    }
  }

  @Test("After everything was written, changed, refused, tried and taken back the ledger says what the tables hold")
  func followsEverything() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 71)
    let register = try house.open()
    _ = try await register.write(as: .test("all", key: "one")) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    // Again, as changes; links are written anew.
    _ = try await register.write(as: .test()) { transaction in
      for inmate in everything.inmates { try transaction.put(inmate) }
      for file in everything.cases { try transaction.put(file) }
      try transaction.put(all: everything.grants)
      return Done()
    }
    // A statement that fails is taken back by SQLite alone, and the write goes on.
    let session = try #require(everything.sessions.first { $0.origin == .planned && $0.room != nil })
    _ = try await register.write(as: .test()) { transaction in
      var values = RandomValues(seed: 5)
      func planned(_ id: Session.ID) -> Session {
        Session(
          id: id, service: .consultation, inmate: session.inmate, partner: session.partner, advocate: session.advocate,
          room: session.room, date: day("2026-12-01"), hours: hours("09:00-10:00"), callAt: hours("08:45-09:00").start,
          state: .confirmed)
      }
      try transaction.put(planned(values.id()))
      #expect(throws: StoreError.self) { try transaction.put(planned(values.id())) }
      try transaction.put(Block(id: values.id(), name: "after a failure", escortCapacity: 1))
      return Done()
    }
    // Refused as a whole, and tried without effect.
    await #expect(throws: StoreError.self) {
      _ = try await register.write(as: .test()) { transaction -> Done in
        try transaction.put(Block(id: Block.ID(bits: 77), name: "never", escortCapacity: 1))
        throw StoreError(.constraint, "never")
      }
    }
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(Block(id: Block.ID(bits: 78), name: "tried", escortCapacity: 1))
      transaction.discardAtEnd()
      return Done()
    }
    // Taken out, with what belongs to it.
    let event = try #require(everything.education.first)
    _ = try await register.write(as: .test()) { transaction in
      for notice in everything.notices { try transaction.remove(notice.id) }
      try transaction.remove(event.id)
      return Done()
    }
    let (kept, found) = try await Self.recount(register)
    #expect(kept == found)
    #expect(kept.tables.contains { $0.name == "education_participant" && $0.rows == 0 })
    #expect(kept.tables.contains { $0.name == "answered_call" && $0.rows == 1 })
    #expect(try await register.readUnaudited { try $0.check() } == [])
    try await register.close()
  }

  @Test("What an undone import wrote and could not take back is counted right")
  func followsUndoing() async throws {
    let house = try TestHouse()
    var values = RandomValues(seed: 8)
    let (block, other) = (values.block(), values.block())
    let register = try house.open()
    let batch = try await register.write(as: .test()) { transaction in
      let batch = try transaction.put(
        ImportBatch(kind: "blocks", madeAt: transaction.now, madeBy: 1, fileDigest: [1]))
      try transaction.put(block, before: nil, in: batch)
      try transaction.put(other, before: nil, in: batch)
      return JSONValue.integer(batch)
    }
    guard case .integer(let number) = batch else { return }
    _ = try await register.write(as: .test()) { transaction in
      // Its name is taken meanwhile: what the import did cannot be taken back.
      var changed = block
      changed.fetchMinutes += 1
      try transaction.put(changed)
      _ = try transaction.undo(import: number)
      return Done()
    }
    let (kept, found) = try await Self.recount(register)
    #expect(kept == found)
    try await register.close()
  }

  @Test("Numbers of numbered rows rise, also after rows were taken out, and a row keeps its number")
  func numbers() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let grant = RoleGrant(uid: 5, role: "registrar", grantedBy: 0, grantedAt: Instant(milliseconds: 1))
    let other = RoleGrant(uid: 6, role: "guard", grantedBy: 0, grantedAt: Instant(milliseconds: 1))
    func put(_ grants: [RoleGrant]) async throws -> [Int64] {
      var found: [Int64] = []
      for grant in grants {
        let number = try await register.write(as: .test()) { .integer(try $0.put(grant)) as JSONValue }
        if case .integer(let number) = number { found.append(number) }
      }
      return found
    }
    #expect(try await put([grant, other, grant]) == [1, 2, 1])
    _ = try await register.write(as: .test()) { JSONValue.bool(try $0.remove(role: "guard", of: 6)) }
    #expect(try await put([other]) == [3])
    try await register.close()
  }
}
