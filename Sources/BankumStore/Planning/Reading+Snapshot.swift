package import BankumModel

extension Reading {
  /// Everything that a run from this day on needs. Nothing is put into the audit log: the run does that.
  /// - old: A snapshot from the same day on, of an earlier moment: what no write since has touched is taken from it.
  /// - changes: What the writes since changed; nil when that is not known, then everything is read.
  package func snapshot(
    from date: CivilDate, renewing old: Snapshot? = nil, _ changes: RegisterChanges? = nil
  ) throws(StoreError) -> Snapshot {
    // What an import is taken back of is not told apart by tables.
    let known = changes.flatMap { $0.touch(ImportBatch.self) ? nil : $0 }
    let old = old?.from == date && known != nil ? old : nil
    func kept<Part>(
      _ path: KeyPath<Snapshot, Part>, _ kinds: [any Stored.Type], _ read: () throws(StoreError) -> Part
    ) throws(StoreError) -> Part {
      if let old, let known, !kinds.contains(where: { known.touch($0) }) { return old[keyPath: path] }
      return try read()
    }
    // Weekly limits count from Monday, and a start in the middle of a week needs the whole of it.
    let since = date.adding(days: 1 - date.weekday.isoNumber - 7)
    let here = "inmate IN (SELECT id FROM inmate WHERE presence IN ('present', 'missing'))"
    var snapshot = Snapshot(sequence: try sequence(), from: date, calendar: try calendar(), rules: try rules())
    // Large, and sealed: read only when they were touched. The rest is small.
    snapshot.inmates = try kept(\.inmates, [Inmate.self]) { () throws(StoreError) in try list(.plannable) }
    snapshot.cases = try kept(\.cases, [CaseFile.self]) { () throws(StoreError) in try all() }
    snapshot.terms = try kept(\.terms, [DetentionTerm.self, Inmate.self]) { () throws(StoreError) in
      try list(Filter(here, order: "inmate, first_day, last_day, id"))
    }
    snapshot.hearings = try kept(\.hearings, [Hearing.self]) { () throws(StoreError) in
      try list(Filter("day >= ? AND status <> 'cancelled'", [.day(date)], order: "inmate, day, id"))
    }
    snapshot.absences = try kept(\.absences, [Absence.self, Inmate.self]) { () throws(StoreError) in
      try list(Filter(here, order: "inmate, first_day, id"))
    }
    snapshot.keepApart = try list(Filter("last_day IS NULL OR last_day >= ?", [.day(date)]))
    snapshot.mandates = try kept(\.mandates, [Mandate.self]) { () throws(StoreError) in try all() }
    snapshot.requests = try kept(\.requests, [Request.self]) { () throws(StoreError) in try list(.open) }
    snapshot.sessions = try kept(\.sessions, [Session.self]) { () throws(StoreError) in
      try list(.planned) + list(.over(since: since))
    }
    snapshot.education = try list(Filter("day >= ? AND state <> 'cancelled'", [.day(since)], order: "day, id"))
    snapshot.contacts = try kept(\.contacts, [Session.self]) { () throws(StoreError) in try contacts() }
    snapshot.reportedConflicts = try all()
    snapshot.overrides = try all()
    snapshot.partners = try all()
    snapshot.advocates = try all()
    snapshot.availability = try all()
    snapshot.rooms = try all()
    snapshot.blocks = try all()
    snapshot.programmes = try all()
    try requireReferences(of: snapshot)
    return snapshot
  }

  /// Whoever and whatever the facts refer to has to be there: a run that leaves out a request because its row of an inmate
  /// is gone would be silent. Throws `corrupted` with the first that is not.
  private func requireReferences(of snapshot: Snapshot) throws(StoreError) {
    func require<Value: Stored & Entity>(
      _ ids: [Identifier<Value>], among known: [Value]
    ) throws(StoreError) {
      // Those that are not among the facts are few: people who have left, whose meetings still count.
      for id in Set(ids).subtracting(known.map(\.id)) { _ = try required(id) }
    }
    let (requests, sessions, education) = (snapshot.requests, snapshot.sessions, snapshot.education)
    try require(
      requests.map(\.inmate) + sessions.map(\.inmate) + education.flatMap(\.participants)
        + snapshot.terms.map(\.inmate),
      among: snapshot.inmates)
    try require(
      requests.compactMap { $0.offer?.partner } + sessions.map(\.partner) + snapshot.advocates.map(\.partner)
        + snapshot.mandates.map(\.partner), among: snapshot.partners)
    try require(
      sessions.map(\.advocate) + education.flatMap(\.advocates) + snapshot.availability.map(\.advocate)
        + snapshot.mandates.map(\.advocate), among: snapshot.advocates)
    try require(sessions.compactMap(\.room) + education.map(\.room), among: snapshot.rooms)
    try require(requests.compactMap(\.caseFile) + snapshot.terms.compactMap(\.caseFile), among: snapshot.cases)
    try require(snapshot.inmates.compactMap(\.block), among: snapshot.blocks)
  }

  /// The working calendar: holidays of the loaded years, weekly hours, decisions in their order.
  package func calendar() throws(StoreError) -> WorkingCalendar {
    let hours: [WeekdayHours] = try all()
    return WorkingCalendar(
      years: Set(try all(HolidayYear.self).map(\.year)), holidays: try all(),
      weeklyHours: Dictionary(hours.map { ($0.weekday, $0.hours) }, uniquingKeysWith: { first, _ in first }),
      decisions: try all())
  }

  /// The rules, in the order in which they were added.
  package func rules() throws(StoreError) -> RuleTable {
    do { return try RuleTable(try all()) } catch let error as ModelError {
      throw StoreError(.corrupted, "rules that are not sound", problems: error.problems)
    } catch {
      throw StoreError(error)
    }
  }

  /// The keys of which there is a rule.
  package func ruleKeys() throws(StoreError) -> Set<RuleKey> {
    var keys: Set<RuleKey> = []
    try eachRow("SELECT DISTINCT key FROM rule", []) { row in
      if case .text(let key) = row.field(0) { keys.insert(RuleKey(key)) }
    }
    return keys
  }

  /// Who has met whom, in the order of ids.
  package func contacts() throws(StoreError) -> [Contact] { try contacts("", []) }

  /// Who has met somebody.
  package func contacts(of inmate: Inmate.ID) throws(StoreError) -> [Contact] {
    try contacts(" WHERE inmate = ?", [.id(inmate)])
  }

  private func contacts(_ clause: String, _ arguments: [Field]) throws(StoreError) -> [Contact] {
    var contacts: [Contact] = []
    try eachRow(
      "SELECT inmate, partner, advocate, meetings, last_day FROM contact\(clause) ORDER BY inmate, partner, advocate",
      arguments
    ) { row throws(StoreError) in
      var reader = FieldReader(row.fields(5))
      contacts.append(
        Contact(
          inmate: try reader.id(), partner: try reader.id(), advocate: try reader.id(), meetings: try reader.int(),
          lastOn: try reader.date()))
    }
    return contacts
  }
}
