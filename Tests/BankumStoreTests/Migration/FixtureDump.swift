import BankumModel
import GRDB
import Glibc
import JSON
import Testing

@testable import BankumStore

/// A register that an earlier version made, beside a dump of what it holds; see Fixtures/README.md.
struct Fixture {
  let version: Int

  static let first = Fixture(version: 1)

  private var folder: String {
    // Found by the place of this file: a bundle of resources is not there once a test is run elsewhere.
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    return here.joined(separator: "/") + "/Fixtures/version\(version)"
  }

  /// Puts the register into a state folder.
  func lay(in house: TestHouse) throws {
    try FileBytes.create(house.path, try Self.unpacked(folder + "/register.db.gz"))
    for name in ["keys", "head"] {
      try FileBytes.create(house.folder + "/" + name, try #require(try FileBytes.read(folder + "/" + name)))
    }
  }

  /// The lines of the dump, each as canonical JSON, in order.
  func dump() throws -> [String] {
    let text = String(decoding: try Self.unpacked(folder + "/dump.jsonl.gz"), as: UTF8.self)
    return try text.split(separator: "\n").map { Self.canonical(try JSONParser.parse(text: String($0))) }.sorted()
  }

  static func canonical(_ value: JSONValue) -> String { String(decoding: value.canonicalBytes(), as: UTF8.self) }

  private static func unpacked(_ path: String) throws -> [UInt8] {
    let pipe = try #require(popen("gzip -dc '\(path)'", "re"))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    try #require(pclose(pipe) == 0, "gzip could not read \(path)")
    return bytes
  }
}

/// What a register holds, a line for each row: of records their fields, by the layouts of a version; of all other tables
/// their columns by name.
enum FixtureDump {
  /// Columns that a later version added beside records.
  private static let added = ["answered_call": ["code"]]

  static func lines(_ database: Database, ring: KeyRing, version: Int) throws -> [String] {
    var lines: [String] = []
    let layouts = Schema.layouts(at: version)
    for layout in layouts.values {
      let body = RecordBody(layout: layout, ring: ring)
      try PreparedStatement(layout.select, in: database).run([]) { row throws(StoreError) in
        let (rowKey, columns) = (row.integer(0), (0..<layout.columns.count).map { row.field($0 + 1) })
        let fields = try body.fields(of: row.bytes(layout.columns.count + 1), rowKey: rowKey, columns: columns)
        lines.append(
          Fixture.canonical(
            .object([
              "body": .array(fields.map(json)), "columns": .array(columns.map(json)), "row": .integer(rowKey),
              "table": .string(layout.name),
            ])))
      }
    }
    let names = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    let others = ["register_state", "step", "key_check"]
    for name in names where layouts[name] == nil && !others.contains(name) && !name.hasPrefix("sqlite_") {
      lines += try rows(name, database)
    }
    return lines.sorted()
  }

  private static func rows(_ table: String, _ database: Database) throws -> [String] {
    let columns = try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info('\(table)')")
    var lines: [String] = []
    try PreparedStatement("SELECT * FROM \(table)", in: database).run([]) { row in
      var object = JSONObject()
      for (name, field) in zip(columns, row.allFields) where added[table]?.contains(name) != true {
        object[name] = json(field)
      }
      lines.append(Fixture.canonical(.object(["columns": .object(object), "table": .string(table)])))
    }
    return lines
  }

  private static func json(_ field: Field) -> JSONValue {
    switch field {
    case .null: .null
    case .integer(let number): .integer(number)
    case .text(let text): .string(text)
    case .bytes(let bytes): .object(["hex": .string(Digest.hexadecimal(bytes))])
    }
  }
}
