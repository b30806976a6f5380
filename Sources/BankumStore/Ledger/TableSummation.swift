import CSQLite
import GRDB

/// How the rows of a table enter its sum.
enum TableSummation: Equatable {
  /// By the tag at the end of the body, the column with this number.
  case tag(column: Int)
  /// By a code over all columns.
  case columns
  /// They are only counted: what stands in them follows from other rows, and the check of everything compares.
  case count

  /// Tables that are not counted: the audit log and its look-up have a chain of their own, a key check value speaks for
  /// itself, and the state holds the counts.
  static let uncounted: Set<String> = ["audit", "audit_target", "key_check", "register_state"]

  private static let derived: Set<String> = [
    "inmate_time", "advocate_time", "room_time", "contact", "step",
  ]
  private static let links = Set(StoredKinds.links)
  private static let bodies = Dictionary(
    StoredKinds.all.map { ($0.table.name, $0.table.columnCount + 1) }, uniquingKeysWith: { first, _ in first })

  /// How the rows of a table are summed.
  static func of(_ table: String) -> TableSummation {
    if let column = bodies[table] { return .tag(column: column) }
    return derived.contains(table) || links.contains(table) ? .count : .columns
  }

  /// The tables that are counted.
  static func counted(in database: Database) throws(StoreError) -> [String] {
    var names: [String] = []
    try PreparedStatement("SELECT name FROM sqlite_schema WHERE type = 'table'", in: database)
      .run([]) { row throws(StoreError) in
        guard case .text(let name) = row.field(0) else { return }
        if !name.hasPrefix("sqlite_"), !uncounted.contains(name) { names.append(name) }
      }
    return names
  }

  /// The sum over a table as it is now; reads all of it.
  func sum(over table: String, key: SealingKey, in database: Database) throws(StoreError) -> RegisterTally.Table {
    var sum = RegisterTally.Table(table)
    switch self {
    case .tag:
      try PreparedStatement("SELECT body FROM \(table) NOT INDEXED", in: database).run([]) { row in
        sum.add(RegisterTally.Summand(row.bytes(0)))
      }
    case .columns:
      try PreparedStatement("SELECT * FROM \(table)", in: database).run([]) { row in
        var bytes = Array(table.utf8)
        for field in row.allFields { FieldBytes.append(field, to: &bytes) }
        sum.add(RegisterTally.Summand(key.summand(of: bytes)))
      }
    case .count:
      for _ in 0..<(try Self.count(table, in: database)) { sum.add(.none) }
    }
    return sum
  }

  /// How many rows a table has; walks the table itself, not an index.
  static func count(_ table: String, in database: Database) throws(StoreError) -> Int64 {
    var count: Int64 = 0
    try PreparedStatement("SELECT count(*) FROM \(table) NOT INDEXED", in: database).run([]) { count = $0.integer(0) }
    return count
  }
}
