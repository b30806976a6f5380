import BankumModel
import BankumStore

/// Counts the alarms of the house or of one partner.
struct AlarmCount {
  private let reading: Reading
  private let partner: Partner.ID?
  private let today: CivilDate
  private let rules: RuleTable
  private let calendar: WorkingCalendar

  init(_ reading: Reading, _ partner: Partner.ID?, _ today: CivilDate) throws {
    // Status is asked when something is wrong: a damaged row takes nothing down but itself.
    reading.leaveOutDamage()
    self.reading = reading
    self.partner = partner
    self.today = today
    rules = try reading.rules()
    calendar = try reading.calendar()
  }

  func counts() throws -> [AlarmKind: Int] {
    var counts: [AlarmKind: Int] = [:]
    counts[.sessionUnreported] = try reading.list(Filter<Session>.state(.unreported)).count { isOwn($0.partner) }
    do {
      let bands = try bands()
      counts[.overstay] = bands.count { $0 == .overstay }
      counts[.termExpiring] = bands.count { $0 == .firstNotice || $0 == .secondNotice }
      counts[.availabilityStale] = try stale()
      counts[.answerLate] = try late()
      counts[.telephoneList] = try unread()
      counts[.credentialsLapsing] = try lapsing()
      // What the house has to confirm is no partner's affair.
      counts[.rulesUnconfirmed] = partner == nil ? rules.unconfirmed(on: today).count : 0
    } catch is ModelError {
      // Status is asked when something is wrong: it says what, and answers with the rest.
      counts[.calendarMissing] = 1
    }
    // How much of the register is damaged is no partner's affair.
    if partner == nil { counts[.damage] = reading.damage.count }
    return counts
  }

  private func isOwn(_ other: Partner.ID) -> Bool { partner == nil || other == partner }

  /// The bands of everybody here, or of the partner's clients.
  private func bands() throws -> [DetentionBand] {
    let people =
      try partner.map { try reading.list(Filter<Inmate>.clients(of: $0)) } ?? reading.list(Filter<Inmate>.plannable)
    guard !people.isEmpty else { return [] }
    let clock = try DetentionClock(rules: rules, on: today)
    let terms: [Inmate.ID: [DetentionTerm]]
    let absences: [Inmate.ID: [Absence]]
    if partner == nil {
      terms = Dictionary(grouping: try reading.all(DetentionTerm.self), by: \.inmate)
      absences = Dictionary(grouping: try reading.all(Absence.self), by: \.inmate)
    } else {
      terms = Dictionary(
        grouping: try people.flatMap { try reading.list(Filter<DetentionTerm>.of($0.id)) }, by: \.inmate)
      absences = Dictionary(
        grouping: try people.flatMap { try reading.list(Filter<Absence>.of($0.id)) }, by: \.inmate)
    }
    return people.map { inmate in
      clock.status(
        isDetainee: inmate.isDetainee, terms: terms[inmate.id] ?? [],
        suspensions: (absences[inmate.id] ?? []).compactMap(\.suspension), on: today
      ).band
    }
  }

  /// Requests that a partner has not checked or answered in time.
  private func late() throws -> Int {
    let held =
      try partner.map { try reading.list(Filter<Request>.openHeld(by: $0)) }
      ?? reading.list(Filter<Request>.states([.offered]))
    let offers = held.filter { $0.state == .offered }.compactMap(\.offer)
    guard !offers.isEmpty else { return 0 }
    let clock = try AnswerClock(rules: rules, on: today)
    return try offers.count { offer in
      let state = try offer.state(clock, calendar: calendar, on: today)
      // A check that did not come costs the partner its time, not more: it counts as complete.
      if case .answering(_, presumed: true) = state { return true }
      return try clock.workingDaysLate(state, calendar: calendar, on: today) > 0
    }
  }

  /// Advocates of whom hours that still run were not confirmed for too long.
  private func stale() throws -> Int {
    let own = Set(try reading.all(Advocate.self).filter { isOwn($0.partner) }.map(\.id))
    let running = try reading.all(Availability.self).filter { entry in
      own.contains(entry.advocate) && (entry.days.last.map { $0 >= today } ?? true)
    }
    guard !running.isEmpty else { return 0 }
    let fresh = try rules.integer(.availabilityFreshDays, on: today)
    return Set(running.filter { $0.isStale(on: today, freshDays: fresh) }.map(\.advocate)).count
  }

  /// Partners and their people with a credential that has lapsed or will soon; who has left long ago is no matter any more.
  private func lapsing() throws -> Int {
    let days = try rules.integer(.lapseWarningDays, on: today)
    func isConcerned(_ status: CredentialStatus) -> Bool { !status.isGood || !status.lapsing.isEmpty }
    let partners = try reading.all(Partner.self).filter { isOwn($0.id) }
    let advocates = try reading.all(Advocate.self).filter { advocate in
      isOwn(advocate.partner) && advocate.employment.last.map { $0 >= today } ?? true
    }
    return partners.count { isConcerned($0.credentialStatus(on: today, warningDays: days)) }
      + advocates.count { isConcerned($0.credentialStatus(on: today, warningDays: days)) }
  }

  /// Unacknowledged notices of meetings and events that begin within the telephone's time.
  private func unread() throws -> Int {
    let notices = try reading.list(Filter<Notice>.open).filter { isOwn($0.partner) }
    guard !notices.isEmpty else { return 0 }
    let days = try rules.integer(.telephoneWorkingDays, on: today)
    let last = try calendar.addingWorkingDays(max(1, days), to: today)
    return try notices.count { notice in
      let date: CivilDate? =
        switch notice.subject {
        case .session(let id): try reading.countable(id)?.date
        case .request: nil
        case .education(let id): try reading.countable(id)?.date
        }
      return date.map { $0 >= today && $0 <= last } ?? false
    }
  }
}
