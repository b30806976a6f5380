import GRDB

/// By which keys the register was written: a check value for each, so that a wrong key is told from damage.
enum KeyCheck {
  /// Throws `wrongKey` if a key of the ring has the number of another key that wrote here.
  static func verify(_ ring: KeyRing, in database: Database) throws(StoreError) {
    try PreparedStatement("SELECT id, value FROM key_check", in: database).run([]) { row throws(StoreError) in
      guard let id = UInt32(exactly: row.integer(0)), let key = ring.key(id) else { return }
      guard row.field(1) == .bytes(key.checkValue) else {
        throw StoreError(.wrongKey, "key \(id) is not the key \(id) that this register was written with")
      }
    }
  }

  /// Keeps the check value of the key in use; whether it was new.
  @discardableResult
  static func note(_ ring: KeyRing, in database: Database) throws(StoreError) -> Bool {
    try PreparedStatement("INSERT OR IGNORE INTO key_check (id, value) VALUES (?, ?)", in: database)
      .run([.integer(Int64(ring.current.id)), .bytes(ring.current.checkValue)])
    return database.changesCount > 0
  }

  /// Whether the key in use is known.
  static func isNoted(_ ring: KeyRing, in database: Database) throws(StoreError) -> Bool {
    var isNoted = false
    try PreparedStatement("SELECT 1 FROM key_check WHERE id = ?", in: database)
      .run([.integer(Int64(ring.current.id))]) { _ in isNoted = true }
    return isNoted
  }
}
