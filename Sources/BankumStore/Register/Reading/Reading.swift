package import BankumModel
import GRDB

/// One consistent look at the register: everything read through it is as of one moment, whatever is written meanwhile.
///
/// It lives inside the closure that it is passed to and must not leave it.
package class Reading {
  let database: Database
  let ring: KeyRing
  /// What was read of people, for the audit log.
  private(set) var touched: [String] = []

  init(_ database: Database, ring: KeyRing) {
    self.database = database
    self.ring = ring
  }

  /// The number of the last write that it sees.
  package func sequence() throws(StoreError) -> Int64 { try RegisterState.read(in: database)?.sequence ?? 0 }

  /// The value with this id, or nil.
  package func find<Value: Stored & Entity>(_ id: Identifier<Value>) throws(StoreError) -> Value? {
    let found: [Value] = try rows(" WHERE id = ?", [.integer(Int64(id.bits))])
    return found.first
  }

  /// The value with this id; throws `notFound`.
  package func get<Value: Stored & Entity>(_ id: Identifier<Value>) throws(StoreError) -> Value {
    guard let value: Value = try find(id) else { throw StoreError(.notFound, id.text) }
    return value
  }

  /// Every value of a kind, in the order of the rows' ids; those that the database numbers, in the order of writing.
  package func all<Value: Stored>(_ type: Value.Type = Value.self) throws(StoreError) -> [Value] {
    try rows(" ORDER BY id", [])
  }

  /// The values that a filter lets through, in its order.
  package func list<Value: Stored>(_ filter: Filter<Value>) throws(StoreError) -> [Value] {
    try rows(" WHERE \(filter.clause) ORDER BY \(filter.order)", filter.arguments)
  }

  /// How many values a filter lets through; nothing is opened.
  package func count<Value: Stored>(_ filter: Filter<Value>) throws(StoreError) -> Int {
    try integer("SELECT count(*) FROM \(Value.table.name) WHERE \(filter.clause)", filter.arguments)
  }

  /// How many values there are of a kind.
  package func count<Value: Stored>(_ type: Value.Type) throws(StoreError) -> Int {
    try integer("SELECT count(*) FROM \(Value.table.name)", [])
  }

  /// Says that the data of these people, cases or requests was read: their ids go into the audit log with the call.
  package func touch<Kind>(_ ids: some Sequence<Identifier<Kind>>) { touched += ids.map(\.text) }

  /// Says that everybody's data of a kind was read: one word in the audit log, `in-*`.
  package func touchAll<Kind: IdentifierKind>(_ type: Kind.Type) { touched.append("\(Kind.idPrefix)-*") }

  func integer(_ sql: String, _ arguments: [Field]) throws(StoreError) -> Int {
    var found = 0
    try eachRow(sql, arguments) { found = Int($0.integer(0)) }
    return found
  }

  func rows<Value: Stored>(_ rest: String, _ arguments: [Field]) throws(StoreError) -> [Value] {
    var values: [Value] = []
    try eachRow(Value.table.select + rest, arguments) { row throws(StoreError) in
      values.append(try Self.value(of: row, ring: ring))
    }
    return values
  }

  func eachRow(
    _ sql: String, _ arguments: [Field], _ body: (StoredRow) throws(StoreError) -> Void
  ) throws(StoreError) {
    try PreparedStatement(sql, in: database).run(arguments, body)
  }

  /// The value of a row that was read with the table's `select`.
  private static func value<Value: Stored>(of row: StoredRow, ring: KeyRing) throws(StoreError) -> Value {
    let table = Value.table
    let rowKey = row.integer(0)
    let columns = (0..<table.columnCount).map { row.field($0 + 1) }
    let fields = try RecordBody(table: table, ring: ring)
      .fields(of: row.bytes(table.columnCount + 1), rowKey: rowKey, columns: columns)
    var record = RecordReader(columns: FieldReader(columns), body: FieldReader(fields))
    do throws(StoreError) {
      let value = try Value(rowKey: rowKey, from: &record)
      guard record.columns.isAtEnd, record.body.isAtEnd else { throw FieldReader.damage("more than was asked for") }
      return value
    } catch {
      throw StoreError(error.code, "\(table.name): \(error.detail)")
    }
  }
}
