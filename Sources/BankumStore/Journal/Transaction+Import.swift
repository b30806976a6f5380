import BankumModel
import GRDB

extension Transaction {
  /// Puts a value and notes, for undoing, what an import did with it.
  /// - Parameter before: what the register held; nil for a thing that is new.
  package func put<Value: FieldListed>(_ value: Value, before: Value?, in batch: Int64) throws(StoreError) {
    try requireSound(value)
    var record = RecordWriter(ring: ring, notesParts: before != nil)
    value.write(to: &record)
    let rowKey = try write(value, as: record)
    try put(
      ImportChange(
        batch: batch, kind: Value.table.name, subject: rowKey, added: before == nil ? record.sum : nil,
        fields: before.map { Value.changes($0.parts, record.parts) } ?? []))
  }

  /// Takes back what an import wrote: each field that it changed and that is still as it left it, each thing that it
  /// added, that is still as it was added and that nothing else refers to.
  package func undo(import batch: Int64) throws(StoreError) -> ImportUndoing {
    let changes = Dictionary(grouping: try list(Filter<ImportChange>.batch(batch)), by: \.kind)
    var undoing = ImportUndoing()
    // First the fields: what they refer to may be free then.
    for kind in StoredKinds.imported { try restore(kind, changes[kind.table.name] ?? [], &undoing) }
    for kind in StoredKinds.imported.reversed() { try removeAdded(kind, changes[kind.table.name] ?? [], &undoing) }
    return undoing
  }

  private func row<Value: FieldListed>(_ rowKey: Int64) throws(StoreError) -> Value? {
    let found: [Value] = try rows(" WHERE id = ?", [.integer(rowKey)])
    return found.first
  }

  // MARK: Fields

  private func restore<Value: FieldListed>(
    _ type: Value.Type, _ changes: [ImportChange], _ undoing: inout ImportUndoing
  ) throws(StoreError) {
    for change in changes where change.added == nil {
      func leave(_ field: String?, _ reason: ImportUndoing.Reason) {
        undoing.left.append(
          ImportUndoing.Left(
            kind: Value.table.kind, id: Value.name(ofRow: change.subject), field: field, reason: reason))
      }
      guard let value: Value = try row(change.subject) else {
        leave(nil, .changedSince)
        continue
      }
      let now = value.parts
      var parts = now
      var names: [String] = []
      for field in change.fields {
        guard let index = Value.fieldNames.firstIndex(of: field.name) else { continue }
        if now[index] == field.after {
          parts[index] = field.before
          names.append(field.name)
        } else if now[index] != field.before {
          leave(field.name, .changedSince)
          try passOn(field, of: change)
        }
      }
      guard !names.isEmpty else { continue }
      if try attempt({ () throws(StoreError) in try put(value.with(parts, rowKey: change.subject)) }) {
        undoing.restored += names.count
      } else {
        for name in names { leave(name, .unfitting) }
      }
    }
  }

  /// A later import has written over a field: undoing that one will lead to what was before both.
  private func passOn(_ field: ImportChange.FieldChange, of change: ImportChange) throws(StoreError) {
    for var later in try list(.after(change)) {
      guard let index = later.fields.firstIndex(where: { $0.name == field.name && $0.before == field.after }),
        let number = later.number
      else { continue }
      later.fields[index].before = field.before
      return try rewrite(later, rowKey: number)
    }
  }

  /// Does it, or nothing of it if the register's rules do not allow it.
  private func attempt(_ body: () throws(StoreError) -> Void) throws(StoreError) -> Bool {
    let before = told
    try sqlite { try database.execute(sql: "SAVEPOINT attempt") }
    let tally = ledger.tally
    do throws(StoreError) {
      try body()
      try sqlite { try database.execute(sql: "RELEASE attempt") }
      return true
    } catch {
      switch error.code {
      case .invalid, .constraint, .doubleBooking, .corrupted:
        try sqlite { try database.execute(sql: "ROLLBACK TO attempt; RELEASE attempt") }
        ledger.restore(tally)
        told = before
        return false
      case .unusable, .storageFull, .outcomeUnknown, .closed, .keyMissing, .wrongKey, .newerSchema, .behind, .keyReused,
        .notFound, .busy, .inputOutput, .misuse:
        throw error
      }
    }
  }

  // MARK: Things

  private func removeAdded<Value: FieldListed>(
    _ type: Value.Type, _ changes: [ImportChange], _ undoing: inout ImportUndoing
  ) throws(StoreError) {
    func leave(_ rowKey: Int64, _ reason: ImportUndoing.Reason) {
      undoing.left.append(
        ImportUndoing.Left(kind: type.table.name, id: type.name(ofRow: rowKey), field: nil, reason: reason))
    }
    var candidates: Set<Int64> = []
    for change in changes {
      guard let added = change.added, let value: Value = try row(change.subject) else { continue }
      var record = RecordWriter(ring: nil)
      value.write(to: &record)
      if record.sum == added { candidates.insert(change.subject) } else { leave(change.subject, .changedSince) }
    }
    guard !candidates.isEmpty else { return }
    let references = try references(to: type.table.name)
    // What stays may refer to others of its kind, so those stay too.
    while true {
      var referred: [Int64] = []
      for rowKey in candidates.sorted() {
        for reference in references where try reference.isHeld(by: self, rowKey, besides: candidates) {
          referred.append(rowKey)
          break
        }
      }
      if referred.isEmpty { break }
      candidates.subtract(referred)
      for rowKey in referred { leave(rowKey, .referredTo) }
    }
    for rowKey in candidates.sorted() {
      try execute("DELETE FROM \(type.table.name) WHERE id = ?", [.integer(rowKey)])
    }
    undoing.removed += candidates.count
  }

  /// Every column of the database that refers to rows of a table, without the links that go with their owner.
  private func references(to table: String) throws(StoreError) -> [RowReference] {
    var found: [RowReference] = []
    try eachRow(
      """
      SELECT child.name, parent."from",
        EXISTS (SELECT 1 FROM pragma_foreign_key_list(child.name) WHERE "from" = 'owner' AND "table" = ?1)
      FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS parent
      WHERE child.type = 'table' AND parent."table" = ?1 AND parent."from" <> 'owner' ORDER BY 1, 2
      """, [.text(table)]
    ) { row throws(StoreError) in
      guard case .text(let name) = row.field(0), case .text(let column) = row.field(1) else { return }
      found.append(RowReference(table: name, column: column, isOwnLink: row.integer(2) == 1))
    }
    return found
  }
}

/// A column that refers to rows.
private struct RowReference {
  let table: String
  let column: String
  /// Whether its rows belong to rows of the table that it refers to.
  let isOwnLink: Bool

  /// Whether something refers to the row that is none of these.
  func isHeld(by reading: Reading, _ rowKey: Int64, besides going: Set<Int64>) throws(StoreError) -> Bool {
    if isOwnLink {
      var isHeld = false
      try reading.eachRow("SELECT owner FROM \(table) WHERE \(column) = ?", [.integer(rowKey)]) { row in
        if !going.contains(row.integer(0)) { isHeld = true }
      }
      return isHeld
    }
    return try reading.integer(
      "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) = ?)", [.integer(rowKey)]) == 1
  }
}
