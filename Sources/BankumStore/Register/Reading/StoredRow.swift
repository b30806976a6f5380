import CSQLite

/// The row on which a statement stands; gone with the next.
struct StoredRow {
  fileprivate let pointer: OpaquePointer

  init(pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// The integer of a column; 0 if it is something else.
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(column)) }

  /// The value of a column; a float, which is never stored, is read as nothing.
  func field(_ column: Int) -> Field {
    let column = Int32(column)
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
    case SQLITE_TEXT:
      guard let text = sqlite3_column_text(pointer, column) else { return .text("") }
      let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(pointer, column)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB: return .bytes(Array(bytes(Int(column))))
    default: return .null
    }
  }

  /// The values of all columns.
  var allFields: [Field] { fields(Int(sqlite3_column_count(pointer))) }

  /// The value that SQLite hands over before a change.
  static func field(of value: OpaquePointer?) -> Field {
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: return .integer(sqlite3_value_int64(value))
    case SQLITE_TEXT:
      guard let text = sqlite3_value_text(value) else { return .text("") }
      let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_value_blob(value)
      return .bytes(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))))
    default: return .null
    }
  }

  /// The values of the first columns.
  func fields(_ count: Int) -> [Field] { (0..<count).map(field) }

  /// The bytes of a column, where they lie.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(pointer, Int32(column))
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, Int32(column))))
  }
}
