import CSQLite
import GRDB

/// A statement of the library's cache, run by SQLite's own calls: the library boxes every value on its way in and out,
/// which took half the time of an import.
struct PreparedStatement {
  private let database: Database
  private let pointer: OpaquePointer

  init(_ sql: String, in database: Database) throws(StoreError) {
    self.database = database
    pointer = try sqlite { try database.cachedStatement(sql: sql).sqliteStatement }
  }

  /// Runs it with these arguments and gives each row to the closure.
  func run(_ arguments: [Field], _ body: (StoredRow) throws(StoreError) -> Void = { _ in }) throws(StoreError) {
    sqlite3_reset(pointer)
    defer { sqlite3_reset(pointer) }
    for (index, field) in arguments.enumerated() { try bind(field, Int32(index + 1)) }
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW: try body(StoredRow(pointer: pointer))
      case SQLITE_DONE: return
      default: throw failure()
      }
    }
  }

  private func bind(_ field: Field, _ index: Int32) throws(StoreError) {
    // SQLite copies: what `SQLITE_TRANSIENT` says, a C macro that is not a pointer to anything.
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let code: Int32
    switch field {
    case .null: code = sqlite3_bind_null(pointer, index)
    case .integer(let value): code = sqlite3_bind_int64(pointer, index, value)
    case .text(var text):
      code = text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { characters in
          // An empty text is no null, though its storage may be nowhere.
          sqlite3_bind_text(pointer, index, characters.baseAddress ?? emptyText, Int32(characters.count), copies)
        }
      }
    case .bytes(let bytes):
      code = bytes.withUnsafeBytes { buffer in
        buffer.isEmpty
          ? sqlite3_bind_zeroblob(pointer, index, 0)
          : sqlite3_bind_blob(pointer, index, buffer.baseAddress, Int32(buffer.count), copies)
      }
    }
    guard code == SQLITE_OK else { throw failure() }
  }

  private var emptyText: UnsafePointer<CChar> { bankum_sqlite_empty() }

  private func failure() -> StoreError {
    let connection = database.sqliteConnection
    return StoreError(
      DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: sqlite3_errmsg(connection).map { String(cString: $0) }))
  }
}
