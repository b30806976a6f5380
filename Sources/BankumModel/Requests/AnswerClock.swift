/// The clock of a partner's answer: one working day to check an application, three to answer once it is complete.
///
/// Source: UU 16/2011 Art 15 and the service standards of the ministry's regional offices. A check that finds
/// something missing stops the clock until it is supplied; the day of supply starts a new check. A partner that does
/// not check at all cannot win time by it: the application then counts as complete on the last day of the check.
package struct AnswerClock: Hashable, Sendable {
  /// What happened to the application, each on its day.
  package enum Event: Hashable, Sendable {
    /// The partner found it complete.
    case complete(CivilDate)
    /// The partner found something missing.
    case incomplete(CivilDate)
    /// What was missing has been handed in.
    case supplied(CivilDate)
    /// The partner accepted or refused in writing.
    case answered(CivilDate)
  }

  /// Where the clock stands.
  package enum State: Hashable, Sendable {
    /// The partner has to check by this day.
    case checking(due: CivilDate)
    /// The partner has to answer by this day. `presumed`: nobody checked in time.
    case answering(due: CivilDate, presumed: Bool)
    /// Something is missing since this day; nothing is due.
    case stopped(since: CivilDate)
    /// Answered on this day, so many working days late.
    case answered(on: CivilDate, workingDaysLate: Int)
  }

  /// Working days to check.
  package let checkWorkingDays: Int
  /// Working days to answer.
  package let answerWorkingDays: Int

  /// A clock with these periods.
  package init(checkWorkingDays: Int, answerWorkingDays: Int) {
    self.checkWorkingDays = checkWorkingDays
    self.answerWorkingDays = answerWorkingDays
  }

  /// The clock that the rules of a day describe. Throws `ruleMissing`.
  package init(rules: RuleTable, on date: CivilDate) throws(ModelError) {
    self.init(
      checkWorkingDays: try rules.integer(.checkWorkingDays, on: date),
      answerWorkingDays: try rules.integer(.answerWorkingDays, on: date))
  }

  /// Where the clock stands on a day, for an offer and what happened since, in order.
  ///
  /// Events after an answer do not count. Throws `calendarYearMissing`.
  package func state(
    offeredOn: CivilDate, events: [Event], calendar: WorkingCalendar, on today: CivilDate
  ) throws(ModelError) -> State {
    var state = State.checking(due: try calendar.addingWorkingDays(checkWorkingDays, to: offeredOn))
    for event in events {
      switch event {
      case .complete(let date):
        // A second "complete" does not give the partner new days.
        if case .answering(_, presumed: false) = state { continue }
        let due = try calendar.addingWorkingDays(answerWorkingDays, to: date)
        // Nor does a check that comes late.
        let latest = try presumedDue(state, calendar)
        state = .answering(due: min(due, latest ?? due), presumed: false)
      case .incomplete(let date):
        state = .stopped(since: date)
      case .supplied(let date):
        guard case .stopped = state else { continue }
        state = .checking(due: try calendar.addingWorkingDays(checkWorkingDays, to: date))
      case .answered(let date):
        let due = try presumedDue(state, calendar)
        let late = if let due { try calendar.workingDays(after: due, through: date) } else { 0 }
        return .answered(on: date, workingDaysLate: late)
      }
    }
    if case .checking(let due) = state, today > due, let answerDue = try presumedDue(state, calendar) {
      return .answering(due: answerDue, presumed: true)
    }
    return state
  }

  /// Working days by which the partner is late on a day: 0 while in time, stopped, or answered in time; for an answer
  /// that came late how late it was. Throws `calendarYearMissing`.
  package func workingDaysLate(
    _ state: State, calendar: WorkingCalendar, on today: CivilDate
  ) throws(ModelError) -> Int {
    switch state {
    case .checking(let due), .answering(let due, _): try calendar.workingDays(after: due, through: today)
    case .stopped: 0
    case .answered(_, let late): late
    }
  }

  /// Whether the partner was silent too long: the offer lapses, the partner is left out and the request offered anew.
  package static func hasLapsed(_ state: State, on today: CivilDate) -> Bool {
    if case .answering(let due, _) = state { today > due } else { false }
  }

  /// The day by which an answer is due if nothing more happens; nil while stopped or answered.
  private func presumedDue(_ state: State, _ calendar: WorkingCalendar) throws(ModelError) -> CivilDate? {
    switch state {
    case .checking(let due): try calendar.addingWorkingDays(answerWorkingDays, to: due)
    case .answering(let due, _): due
    case .stopped, .answered: nil
    }
  }
}
