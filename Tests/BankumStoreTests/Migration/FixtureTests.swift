import BankumModel
import GRDB
import Glibc
import JSON
import Testing

@testable import BankumStore

/// Registers of earlier versions, kept as files, become registers of this one.
@Suite struct FixtureTests {
  @Test("The layouts of the latest version are those of the kinds")
  func layouts() {
    let kinds = Dictionary(uniqueKeysWithValues: StoredKinds.all.map { ($0.table.name, $0.table.layout) })
    #expect(Schema.layouts(at: Schema.current) == kinds)
  }

  @Test("A register of version 1 becomes one of version 2: every value of every kind is as it was")
  func firstToSecond() throws {
    let house = try TestHouse()
    try Fixture.first.lay(in: house)
    let ring = try KeyRing.own(in: house.folder)
    let pool = try Connections.open(house.path)
    try pool.writeWithoutTransaction { database in
      try Schema.migrate(database, ring: ring, to: Array(Schema.versions.prefix(2)))
      let (found, expected) = (
        try FixtureDump.lines(database, ring: ring, version: 2), try Fixture.first.dump()
      )
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) where found != expected {
        Issue.record("\(found) instead of \(expected)")
        break
      }
    }
    try pool.close()
  }

  @Test("A register of version 1 opens, holds every kind, and nothing in it is damaged")
  func firstOpens() async throws {
    let house = try TestHouse()
    try Fixture.first.lay(in: house)
    let ring = try KeyRing.own(in: house.folder)
    for _ in 1...2 {
      let register = try house.open(ring)
      let (damage, people, meetings, audit) = try await register.readUnaudited { reading in
        (
          try reading.check(), try reading.all(Inmate.self).count, try reading.count(Session.self),
          try reading.verifyAudit()
        )
      }
      #expect(damage == [])
      #expect(people == 90)
      #expect(meetings == 30)
      #expect(audit.entries >= 62)
      // It is written on from here.
      _ = try await register.write(as: .test()) { transaction in
        try transaction.put(Block(id: Block.ID(bits: 9), name: "Z", escortCapacity: 1))
        return Done()
      }
      try await register.close()
    }
  }

  @Test("Killed at any of 100 points, the migration leaves the old register or the new, and the next start goes on")
  func killed() throws {
    let house = try TestHouse()
    try Fixture.first.lay(in: house)
    let ring = try KeyRing.own(in: house.folder)
    let original = try contents(of: house)
    let total = try steps(of: house, ring, stops: []).count
    #expect(total > 1_000)
    // The last points are the version's number, the commit and after it.
    let stops = (0..<97).map { total * $0 / 97 } + [total - 3, total - 2, total - 1]
    let again = try TestHouse()
    try Fixture.first.lay(in: again)
    let images = try steps(of: again, ring, stops: Set(stops)).images
    #expect(images.count == 100)
    var (old, new) = (0, 0)
    for (number, image) in images.enumerated() {
      let killed = try TestHouse()
      try FileBytes.create(killed.path, image.database)
      try FileBytes.create(killed.path + "-wal", image.log)
      let (version, sum) = try contents(of: killed)
      if version == 1 { old += 1 } else { new += 1 }
      #expect(version == 2 || sum == original.sum, "image \(number)")
      // The next start goes on: looked at row by row for some.
      if version == 2 || number % 20 == 0 {
        let pool = try Connections.open(killed.path)
        try pool.writeWithoutTransaction { database in
          try Schema.migrate(database, ring: ring, to: Array(Schema.versions.prefix(2)))
          #expect(try FixtureDump.lines(database, ring: ring, version: 2) == Fixture.first.dump(), "image \(number)")
        }
        try pool.close()
      }
    }
    #expect(old > 90)
    #expect(new > 0)
  }

  private struct Image {
    let database: [UInt8]
    let log: [UInt8]
  }

  /// Migrates a register and takes its files as they lie at some steps, as a kill would leave them.
  private func steps(
    of house: TestHouse, _ ring: KeyRing, stops: Set<Int>
  ) throws -> (count: Int, images: [Image]) {
    var (count, images): (Int, [Image]) = (0, [])
    let pool = try Connections.open(house.path)
    try pool.writeWithoutTransaction { database in
      try Schema.migrate(database, ring: ring, to: Array(Schema.versions.prefix(2))) { _ in
        if stops.contains(count) {
          images.append(
            Image(
              database: try FileBytes.read(house.path, limit: 64 << 20) ?? [],
              log: try FileBytes.read(house.path + "-wal", limit: 64 << 20) ?? []))
        }
        count += 1
      }
    }
    try pool.close()
    return (count, images)
  }

  /// The version of a register and a sum over every row of every table as it is stored.
  private func contents(of house: TestHouse) throws -> (version: Int, sum: UInt64) {
    let pool = try Connections.open(house.path)
    let found = try pool.writeWithoutTransaction { database in
      var bytes: [UInt8] = []
      for name in try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      {
        try PreparedStatement("SELECT * FROM \(name)", in: database).run([]) { row in
          for field in row.allFields { FieldBytes.append(field, to: &bytes) }
        }
      }
      return (try Schema.version(of: database), Checksum.sum(bytes))
    }
    try pool.close()
    return found
  }

  @Test("A damaged row stops the migration, by kind and id, and the old register stays as it is")
  func damaged() throws {
    let house = try TestHouse()
    try Fixture.first.lay(in: house)
    let ring = try KeyRing.own(in: house.folder)
    try house.file {
      try $0.execute(
        sql: "UPDATE session SET start_minute = start_minute + 5 WHERE id = (SELECT max(id) FROM session)")
    }
    #expect(throws: StoreError.self) { try house.open(ring) }
    do { _ = try house.open(ring) } catch let error as StoreError {
      #expect(error.code == .corrupted)
      #expect(error.damage?.kind == "session")
      #expect(error.damage?.id != nil)
    }
    try house.file { database throws in #expect(try Schema.version(of: database) == 1) }
  }

  @Test(
    "A later version adds a column, splits a field and takes one out; rows are read in the old form, written in the new"
  )
  func later() throws {
    let house = try TestHouse()
    try Fixture.first.lay(in: house)
    let ring = try KeyRing.own(in: house.folder)
    let pool = try Connections.open(house.path)
    let versions = Schema.versions + [Self.example]
    try pool.writeWithoutTransaction { database in
      try Schema.migrate(database, ring: ring)
      let before = try Self.rows("detention_term", database, ring, Schema.layouts(at: Schema.current))
      let blocks = try Self.rows("block", database, ring, Schema.layouts(at: Schema.current))
      let added = try Self.added("detention_term", database, ring)
      try Schema.migrate(database, ring: ring, to: versions)
      let layouts = Schema.layouts(at: versions.count, of: versions)
      let after = try Self.rows("detention_term", database, ring, layouts)
      #expect(after.count == before.count && !after.isEmpty)
      for (old, new) in zip(before, after) {
        #expect(new.columns == old.columns + [.integer(0)])
        // Stage, law, grant, letter; then the letter in two, and no grant.
        guard case .text(let letter) = old.body[3] else { continue }
        #expect(new.body == old.body[..<2] + [.text(String(letter.prefix(2))), .text(String(letter.dropFirst(2)))])
      }
      // The kind beside is as it was, down to the bytes.
      #expect(try Self.rows("block", database, ring, layouts) == blocks)
      // What an import added may still be taken back: its sum has followed the form.
      let sums = try Self.added("detention_term", database, ring)
      #expect(sums.count == added.count && sums != added && !sums.isEmpty)
      #expect(try RegisterState.read(in: database)?.isSigned(by: ring) == true)
      #expect(try RegisterState.read(in: database)?.tally.faults(in: database, ring: ring, isStart: false) == [])
    }
    try pool.close()
  }

  /// A version that nobody released: what one looks like. A detention order gets a column, the number of its letter is
  /// split in two, and it loses the field that says what was granted.
  private static let example = SchemaVersion(
    layouts: [
      RowLayout(
        "detention_term", ["inmate", "case_file", "first_day", "last_day", "is_public"], isSealed: true, form: 2)
    ],
    steps: [
      .sql("ALTER TABLE detention_term ADD COLUMN is_public INTEGER NOT NULL DEFAULT 0 CHECK (is_public IN (0, 1));"),
      .rows("detention_term") { row throws(StoreError) in
        try row.changed { oldColumns, oldBody, columns, body throws(StoreError) in
          for _ in 0..<4 { columns.append(try oldColumns.next()) }
          columns.add(false)
          for _ in 0..<2 { body.append(try oldBody.next()) }
          _ = try oldBody.next()
          let letter = try oldBody.text()
          body.add(String(letter.prefix(2)))
          body.add(String(letter.dropFirst(2)))
        }
      },
    ])

  private static func rows(
    _ name: String, _ database: Database, _ ring: KeyRing, _ layouts: [String: RowLayout]
  ) throws -> [MigratedRow] {
    var rows: [MigratedRow] = []
    try Migration(database: database, ring: ring, old: layouts, new: layouts, progress: { _ in })
      .each(name) { rows.append($0) }
    return rows
  }

  /// The sums of what imports added.
  private static func added(_ name: String, _ database: Database, _ ring: KeyRing) throws -> [Field] {
    try rows("import_change", database, ring, Schema.layouts(at: 2))
      .filter { $0.columns[1] == .text(name) && $0.body[0] == .integer(1) }.map { $0.body[1] }
  }
}

/// Copies a file as it lies.
func copy(_ from: String, _ to: String) {
  guard let bytes = try? FileBytes.read(from, limit: 64 << 20) else { return }
  unlink(to)
  try? FileBytes.create(to, bytes)
}
