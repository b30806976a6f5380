import GRDB

extension Schema {
  /// Brings a database to the current version, one version a transaction.
  ///
  /// Throws `newerSchema` and changes nothing if the database is of a later version, `unusable` if it is not a register.
  static func migrate(_ database: Database, to target: Int = current) throws(StoreError) {
    let found = try version(of: database)
    guard found <= current else {
      throw StoreError(
        .newerSchema, "the register has tables of version \(found), this program knows up to \(current)")
    }
    for version in found..<max(found, target) {
      try sqlite {
        try database.inTransaction(.immediate) {
          try database.execute(sql: versions[version])
          try database.execute(
            sql: "PRAGMA user_version = \(version + 1); PRAGMA application_id = \(applicationID)")
          return .commit
        }
      }
    }
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
}
