import BankumModel
import BankumPlanning
import BankumStore

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

  /// How many minutes of certified class the meetings of four weeks took from each trainee.
  mutating func countMissedClass(_ meetings: [Session]) {
    let certified = Dictionary(
      training.filter { $0.kind == .certified }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let programmes = Dictionary(
      inmates.map { ($0.id, $0.training.compactMap { certified[$0] }) }, uniquingKeysWith: { first, _ in first })
    for meeting in meetings where meeting.state.isMeeting {
      for programme in programmes[meeting.inmate] ?? [] {
        let missed = programme.timetable.filter {
          $0.weekday == meeting.date.weekday && $0.days.contains(meeting.date)
        }.reduce(0) { sum, hours in
          let start = max(hours.hours.start.minutes, meeting.hours.start.minutes)
          return sum + max(0, min(hours.hours.end.minutes, meeting.hours.end.minutes) - start)
        }
        if missed > 0 { missedClassMinutes[meeting.inmate, default: 0] += missed }
      }
    }
  }

  /// How often each partner's advocates did not come.
  mutating func countNoShows(_ meetings: [Session]) {
    for meeting in meetings where meeting.state == .noShowAdvocate {
      advocateNoShows[meeting.partner, default: 0] += 1
    }
  }
}

extension Reading {
  /// The facts as of this moment, with the register's number that they belong to.
  func houseFacts(at now: CivilTime) throws -> (facts: HouseFacts, sequence: Int64) {
    let today = now.date
    let snapshot = try snapshot(from: today)
    var facts = try HouseFacts(snapshot, now: now)
    let fourWeeks = DateRange(first: today.adding(days: -28), days: 28)
    facts.countMissedClass(try list(.between(fourWeeks)))
    let window = try facts.rules.integer(.fairnessWindowDays, on: today)
    facts.countNoShows(try list(.between(DateRange(first: today.adding(days: -window), days: max(1, window)))))
    return (facts, snapshot.sequence)
  }
}
