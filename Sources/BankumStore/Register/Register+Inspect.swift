import CSQLite
import GRDB

extension Register {
  /// Reads all of a register that nobody has open, and changes nothing: what is damaged, and the number of the last write.
  ///
  /// Refused like `open`; one of an older version as `unusable`, because only `open` brings it up to date.
  package static func inspect(
    in folder: String, keys ring: KeyRing
  ) throws(StoreError) -> (sequence: Int64, damage: [Damage]) {
    let path = folder + "/" + fileName
    let start = try FileBytes.read(path, limit: 100)
    guard let start, start.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreError(.corrupted, "\(fileName) is not a database")
    }
    let pool = try Connections.open(path)
    do {
      let found = try pool.writeWithoutTransaction { database in
        _ = bankum_sqlite_keep_log(database.sqliteConnection)
        let version = try Schema.version(of: database)
        guard version <= Schema.current else { throw Schema.newer(version) }
        guard version == Schema.current else {
          throw StoreError(.unusable, "its tables are of version \(version): the next start brings them up to date")
        }
        let (sequence, head) = try end(of: database, version, ring)
        try requireWitness(
          HeadFile.read(in: folder, ring: ring, takesFirst: false), sequence: sequence, head: head)
        return (sequence, try Reading(database, ring: ring).check())
      }
      try pool.close()
      return found
    } catch {
      try? pool.close()
      throw StoreError(error)
    }
  }
}
