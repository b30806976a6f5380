import GRDB

extension Schema {
  /// Brings a database to the current version, one version a transaction; a new file gets all of them in one.
  ///
  /// Throws `newerSchema` and changes nothing if the database is of a later version, `unusable` if it is not a register,
  /// `corrupted` or `keyMissing` if a row that has to be written anew cannot be read: then the version before stays.
  /// - Parameter progress: called before each statement and each row that is written; what it throws takes the version back.
  static func migrate(
    _ database: Database, ring: KeyRing, to versions: [SchemaVersion] = versions,
    progress: (String) throws -> Void = { _ in }
  ) throws(StoreError) {
    let found = try version(of: database)
    guard found <= versions.count else { throw newer(found) }
    guard found < versions.count else { return }
    let pieces = found == 0 ? [0..<versions.count] : (found..<versions.count).map { $0..<$0 + 1 }
    for piece in pieces {
      try sqlite {
        // A table that is made anew must not take along what refers to it. This has no effect inside a transaction.
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
        try database.inTransaction(.immediate) {
          for version in piece {
            try step(to: version + 1, of: versions, in: database, ring, progress)
          }
          try progress("commit")
          return .commit
        }
        try progress("done")
      }
    }
  }

  private static func step(
    to version: Int, of versions: [SchemaVersion], in database: Database, _ ring: KeyRing,
    _ progress: (String) throws -> Void
  ) throws {
    if version > 2 { try requireWhole(database, ring) }
    try withoutActuallyEscaping(progress) { progress in
      let migration = Migration(
        database: database, ring: ring, old: layouts(at: version - 1, of: versions),
        new: layouts(at: version, of: versions), progress: progress)
      for step in versions[version - 1].steps {
        switch step {
        case .sql(let sql): try migration.run(sql)
        case .rows(let name, let convert): try migration.change(name, convert)
        case .code(let code): try code(migration)
        }
      }
    }
    guard try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else {
      throw StoreError(.corrupted, "a reference to nothing, found while tables were brought to version \(version)")
    }
    if version > 1 { try seal(database, ring) }
    try progress("number")
    try database.execute(
      sql: "PRAGMA user_version = \(version); PRAGMA application_id = \(applicationID)")
  }

  /// Before rows are written anew: nothing that was taken out or put in may become right by that.
  private static func requireWhole(_ database: Database, _ ring: KeyRing) throws(StoreError) {
    guard let state = try RegisterState.read(in: database), state.isSigned(by: ring) else {
      throw StoreError(.corrupted, "the register's state is not signed")
    }
    if let damage = try state.tally.faults(in: database, ring: ring, isStart: false).first {
      throw StoreError(damage)
    }
  }

  /// Counts and signs what the tables hold now.
  private static func seal(_ database: Database, _ ring: KeyRing) throws(StoreError) {
    var (sequence, head): (Int64, AuditHead) = (0, .empty)
    try PreparedStatement("SELECT sequence, audit_entries, audit_hash FROM register_state", in: database)
      .run([]) { row throws(StoreError) in
        var reader = FieldReader(row.fields(3))
        sequence = try reader.integer()
        head = AuditHead(entries: try reader.integer(), hash: try reader.bytes())
      }
    try KeyCheck.note(ring, in: database)
    let tally = try RegisterTally.counted(in: database, ring: ring)
    try RegisterState(sequence: sequence, head: head, tally: tally, ring: ring).write(in: database)
  }

  /// The version of a database; 0 for an empty one. Throws `unusable` for one that is not a register.
  static func version(of database: Database) throws(StoreError) -> Int {
    let (version, application, tables) = try sqlite {
      (
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    guard application == applicationID || (version == 0 && tables == 0) else {
      throw StoreError(.unusable, "the file is a database, but not a register")
    }
    return version
  }

  static func newer(_ version: Int) -> StoreError {
    StoreError(
      .newerSchema, "the register has tables of version \(version), this program knows up to \(current)")
  }
}
