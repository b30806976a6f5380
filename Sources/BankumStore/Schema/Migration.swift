import GRDB

/// One version of the tables becoming the next: what its steps may do, inside its transaction.
struct Migration {
  let database: Database
  let ring: KeyRing
  /// The layouts of the version before.
  let old: [String: RowLayout]
  /// The layouts of this version.
  let new: [String: RowLayout]
  /// Called before each statement and each row that is written, with a word for what comes.
  let progress: (String) throws -> Void

  /// Runs statements.
  func run(_ sql: String) throws(StoreError) {
    try sqlite {
      let statements = try database.allStatements(sql: sql)
      while let statement = try statements.next() {
        try progress("statement")
        try statement.execute()
      }
    }
  }

  /// Runs one statement with values.
  func run(_ sql: String, _ arguments: [Field]) throws(StoreError) {
    try sqlite { try progress("statement") }
    try PreparedStatement(sql, in: database).run(arguments)
  }

  /// Every row of a kind, in the order of the ids, as the version before wrote it.
  func each(_ name: String, _ body: (MigratedRow) throws(StoreError) -> Void) throws(StoreError) {
    let layout = try layout(name, in: old)
    try eachStored(name) { row throws(StoreError) in
      let (rowKey, columns) = (row.integer(0), (0..<layout.columns.count).map { row.field($0 + 1) })
      let fields = try RecordBody(layout: layout, ring: ring)
        .fields(of: row.bytes(layout.columns.count + 1), rowKey: rowKey, columns: columns)
      try body(MigratedRow(rowKey: rowKey, columns: columns, body: fields))
    }
  }

  /// Puts a row in this version's form in the place of the one with its id.
  func replace(_ name: String, _ row: MigratedRow) throws(StoreError) {
    let (layout, body) = try stored(name, row)
    try run(layout.update, row.columns + [.bytes(body), .integer(row.rowKey)])
  }

  /// Adds a row in this version's form.
  func add(_ name: String, _ row: MigratedRow) throws(StoreError) {
    let (layout, body) = try stored(name, row)
    try run(layout.insert, [.integer(row.rowKey)] + row.columns + [.bytes(body)])
  }

  /// Rewrites every row of a kind.
  func change(
    _ name: String, _ convert: (MigratedRow) throws(StoreError) -> MigratedRow
  ) throws(StoreError) {
    var sums: [(Int64, before: UInt64, after: UInt64)] = []
    try each(name) { row throws(StoreError) in
      let changed = try convert(row)
      try replace(name, changed)
      let (before, after) = (Self.sum(row), Self.sum(changed))
      if before != after { sums.append((row.rowKey, before, after)) }
    }
    try follow(name, sums)
  }

  /// What an import added may be taken back as long as it is as it was added, by a sum over its fields: where the form
  /// alone has changed the sum follows.
  private func follow(_ name: String, _ sums: [(Int64, before: UInt64, after: UInt64)]) throws(StoreError) {
    let changed = Dictionary(sums.map { ($0.0, $0) }, uniquingKeysWith: { first, _ in first })
    guard !changed.isEmpty else { return }
    // Batch, kind, subject; then whether it was added, and the sum.
    let layout = try layout("import_change", in: new)
    guard old["import_change"] == layout else { return }
    try each("import_change") { row throws(StoreError) in
      guard row.columns[1] == .text(name), case .integer(let subject) = row.columns[2],
        let sum = changed[subject], row.body.count > 1, row.body[0] == .integer(1),
        row.body[1] == .integer(Int64(bitPattern: sum.before))
      else { return }
      var row = row
      row.body[1] = .integer(Int64(bitPattern: sum.after))
      try replace("import_change", row)
    }
  }

  private static func sum(_ row: MigratedRow) -> UInt64 {
    Checksum.sum(FieldBytes.bytes(of: row.columns), FieldBytes.bytes(of: row.body))
  }

  private func stored(_ name: String, _ row: MigratedRow) throws(StoreError) -> (RowLayout, [UInt8]) {
    let layout = try layout(name, in: new)
    guard row.columns.count == layout.columns.count else {
      throw StoreError(.misuse, "\(name): a migrated row with \(row.columns.count) columns")
    }
    let body = try RecordBody(layout: layout, ring: ring)
      .bytes(of: row.body, rowKey: row.rowKey, columns: row.columns)
    return (layout, body)
  }

  func layout(_ name: String, in layouts: [String: RowLayout]) throws(StoreError) -> RowLayout {
    guard let layout = layouts[name] else { throw StoreError(.misuse, "no layout of \(name)") }
    return layout
  }

  /// Reads the stored rows of a kind one by one, so that they can be written meanwhile; damage is named.
  func eachStored(
    _ name: String, _ body: (StoredRow) throws(StoreError) -> Void
  ) throws(StoreError) {
    let layout = try layout(name, in: old)
    var ids: [Int64] = []
    try PreparedStatement("SELECT id FROM \(name) ORDER BY id", in: database).run([]) { ids.append($0.integer(0)) }
    let select = try PreparedStatement(layout.select + " WHERE id = ?", in: database)
    for id in ids {
      do throws(StoreError) { try select.run([.integer(id)], body) } catch {
        guard error.code == .corrupted else { throw error }
        throw StoreError(Damage(name, "\(id)", .unreadable(error.detail)))
      }
    }
  }
}
