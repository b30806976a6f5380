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
  /// What was damaged and left out.
  package private(set) var damage: Set<Damage> = []
  private var leavesOutDamage = false

  init(_ database: Database, ring: KeyRing) {
    self.database = database
    self.ring = ring
  }

  /// The number of the last write that it sees.
  package func sequence() throws(StoreError) -> Int64 {
    var sequence: Int64 = 0
    try eachRow("SELECT sequence FROM register_state", []) { sequence = $0.integer(0) }
    return sequence
  }

  /// The value with this id, or nil.
  package func find<Value: Stored & Entity>(_ id: Identifier<Value>) throws(StoreError) -> Value? {
    let found: [Value] = try rows(" WHERE id = ?", [.integer(Int64(id.bits))])
    return found.first
  }

  /// The value with this id; throws `notFound`.
  package func get<Value: Stored & Entity>(_ id: Identifier<Value>) throws(StoreError) -> Value {
    guard let value: Value = try find(id) else { throw StoreError(.notFound, id.text, kind: Value.table.kind) }
    return value
  }

  /// The value to which another row refers: it has to be there. Throws `corrupted`, with its kind and id, if it is not.
  ///
  /// `find` is for what somebody asks for and what may have been taken out; what a row that was read points to is asked
  /// for with this, so that a damaged page is never taken for nothing.
  package func required<Value: Stored & Entity>(_ id: Identifier<Value>) throws(StoreError) -> Value {
    guard let value: Value = try find(id) else { throw StoreError(Damage(Value.table.name, id.text, .missing)) }
    return value
  }

  /// The value to which another row refers, if it refers to one.
  package func required<Value: Stored & Entity>(ifSet id: Identifier<Value>?) throws(StoreError) -> Value? {
    guard let id else { return nil }
    let value: Value = try required(id)
    return value
  }

  /// The same for counts that must not fail as a whole: after `leaveOutDamage` a value that is damaged or not there is nil,
  /// and kept in `damage`.
  package func countable<Value: Stored & Entity>(_ id: Identifier<Value>) throws(StoreError) -> Value? {
    let before = damage.count
    let value: Value? = leavesOutDamage ? try find(id) : try required(id)
    if value == nil, damage.count == before { damage.insert(Damage(Value.table.name, id.text, .missing)) }
    return value
  }

  /// The same, looked up first among values that are known already.
  package func required<Value: Stored & Entity>(
    _ id: Identifier<Value>?, known: [Identifier<Value>: Value]
  ) throws(StoreError) -> Value? {
    if let id, let value = known[id] { return value }
    let value: Value? = try required(ifSet: id)
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

  /// From here on a damaged row is left out of lists and kept in `damage`: for counts that must not fail as a whole.
  package func leaveOutDamage() { leavesOutDamage = true }

  func integer(_ sql: String, _ arguments: [Field]) throws(StoreError) -> Int {
    var found = 0
    try eachRow(sql, arguments) { found = Int($0.integer(0)) }
    return found
  }

  func rows<Value: Stored>(_ rest: String, _ arguments: [Field]) throws(StoreError) -> [Value] {
    var values: [Value] = []
    try eachRow(Value.table.select + rest, arguments) { row throws(StoreError) in
      do throws(StoreError) { values.append(try Self.value(of: row, ring: ring)) } catch {
        guard leavesOutDamage, let damage = error.damage else { throw error }
        self.damage.insert(damage)
      }
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
    let layout = Value.table.layout
    let rowKey = row.integer(0)
    let columns = (0..<layout.columns.count).map { row.field($0 + 1) }
    do throws(StoreError) {
      let fields = try RecordBody(layout: layout, ring: ring)
        .fields(of: row.bytes(layout.columns.count + 1), rowKey: rowKey, columns: columns)
      var record = RecordReader(columns: FieldReader(columns), body: FieldReader(fields))
      let value = try Value(rowKey: rowKey, from: &record)
      guard record.columns.isAtEnd, record.body.isAtEnd else { throw FieldReader.damage("more than was asked for") }
      return value
    } catch {
      guard error.code == .corrupted else { throw StoreError(error.code, "\(layout.name): \(error.detail)") }
      throw StoreError(Damage(layout.name, Value.name(ofRow: rowKey), .unreadable(error.detail)))
    }
  }
}
