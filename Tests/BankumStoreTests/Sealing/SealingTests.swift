import BankumModel
import FoundationEssentials
import GRDB
import Glibc
import SeededNumbers
import Testing

@testable import BankumStore

/// Keys, sealed records, and what they show.
@Suite struct SealingTests {
  @Test("Any bit of a stored row that changes is found, sealed or not, and so is a row in another's place")
  func damage() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 31)
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    try await register.close()
    var random = SeededGenerator(seed: 1)
    try house.file { database in
      for kind in StoredKinds.all {
        let table = kind.table.name
        for _ in 0..<20 {
          try database.beginTransaction()
          let row = try #require(
            try Row.fetchOne(database, sql: "SELECT id, body FROM \(table) ORDER BY random() LIMIT 1"), "\(table)")
          var bytes = Array(row[1] as Data)
          let bit = Int.random(in: 0..<bytes.count * 8, using: &random)
          bytes[bit / 8] ^= 1 << UInt8(bit % 8)
          try database.execute(
            sql: "UPDATE \(table) SET body = ? WHERE id = ?", arguments: [Data(bytes), row[0] as Int64])
          Self.expectDamage(kind, in: database, ring: house.ring)
          try database.rollback()
        }
      }
    }
  }

  private static func expectDamage<Value: Stored>(_ type: Value.Type, in database: Database, ring: KeyRing) {
    do throws(StoreError) {
      _ = try Reading(database, ring: ring).all(Value.self)
      Issue.record("a change in \(Value.table.name) was not found")
    } catch {
      #expect(error.code == .corrupted || error.code == .keyMissing)
    }
  }

  @Test("Rows of people do not open in another's row, table or with another column")
  func swaps() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 32)
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    try await register.close()
    let (one, other) = (everything.inmates[0].id.bits, everything.inmates[1].id.bits)
    let changes = [
      "UPDATE inmate SET body = (SELECT body FROM inmate WHERE id = \(one)) WHERE id = \(other)",
      "UPDATE inmate SET body = (SELECT body FROM case_file LIMIT 1) WHERE id = \(one)",
      "UPDATE inmate SET presence = CASE presence WHEN 'present' THEN 'released' ELSE 'present' END WHERE id = \(one)",
      "UPDATE inmate SET id = 12345 WHERE id = \(one)",
    ]
    try house.file { database in
      for change in changes {
        try database.beginTransaction()
        try database.execute(sql: change)
        Self.expectDamage(Inmate.self, in: database, ring: house.ring)
        try database.rollback()
      }
      for column in ["inmate", "first_day", "last_day"] {
        try database.beginTransaction()
        try database.execute(sql: "UPDATE detention_term SET \(column) = \(column) + 0 * 1, last_day = last_day + 1")
        Self.expectDamage(DetentionTerm.self, in: database, ring: house.ring)
        try database.rollback()
      }
    }
  }

  @Test("Nothing of names, numbers and letters is readable in the files")
  func nothingReadable() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let entered = day("2026-01-05")
    let number = try #require(RegisterNumber(book: .trial, serial: 4711, year: 2026))
    let inmate = Inmate(
      id: Inmate.ID(bits: 1), name: "CANARYNAME", aliases: ["CANARYALIAS"],
      registerEntries: [RegisterEntry(number: number, days: OpenDateRange(entered))], serialNumber: "CANARYSERIAL",
      residence: .elsewhere("CANARYTOWN"), enteredOn: entered)
    let file = CaseFile(
      id: CaseFile.ID(bits: 1), number: "CANARYCASE", articles: "CANARYARTICLE", law: .new,
      parties: [CaseParty(inmate: inmate.id, role: .crownWitness)])
    let term = DetentionTerm(
      id: DetentionTerm.ID(bits: 1), inmate: inmate.id, stage: .trial, law: .new, grant: .first, letter: "CANARYLETTER",
      first: entered, last: entered)
    let request = Request(
      id: Request.ID(bits: 1), inmate: inmate.id, service: .consultation, submittedOn: entered, channel: .written,
      topic: "CANARYTOPIC", needs: [.illness])
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(inmate)
      try transaction.put(file)
      try transaction.put(term)
      try transaction.put(request)
      return Done()
    }
    for name in ["register.db", "register.db-wal", "head"] {
      let bytes = try #require(try FileBytes.read(house.folder + "/" + name, limit: 64 << 20))
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["CANARY", "4711/2026", "A.III", "crownWitness", "illness"] {
        #expect(!text.contains(word), "\(word) in \(name)")
      }
    }
    try await register.close()
  }

  @Test(
    "A later key seals what is written from then on; everything is sealed again in one write; then the old key goes")
  func rotation() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 33)
    var register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    try await register.close()
    let both = try TestHouse.ring(2)
    register = try house.open(both)
    let name = NameKey(everything.inmates[3].name)
    #expect(try await register.readUnaudited { try $0.inmates(named: name) }.contains(everything.inmates[3]))
    _ = try await register.write(as: .test("key rotate")) { transaction throws in
      #expect(try transaction.sealAgain() > 100)
      #expect(try transaction.sealAgain() == 0)
      return Done()
    }
    try await register.close()
    let second = try KeyRing(parsing: Array(("2 " + String(repeating: "02", count: 32)).utf8))
    register = try house.open(second)
    try await register.readUnaudited { reading throws in
      try everything.expectAll(in: reading)
      #expect(try reading.inmates(named: name).contains(everything.inmates[3]))
    }
    try await register.close()
  }

  @Test("A private daemon makes its own key, for itself alone, once")
  func ownKey() async throws {
    let house = try TestHouse()
    let first = try KeyRing.own(in: house.folder)
    let again = try KeyRing.own(in: house.folder)
    #expect(first.current.blind(.name, "A") == again.current.blind(.name, "A"))
    var facts = stat()
    // Until the register stands the file has another name.
    #expect(stat(house.folder + "/keys", &facts) != 0)
    try await house.open(first).close()
    #expect(stat(house.folder + "/keys", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(try KeyRing.own(in: house.folder).current.checkValue == first.current.checkValue)
    unlink(house.folder + "/keys")
    #expect(await failure { _ = try KeyRing.own(in: house.folder) }?.code == .keyMissing)
  }

  @Test("A ring that cannot be read says which lines are wrong, and repeats no key")
  func rings() async throws {
    let good = String(repeating: "0a", count: 32)
    let text =
      "# keys\n1 \(good)\n\n1 \(good)\n0 \(good)\nx \(good)\n3 0a0b\n4 \(String(repeating: "0g", count: 32))\n5\n"
    let error = await failure { _ = try KeyRing(parsing: Array(text.utf8)) }
    #expect(error?.code == .invalid)
    #expect(error?.problems.map(\.place) == [4, 5, 6, 7, 8, 9].map { "line \($0)" })
    #expect(error.map { !"\($0)".contains("0a0") } == true)
    #expect(await failure { _ = try KeyRing(parsing: []) }?.code == .keyMissing)
    #expect(try KeyRing(parsing: Array("7 \(good)\r\n2 \(good)".utf8)).current.id == 7)
  }
}
