import GRDB

extension RegisterTally {
  /// Tables with more rows than this are counted at start, and summed by the check of everything.
  private static let summedAtStart = 400

  /// What the tables hold now; reads all of them.
  static func counted(in database: Database, ring: KeyRing) throws(StoreError) -> RegisterTally {
    var tally = RegisterTally(key: ring.current.id, names: try TableSummation.counted(in: database))
    for (place, table) in tally.tables.enumerated() {
      tally.tables[place] = try TableSummation.of(table.name).sum(over: table.name, key: ring.current, in: database)
    }
    return tally
  }

  /// The tables that do not hold what was signed. At start only small tables are summed: all others are counted.
  func faults(in database: Database, ring: KeyRing, isStart: Bool) throws(StoreError) -> [Damage] {
    guard let key = ring.key(key) else { throw StoreError(.keyMissing, "rows are summed under key \(key)") }
    var faults: [Damage] = []
    for table in tables {
      do throws(StoreError) {
        let summation = TableSummation.of(table.name)
        if summation == .count || isStart && table.rows > Self.summedAtStart {
          let rows = try TableSummation.count(table.name, in: database)
          if rows != table.rows { faults.append(Damage(table.name, nil, .count(found: rows, expected: table.rows))) }
        } else {
          let found = try summation.sum(over: table.name, key: key, in: database)
          if found.rows != table.rows {
            faults.append(Damage(table.name, nil, .count(found: found.rows, expected: table.rows)))
          } else if found != table {
            faults.append(Damage(table.name, nil, .exchanged))
          }
        }
      } catch {
        guard error.code == .corrupted || error.code == .misuse else { throw error }
        // A page that cannot be read, or a table that is not there.
        faults.append(Damage(table.name, nil, .unreadable(error.detail)))
      }
    }
    return faults
  }
}
