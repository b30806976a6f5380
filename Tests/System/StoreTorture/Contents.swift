import BankumModel
import BankumStore
import CSQLite

/// Everything that a register holds: the values of all kinds, and of every row what is the same whenever it is written.
struct Contents: Equatable {
  let values: [any Stored]
  let rows: [String]

  static func == (left: Contents, right: Contents) -> Bool {
    left.rows == right.rows && left.values.count == right.values.count
      && zip(left.values, right.values).allSatisfy(isSame)
  }

  /// The values of a kind.
  static func values(_ kind: any Stored.Type, _ reading: Reading) throws(StoreError) -> [any Stored] {
    func all<Value: Stored>(_ kind: Value.Type) throws(StoreError) -> [any Stored] { try reading.all(kind) }
    return try all(kind)
  }

  private static func isSame(_ left: any Stored, _ right: any Stored) -> Bool {
    func compare<Value: Stored>(_ left: Value) -> Bool { right as? Value == left }
    return compare(left)
  }

  /// The rows of all tables as text. A sealed body is another each time it is written, and so is what is signed over
  /// all bodies; the values say what stands in them.
  static func rows(of path: String) throws(StoreError) -> [String] {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
      throw StoreError(.unusable, path)
    }
    let names = try lines(
      database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'register_state' ORDER BY name")
    var rows: [String] = []
    for name in names {
      let columns = try lines(database, "SELECT name FROM pragma_table_info('\(name)') WHERE name <> 'body'")
      let row = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
      rows += try lines(database, "SELECT '\(name) ' || \(row) FROM \"\(name)\" ORDER BY 1")
    }
    return rows
  }

  private static func lines(_ database: OpaquePointer?, _ sql: String) throws(StoreError) -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
      throw StoreError(.unusable, String(cString: sqlite3_errmsg(database)))
    }
    var lines: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      if let text = sqlite3_column_text(statement, 0) { lines.append(String(cString: text)) }
    }
    return lines
  }
}
