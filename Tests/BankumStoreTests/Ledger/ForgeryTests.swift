import BankumModel
import FoundationEssentials
import GRDB
import Glibc
import SeededNumbers
import Testing

@testable import BankumStore

/// Somebody writes into the closed file without the key: nothing of it passes.
@Suite struct ForgeryTests {
  private struct House {
    let test: TestHouse
    let everything: Everything

    init() async throws {
      test = try TestHouse()
      everything = Everything(seed: 61)
      let register = try test.open()
      _ = try await register.write(as: .test("all", key: "kept")) { [everything] transaction in
        try everything.put(into: transaction)
        return Done()
      }
      try await register.close()
    }

    /// What the start says, or else what the check of everything says.
    func faults() async throws -> (isStarted: Bool, [Damage]) {
      do {
        let register = try test.open()
        let damage = try await register.readUnaudited { try $0.check() }
        try await register.close()
        return (true, damage)
      } catch let error as StoreError {
        #expect(error.code == .corrupted, "\(error)")
        return (false, error.damage.map { [$0] } ?? [Damage("file", nil, .unreadable(error.detail))])
      }
    }
  }

  static let removals: [(String, String)] = [
    ("a meeting", "DELETE FROM session WHERE id = (SELECT max(id) FROM session WHERE request IS NULL)"),
    ("all orders to keep people apart", "DELETE FROM keep_apart"),
    ("a role", "DELETE FROM role_grant WHERE uid = 1000 AND role = 'advocate'"),
    ("a reported conflict", "DELETE FROM reported_conflict"),
    ("a party of a case", "DELETE FROM case_party WHERE owner = (SELECT min(owner) FROM case_party)"),
    ("a kept answer", "DELETE FROM answered_call"),
    ("what is kept beside a run", "DELETE FROM run_attachment"),
    ("a rule", "DELETE FROM rule WHERE id = (SELECT max(id) FROM rule)"),
  ]

  @Test("A row that was taken out is missed at start", arguments: removals)
  func removed(_ removal: (String, String)) async throws {
    let house = try await House()
    try house.test.file { database in
      try database.execute(sql: removal.1)
      #expect(database.changesCount > 0, "\(removal.0)")
    }
    let (isStarted, damage) = try await house.faults()
    #expect(!isStarted && !damage.isEmpty, "\(removal.0)")
  }

  @Test("A row that was put in, with a checksum of its own or copied from another, is found at start")
  func added() async throws {
    let house = try await House()
    try house.test.file { database in
      let body = try #require(try Row.fetchOne(database, sql: "SELECT body FROM role_grant LIMIT 1"))
      try database.execute(
        sql: "INSERT INTO role_grant (uid, role, body) VALUES (7, 'registrar', ?)",
        arguments: [body[0] as DatabaseValue])
    }
    let (isStarted, _) = try await house.faults()
    #expect(!isStarted)
  }

  @Test("A guard does not become a registrar on disk: the row no longer reads")
  func promoted() async throws {
    let house = try await House()
    try house.test.file { database in
      try database.execute(sql: "UPDATE role_grant SET role = 'registrar' WHERE role = 'ops'")
      #expect(database.changesCount == 1)
      // Version 1 would have taken this: a checksum that anybody can compute.
      let context = Array("role_grant".utf8) + [0]
      try database.execute(
        sql: "UPDATE role_grant SET body = ? WHERE role = 'registrar'",
        arguments: [
          Data(withUnsafeBytes(of: Checksum.sum(context).littleEndian) { Array($0) } + [1, 0, 1, 2] + context)
        ])
    }
    let (isStarted, damage) = try await house.faults()
    #expect(!isStarted)
    #expect(damage.map(\.kind) == ["role_grant"])
  }

  @Test("An older writing of a row, put back with its own seal, is found")
  func putBack() async throws {
    let house = try await House()
    var old: Row?
    try house.test.file { database in
      old = try Row.fetchOne(
        database, sql: "SELECT id, block, presence, body FROM inmate WHERE id = ?",
        arguments: [Int64(house.everything.inmates[2].id.bits)])
    }
    let register = try house.test.open()
    var inmate = house.everything.inmates[2]
    inmate.cell = "another"
    inmate.block = house.everything.blocks[0].id
    let changed = inmate
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(changed)
      return Done()
    }
    try await register.close()
    let row = try #require(old)
    try house.test.file { database in
      try database.execute(
        sql: "UPDATE inmate SET block = ?, presence = ?, body = ? WHERE id = ?",
        arguments: [row[1] as DatabaseValue, row[2] as DatabaseValue, row[3] as DatabaseValue, row[0] as DatabaseValue])
    }
    let (_, damage) = try await house.faults()
    #expect(damage == [Damage("inmate", nil, .exchanged)])
  }

  @Test("Two rules that change their places are found: of two with one day the later holds")
  func swapped() async throws {
    let house = try await House()
    try house.test.file { database in
      try database.execute(
        sql: """
          UPDATE rule SET id = -1 WHERE id = 1; UPDATE rule SET id = 1 WHERE id = 2; UPDATE rule SET id = 2 WHERE id = -1
          """)
    }
    let (_, damage) = try await house.faults()
    #expect(damage.contains { $0.kind == "rule" && $0.id == "1" })
    #expect(damage.contains { $0.kind == "rule" && $0.id == "2" })
  }

  @Test("A kept answer that was changed is not given")
  func answer() async throws {
    let house = try await House()
    try house.test.file { try $0.execute(sql: "UPDATE answered_call SET made_at = made_at + 1") }
    let (isStarted, damage) = try await house.faults()
    #expect(!isStarted)
    #expect(damage == [Damage("answered_call", nil, .exchanged)])
  }

  @Test("Links that no longer say what their record says, and taken time that no meeting takes, are found by the check")
  func derived() async throws {
    let house = try await House()
    try house.test.file { database in
      try database.execute(
        sql: """
          UPDATE case_party SET inmate = (SELECT max(id) FROM inmate) WHERE (owner, position) = (
            SELECT owner, position FROM case_party WHERE owner NOT IN (
              SELECT owner FROM case_party WHERE inmate = (SELECT max(id) FROM inmate)) LIMIT 1)
          """)
      try database.execute(sql: "UPDATE contact SET meetings = meetings + 1")
    }
    let (isStarted, damage) = try await house.faults()
    #expect(isStarted)
    #expect(damage.contains { $0.kind == "case_file" && $0.id?.hasPrefix("ca-") == true })
    #expect(damage.contains { $0.kind == "contact" })
  }

  @Test("A zeroed sector of the table of cases is found: by the start, or by the check of everything")
  func zeroed() async throws {
    let house = try await House()
    let original = try #require(try FileBytes.read(house.test.path, limit: 64 << 20))
    // The pages that hold bodies of cases.
    var pages: [Int] = []
    try house.test.file { database in
      pages = try Int.fetchAll(
        database, sql: "SELECT pageno FROM dbstat WHERE name = 'case_file' AND pagetype = 'leaf'")
    }
    try #require(!pages.isEmpty)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      var bytes = original
      let page = pages[Int.random(in: 0..<pages.count, using: &random)] - 1
      let start = page * 4096 + 512 * Int.random(in: 0..<8, using: &random)
      guard bytes[start..<start + 512].contains(where: { $0 != 0 }) else { continue }
      bytes.replaceSubrange(start..<start + 512, with: repeatElement(0, count: 512))
      unlink(house.test.path)
      try FileBytes.create(house.test.path, bytes)
      let (_, damage) = try await house.faults()
      #expect(!damage.isEmpty, "byte \(start)")
      for suffix in ["-wal", "-shm"] { unlink(house.test.path + suffix) }
    }
  }

  @Test("A row that another refers to and that is not there is damage, named by kind and id, not nothing")
  func required() async throws {
    let test = try TestHouse()
    let register = try test.open()
    let id = CaseFile.ID(bits: 4711)
    let error = await failure { _ = try await register.readUnaudited { try $0.required(id) } }
    #expect(error?.code == .corrupted)
    #expect(error?.damage == Damage("case_file", id.text, .missing))
    #expect(try await register.readUnaudited { try $0.required(ifSet: nil as CaseFile.ID?) } == nil)
    try await register.close()
  }

  @Test("Where counts are wanted, a damaged row is left out and named, and takes nothing down but itself")
  func leftOut() async throws {
    let house = try await House()
    let damaged = house.everything.inmates[4].id
    try house.test.file { database in
      try database.execute(
        sql: "UPDATE inmate SET presence = CASE presence WHEN 'present' THEN 'missing' ELSE 'present' END WHERE id = ?",
        arguments: [Int64(damaged.bits)])
    }
    let register = try house.test.open()
    let all = await failure { _ = try await register.readUnaudited { try $0.all(Inmate.self) } }
    #expect(all?.damage?.id == damaged.text)
    let (people, damage) = try await register.readUnaudited { reading in
      reading.leaveOutDamage()
      return (try reading.all(Inmate.self), reading.damage)
    }
    #expect(people.count == house.everything.inmates.count - 1)
    #expect(damage.map(\.kind) == ["inmate"] && damage.map(\.id) == [damaged.text])
    try await register.close()
  }
}
