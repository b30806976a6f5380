import BankumModel
import GRDB
import SeededNumbers
import Testing

@testable import BankumStore

/// The audit log: complete, chained, and every hand in it is seen.
@Suite struct AuditTests {
  @Test("Every write has an entry, reads and refusals come with the next commit")
  func entries() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let inmate = Inmate.ID(bits: 7)
    _ = try await register.read(as: .test("Inmate.Show")) { reading in
      reading.touch([inmate, inmate])
      return 1
    }
    await #expect(throws: StoreError.self) {
      _ = try await register.write(as: .test("Inmate.Set")) { _ -> Done in throw StoreError(.notFound, "") }
    }
    _ = try await register.write(as: .test("Inmate.Add")) { transaction in
      transaction.touch([inmate])
      return Done()
    }
    _ = try await register.write(as: .test("Run")) { transaction in
      transaction.audit(targets: ["rq-00000001"])
      transaction.audit(.denied, method: "Other", targets: [])
      return Done()
    }
    let entries = try await register.readUnaudited { try $0.audit() }
    #expect(entries.map(\.draft.method) == ["Inmate.Show", "Inmate.Set", "Inmate.Add", "Run", "Other"])
    #expect(entries.map(\.draft.outcome) == [.read, .refused, .done, .done, .denied])
    #expect(entries.map(\.sequence) == [1, 1, 1, 2, 2])
    #expect(entries[0].draft.targets == [inmate.text])
    let about = try await register.readUnaudited { try $0.audit(of: inmate, since: Instant(milliseconds: 0)) }
    #expect(about.map(\.number) == [1, 3])
    #expect(try await register.readUnaudited { try $0.verifyAudit() }.isIntact)
    #expect(try await register.readUnaudited { try $0.verifyAudit() }.entries == 5)
    try await register.close()
  }

  @Test("Whoever looked at everybody is among those who saw one")
  func everybody() async throws {
    let house = try TestHouse()
    let register = try house.open()
    _ = try await register.read(as: .test("Run")) { reading in
      reading.touchAll(Inmate.self)
      return 1
    }
    try await register.flushAudit()
    let seen = try await register.readUnaudited {
      try $0.audit(of: Inmate.ID(bits: 3), since: Instant(milliseconds: 0))
    }
    #expect(seen.map(\.draft.targets) == [["in-*"]])
    #expect(register.sequence == 0)
    try await register.close()
  }

  @Test("Entries cannot be changed or taken out through the database")
  func appendOnly() async throws {
    let house = try TestHouse()
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      transaction.audit(targets: ["a"])
      return Done()
    }
    try await register.onWriter { database in
      for table in ["audit", "audit_target"] {
        #expect(throws: DatabaseError.self) { try database.execute(sql: "DELETE FROM \(table)") }
        #expect(throws: DatabaseError.self) { try database.execute(sql: "UPDATE \(table) SET number = number + 1") }
      }
    }
    try await register.close()
  }

  @Test("A thousand edits, deletions, swaps, insertions and truncations are all found")
  func tampering() async throws {
    let house = try TestHouse()
    let register = try house.open()
    for number in 0..<60 {
      _ = try await register.write(as: .test("method\(number % 7)")) { transaction in
        transaction.audit(targets: ["in-0000000\(number % 9)", "rq-0000000\(number % 5)"])
        return Done()
      }
    }
    try await register.close()

    var random = SeededGenerator(seed: 99)
    try house.file { database in
      for table in ["audit", "audit_target"] {
        for verb in ["update", "delete"] { try database.execute(sql: "DROP TRIGGER \(table)_no_\(verb)") }
      }
      try database.beginTransaction()
      #expect(try AuditLog.verify(in: database, ring: house.ring).isIntact)
      try database.rollback()
      for round in 0..<1000 {
        let number = Int.random(in: 1...60, using: &random)
        let sql = Self.tampering(round % 10, number, using: &random)
        try database.beginTransaction()
        try database.execute(sql: sql)
        #expect(try !AuditLog.verify(in: database, ring: house.ring).isIntact, "\(sql)")
        try database.rollback()
      }
    }
  }

  private static func tampering(_ kind: Int, _ number: Int, using random: inout SeededGenerator) -> String {
    let columns = ["made_at", "uid", "sequence", "times"]
    let texts = ["role", "method", "targets", "outcome"]
    switch kind {
    case 0: return "UPDATE audit SET \(columns.randomElement(using: &random) ?? "") = 123456 WHERE number = \(number)"
    case 1: return "UPDATE audit SET \(texts.randomElement(using: &random) ?? "") = 'x' WHERE number = \(number)"
    case 2: return "UPDATE audit SET hash = randomblob(32) WHERE number = \(number)"
    case 3: return "UPDATE audit SET previous = randomblob(32) WHERE number = \(number)"
    case 4: return "DELETE FROM audit WHERE number = \(number)"
    // Truncation, and the row that says where the end is along with it.
    case 5: return "DELETE FROM audit_target WHERE number >= \(number); DELETE FROM audit WHERE number >= \(number)"
    case 6:
      return """
        DELETE FROM audit_target WHERE number >= \(number); DELETE FROM audit WHERE number >= \(number);
        UPDATE register_state SET audit_entries = \(number - 1),
          audit_hash = coalesce((SELECT hash FROM audit WHERE number = \(number - 1)), zeroblob(32))
        """
    // Two entries change places.
    case 7:
      let other = number % 60 + 1
      return """
        UPDATE audit SET number = 1000 WHERE number = \(number); UPDATE audit SET number = \(number) WHERE number = \(other);
        UPDATE audit SET number = \(other) WHERE number = 1000
        """
    case 8:
      return """
        INSERT INTO audit SELECT 61, made_at, uid, role, method, targets, outcome, times, sequence, previous, hash FROM audit
        WHERE number = \(number)
        """
    default: return "DELETE FROM audit_target WHERE number = \(number) AND target LIKE 'in-%'"
    }
  }
}
