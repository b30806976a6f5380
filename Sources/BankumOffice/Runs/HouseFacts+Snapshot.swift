package import BankumModel
package import BankumPlanning
package import BankumStore

extension HouseFacts {
  /// What a run rests on, from the register as of one moment. Drafts are left out: a run replaces them.
  init(_ snapshot: Snapshot, now: CivilTime) throws(ModelError) {
    self.init(now: now, rules: snapshot.rules, calendar: snapshot.calendar)
    inmates = snapshot.inmates
    absences = snapshot.absences
    terms = snapshot.terms
    hearings = snapshot.hearings
    cases = snapshot.cases
    requests = snapshot.requests
    partners = snapshot.partners
    advocates = snapshot.advocates
    availability = snapshot.availability
    rooms = snapshot.rooms
    blocks = snapshot.blocks
    keepApart = snapshot.keepApart
    mandates = snapshot.mandates
    training = snapshot.programmes
    education = snapshot.education
    sessions = snapshot.sessions.filter { $0.state != .draft && $0.state != .cancelled }
    encounters = snapshot.contacts.map {
      Encounter(inmate: $0.inmate, partner: $0.partner, advocate: $0.advocate, lastOn: $0.lastOn)
    }
    reportedConflicts = snapshot.reportedConflicts
    conflictOverrides = snapshot.overrides
  }
}

extension Reading {
  /// The facts as of this moment, with the register's number that they belong to.
  package func houseFacts(at now: CivilTime) throws -> (facts: HouseFacts, sequence: Int64) {
    let snapshot = try snapshot(from: now.date)
    var facts = try HouseFacts(snapshot, now: now)
    try countHistory(of: &facts)
    return (facts, snapshot.sequence)
  }

  /// Counts what meetings and events of the weeks before today mean for facts that are filled in.
  func countHistory(of facts: inout HouseFacts) throws {
    let today = facts.today
    let fourWeeks = DateRange(first: today.adding(days: -28), days: 28)
    try facts.countMissedClass(try list(.between(fourWeeks)), try list(.between(fourWeeks)))
    let window = try facts.rules.integer(.fairnessWindowDays, on: today)
    facts.countFairness(try list(.between(DateRange(first: today.adding(days: -window), days: max(1, window)))))
  }
}
