import CSQLite
import GRDB

/// The connections to one database file: one that writes and does every checkpoint, and a few that read.
enum Connections {
  /// How many readers may be at work at once; more wait.
  static let readers = 3

  /// Opens the file, which is made if it is missing.
  static func open(_ path: String) throws(StoreError) -> DatabasePool {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = readers
    configuration.persistentReadOnlyConnections = true
    configuration.busyMode = .timeout(2)
    configuration.label = "org.bankum.register"
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 16777216; PRAGMA cache_size = -4000;
          """)
      guard bankum_sqlite_defend(database.sqliteConnection) == SQLITE_OK else {
        throw StoreError(.misuse, "SQLite cannot be made defensive")
      }
    }
    return try sqlite {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { database in
        // `DatabasePool` sets synchronous = NORMAL after `prepareDatabase` (setUpWALMode): a power cut would then lose
        // acknowledged writes. So FULL is set here, after its initialisation, and looked at.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try assertSafe(database)
      }
      return pool
    }
  }

  /// Looks at what the writer's promises rest on; throws `misuse` if one of them is not so.
  static func assertSafe(_ database: Database) throws {
    // Rows are counted while they change: see `Ledger`.
    guard sqlite3_compileoption_used("ENABLE_PREUPDATE_HOOK") == 1 else {
      throw StoreError(.misuse, "this SQLite does not tell of changes before they happen")
    }
    let expected: [(String, String)] = [
      ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"), ("trusted_schema", "0"),
      ("cell_size_check", "1"), ("secure_delete", "1"),
    ]
    for (name, value) in expected {
      let found = try Row.fetchOne(database, sql: "PRAGMA \(name)").map { $0[0] as DatabaseValue }
      let text: String =
        switch found?.storage {
        case .int64(let number): "\(number)"
        case .string(let text): text
        case .null, .double, .blob, nil: ""
        }
      guard text == value else { throw StoreError(.misuse, "PRAGMA \(name) is \(text), not \(value)") }
    }
  }
}
