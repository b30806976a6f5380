extension WorkingCalendar {
  /// The hours in which the house receives counsel on the day; closed is an answer.
  ///
  /// An ordinary day has the hours of its weekday. A holiday, or a day that a national decision closed, has none. Then
  /// the house's decisions speak, oldest first: each works on what the earlier ones left. Throws `calendarYearMissing`.
  package func openingHours(on date: CivilDate) throws(ModelError) -> OpeningHours {
    try requireYears(of: DateRange(date))
    var ordinary = weeklyHours[date.weekday] ?? .closed
    let isFree = Self.isFree(date, holiday: holiday(on: date), decisions: decisions)
    var hours = isFree ? .closed : ordinary
    for decision in decisions where decision.scope == .house && decision.concerns(date) {
      switch decision.effect {
      case .close(nil): hours = .closed
      case .close(let range?): hours = hours.subtracting([range])
      case .open(let given): hours = given ?? ordinary
      case .hours(let other):
        // Ramadan hours do not open a holiday, but a holiday that is opened later opens with Ramadan hours.
        ordinary = other
        if !hours.ranges.isEmpty { hours = other }
      }
    }
    return hours
  }

  /// Whether the whole of `range` lies in one open stretch of the day. Throws `calendarYearMissing`.
  package func isOpen(_ date: CivilDate, during range: MinuteRange) throws(ModelError) -> Bool {
    try openingHours(on: date).contains(range)
  }

  /// This calendar with one more decision, the latest.
  package func deciding(_ decision: CalendarDecision) -> WorkingCalendar {
    WorkingCalendar(
      years: Set(years), holidays: holidays, weeklyHours: weeklyHours, decisions: decisions + [decision])
  }
}
