package import BankumModel

extension Reading {
  /// Everything that a run from this day on needs. Nothing is put into the audit log: the run does that.
  package func snapshot(from date: CivilDate) throws(StoreError) -> Snapshot {
    // Weekly limits count from Monday, and a start in the middle of a week needs the whole of it.
    let since = date.adding(days: 1 - date.weekday.isoNumber - 7)
    let here = "inmate IN (SELECT id FROM inmate WHERE presence IN ('present', 'missing'))"
    var snapshot = Snapshot(sequence: try sequence(), from: date, calendar: try calendar(), rules: try rules())
    snapshot.inmates = try list(.plannable)
    snapshot.cases = try all()
    snapshot.terms = try list(Filter(here, order: "inmate, first_day, last_day, id"))
    snapshot.hearings = try list(
      Filter("day >= ? AND status <> 'cancelled'", [.day(date)], order: "inmate, day, id"))
    snapshot.absences = try list(Filter(here, order: "inmate, first_day, id"))
    snapshot.keepApart = try list(Filter("last_day IS NULL OR last_day >= ?", [.day(date)]))
    snapshot.mandates = try all()
    snapshot.requests = try list(.open)
    snapshot.sessions = try list(.planned) + list(.over(since: since))
    snapshot.education = try list(Filter("day >= ? AND state <> 'cancelled'", [.day(since)], order: "day, id"))
    snapshot.contacts = try contacts()
    snapshot.reportedConflicts = try all()
    snapshot.overrides = try all()
    snapshot.partners = try all()
    snapshot.advocates = try all()
    snapshot.availability = try all()
    snapshot.rooms = try all()
    snapshot.blocks = try all()
    snapshot.programmes = try all()
    return snapshot
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
