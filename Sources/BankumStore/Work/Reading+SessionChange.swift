package import BankumModel

extension Reading {
  /// What became of published meetings after a version of the schedule was published, in order: by later versions and
  /// by hand. After version 0: everything.
  package func changes(sinceVersion version: Int) throws(StoreError) -> [SessionChange] {
    var (mark, sequence): (Int64, Int64) = (0, -1)
    try eachRow("SELECT id, sequence FROM session_change WHERE version = ?", [.integer(Int64(version))]) { row in
      (mark, sequence) = (row.integer(0), row.integer(1))
    }
    var found: [SessionChange] = []
    try eachRow(
      """
      SELECT session, was_published, day, start_minute, advocate FROM session_change
      WHERE id > ? AND sequence > ? AND session IS NOT NULL ORDER BY id
      """, [.integer(mark), .integer(sequence)]
    ) { row throws(StoreError) in
      var reader = FieldReader(row.fields(5))
      let session: Session.ID = try reader.id()
      guard try reader.bool() else {
        found.append(SessionChange(session: session, before: nil))
        return
      }
      found.append(
        SessionChange(
          session: session,
          before: SessionChange.Place(start: try reader.civilTime(), advocate: try reader.id())))
    }
    return found
  }

  /// How often a meeting has changed since it was published.
  package func changeCount(of session: Session.ID) throws(StoreError) -> Int {
    try integer(
      "SELECT count(*) FROM session_change WHERE session = ? AND was_published = 1", [.integer(Int64(session.bits))])
  }
}
