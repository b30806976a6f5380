import BankumModel
import GRDB

extension Reading {
  /// Looks at everything: the file's structure, references, what was signed of each table, every record, the rows that
  /// follow from records, what was taken by triggers, the audit log. Empty if all is well; otherwise what is damaged, by
  /// kind and id, without anything personal. Reads the whole database.
  package func check() throws(StoreError) -> [Damage] {
    var faults = try sqlite {
      try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    }.map { Damage("file", nil, .unreadable($0)) }
    faults += try missing()
    if let state = try RegisterState.read(in: database), state.isSigned(by: ring) {
      faults += try state.tally.faults(in: database, ring: ring, isStart: false)
    } else {
      faults.append(Damage("register_state", nil, .unreadable("not signed by a key of the ring")))
    }
    for kind in StoredKinds.all { faults += try records(of: kind) }
    let answers = try AnsweredCalls.damaged(in: database, ring: ring)
    if answers > 0 {
      faults.append(Damage("answered_call", nil, .unreadable("\(answers) answers do not fit their codes")))
    }
    faults += try takenTime()
    faults += try contactFaults()
    let verdict = try verifyAudit()
    if let fault = verdict.fault { faults.append(Damage("audit", nil, .contradicting("\(fault)"))) }
    return faults
  }

  /// References to nothing, by what is missing.
  private func missing() throws(StoreError) -> [Damage] {
    let rows = try sqlite { try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") }
    var faults: Set<Damage> = []
    for row in rows {
      let (table, parent): (String, String) = (row[0], row[2])
      let (owner, number): (Int64?, Int64) = (row[1], row[3])
      var name: String?
      if let owner {
        var column: String?
        try eachRow("SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ?", [.text(table), .integer(number)]) {
          if case .text(let text) = $0.field(0) { column = text }
        }
        if let column {
          try eachRow("SELECT \(column) FROM \(table) WHERE rowid = ?", [.integer(owner)]) {
            name = StoredKinds.name(of: parent, row: $0.integer(0))
          }
        }
      }
      faults.insert(Damage(parent, name, .missing))
    }
    return faults.sorted { ($0.kind, $0.id ?? "") < ($1.kind, $1.id ?? "") }
  }

  /// Every record of a kind, one by one, so that one that is damaged hides no other; and its links.
  private func records<Value: Stored>(of type: Value.Type) throws(StoreError) -> [Damage] {
    var ids: [Int64] = []
    var faults: [Damage] = []
    let table = type.table
    do throws(StoreError) {
      try eachRow("SELECT id FROM \(table.name) NOT INDEXED", []) { ids.append($0.integer(0)) }
    } catch {
      faults.append(error.damage ?? Damage(table.name, nil, .unreadable(error.detail)))
    }
    for id in ids {
      let name = type.name(ofRow: id)
      do throws(StoreError) {
        let found: [Value] = try rows(" WHERE id = ?", [.integer(id)])
        guard let value = found.first else {
          faults.append(Damage(table.name, name, .missing))
          continue
        }
        let problems = value.problems
        if !problems.isEmpty { faults.append(Damage(table.name, name, .unsound(problems.map(\.place)))) }
        try faults += linkFaults(of: value, row: id)
      } catch {
        faults.append(error.damage ?? Damage(table.name, name, .unreadable(error.detail)))
      }
    }
    return faults
  }

  /// Whether the rows that belong to a row say what the row says.
  private func linkFaults<Value: Stored>(of value: Value, row: Int64) throws(StoreError) -> [Damage] {
    let table = Value.table
    guard !table.links.isEmpty else { return [] }
    var record = RecordWriter(ring: ring)
    value.write(to: &record)
    var faults: [Damage] = []
    for (link, expected) in zip(table.links, record.links) {
      var found: [[Field]] = []
      try eachRow(
        "SELECT \(link.columns.joined(separator: ", ")) FROM \(link.name) WHERE owner = ? ORDER BY position",
        [.integer(row)]
      ) { found.append($0.allFields) }
      if found != expected, !(try isBlind(link, found, value)) {
        faults.append(
          Damage(table.name, Value.name(ofRow: row), .contradicting("\(link.name) does not say what the record says")))
      }
    }
    return faults
  }

  /// Whether keyed hashes are those of an earlier key: a row keeps its own until it is written again.
  private func isBlind<Value: Stored>(
    _ link: Table.Link, _ found: [[Field]], _ value: Value
  ) throws(StoreError) -> Bool {
    guard link.columns == ["blind"], let place = Value.table.links.firstIndex(where: { $0.name == link.name }) else {
      return false
    }
    for id in ring.ids {
      var record = RecordWriter(ring: try ring.only(id))
      value.write(to: &record)
      if record.links[place] == found { return true }
    }
    return false
  }

  /// What is taken against what the planned meetings and events say.
  private func takenTime() throws(StoreError) -> [Damage] {
    var faults: [Damage] = []
    let planned = "state IN ('draft', 'offered', 'confirmed')"
    let coming = "state IN ('proposed', 'confirmed')"
    let steps = "JOIN step ON step.number >= start_minute / 5 AND step.number < (end_minute + 4) / 5"
    let events: [(String, String)] = [
      ("room", "education_event"), ("advocate", "education_event JOIN education_advocate ON owner = id"),
      ("inmate", "education_event JOIN education_participant ON owner = id"),
    ]
    for (subject, source) in events {
      let expected = """
        SELECT state = 'draft', \(subject), day, step.number, session.id FROM session \(steps)
        WHERE \(planned) AND \(subject) IS NOT NULL
        UNION ALL SELECT 0, \(subject), day, step.number, id FROM \(source) \(steps) WHERE \(coming)
        """
      let found = "SELECT layer, subject, day, step, holder FROM \(subject)_time"
      let difference = try integer(
        "SELECT (SELECT count(*) FROM (\(expected) EXCEPT \(found))) + (SELECT count(*) FROM (\(found) EXCEPT "
          + "SELECT * FROM (\(expected))))", [])
      if difference != 0 {
        faults.append(
          Damage("\(subject)_time", nil, .contradicting("\(difference) steps are not those of the meetings")))
      }
    }
    return faults
  }

  /// Who has met whom, against the meetings.
  private func contactFaults() throws(StoreError) -> [Damage] {
    let expected = """
      SELECT inmate, partner, advocate, count(*), max(day) FROM session WHERE state IN ('held', 'cutShort')
      GROUP BY inmate, partner, advocate
      """
    let found = "SELECT inmate, partner, advocate, meetings, last_day FROM contact"
    let difference = try integer(
      "SELECT (SELECT count(*) FROM (\(expected) EXCEPT \(found))) + (SELECT count(*) FROM (\(found) EXCEPT "
        + "SELECT * FROM (\(expected))))", [])
    return difference == 0
      ? [] : [Damage("contact", nil, .contradicting("\(difference) rows are not those of the meetings"))]
  }
}
