/// The days on which the state works and the hours in which this house receives counsel.
///
/// Two layers. *Working days* are national: Monday to Friday without holidays and collective leave; answer clocks and
/// ageing count them. *Opening hours* are the house's own. The calendar knows only years whose holiday list was loaded:
/// any question about another year throws `calendarYearMissing` with the year, because a guess would shift legal
/// clocks silently. Detention terms never ask it: they count every day.
package struct WorkingCalendar: Sendable {
  /// The holidays, in order of date.
  package let holidays: [Holiday]
  /// The hours of an ordinary day of the week; a weekday that is missing is closed.
  package let weeklyHours: [Weekday: OpeningHours]
  /// What was decided since, oldest first.
  package let decisions: [CalendarDecision]

  /// For each known year, how many working days lie before each day of it: one entry a day and one for the end.
  private let workingDaysBefore: [Int: [Int]]
  private let holidayByDate: [CivilDate: Holiday]

  /// A calendar of the given years.
  ///
  /// `years` are those whose whole list is in `holidays`: a single holiday does not make its year known. Of two
  /// holidays on one day the first stands.
  package init(
    years: Set<Int>, holidays: [Holiday], weeklyHours: [Weekday: OpeningHours], decisions: [CalendarDecision] = []
  ) {
    self.holidays = holidays.sorted { $0.date < $1.date }
    self.weeklyHours = weeklyHours
    self.decisions = decisions
    holidayByDate = Dictionary(self.holidays.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
    var tables: [Int: [Int]] = [:]
    for year in years {
      guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
      else { continue }
      var counts = [0]
      for date in first...last {
        let isFree = Self.isFree(date, holiday: holidayByDate[date], decisions: decisions)
        counts.append(counts[counts.count - 1] + (isFree || date.weekday.isWeekend ? 0 : 1))
      }
      tables[year] = counts
    }
    workingDaysBefore = tables
  }

  /// The years whose lists are loaded.
  package var years: [Int] { workingDaysBefore.keys.sorted() }

  /// The holiday or collective leave listed for the day, whatever was decided since.
  package func holiday(on date: CivilDate) -> Holiday? { holidayByDate[date] }

  /// Throws `calendarYearMissing` for the first year of the range that is not loaded: what planning asks first.
  package func requireYears(of range: DateRange) throws(ModelError) {
    for year in range.first.year...range.last.year { _ = try table(of: year) }
  }

  /// Whether the state works on the day.
  package func isWorkingDay(_ date: CivilDate) throws(ModelError) -> Bool {
    let counts = try table(of: date.year)
    let index = date.dayOfYear
    return counts[index] != counts[index - 1]
  }

  /// The `count`-th working day after the date, which itself is not counted; for 0 or less the date itself if it is a
  /// working day, else the next.
  ///
  /// This is how the state counts: handed in on Friday with one working day to check means Monday.
  package func addingWorkingDays(_ count: Int, to date: CivilDate) throws(ModelError) -> CivilDate {
    var left = count
    var current = date
    if left <= 0 {
      while try !isWorkingDay(current) { current = try next(current) }
      return current
    }
    while left > 0 {
      current = try next(current)
      if try isWorkingDay(current) { left -= 1 }
    }
    return current
  }

  /// How many working days lie after `first` up to and including `last`; 0 if `last` is not later.
  ///
  /// What has been waited since a day, and how late an answer is.
  package func workingDays(after first: CivilDate, through last: CivilDate) throws(ModelError) -> Int {
    guard first < last else { return 0 }
    var sum = 0
    for year in first.year...last.year {
      let counts = try table(of: year)
      let from = year == first.year ? first.dayOfYear : 0
      let through = year == last.year ? last.dayOfYear : counts.count - 1
      sum += counts[through] - counts[from]
    }
    return sum
  }

  /// The working days of the range, in order.
  package func workingDays(in range: DateRange) throws(ModelError) -> [CivilDate] {
    var found: [CivilDate] = []
    for date in range.days where try isWorkingDay(date) { found.append(date) }
    return found
  }

  /// Whether a holiday or a national decision takes the day out, weekends aside: the last decision stands.
  static func isFree(_ date: CivilDate, holiday: Holiday?, decisions: [CalendarDecision]) -> Bool {
    for decision in decisions.reversed() where decision.scope == .national && decision.concerns(date) {
      switch decision.effect {
      case .close(nil): return true
      case .open: return false
      // Hours say nothing about whether the state works.
      case .close, .hours: continue
      }
    }
    return holiday != nil
  }

  private func next(_ date: CivilDate) throws(ModelError) -> CivilDate {
    guard date < .latest else { throw Self.missing(year: 10_000) }
    return date.adding(days: 1)
  }

  private func table(of year: Int) throws(ModelError) -> [Int] {
    guard let counts = workingDaysBefore[year] else { throw Self.missing(year: year) }
    return counts
  }

  private static func missing(year: Int) -> ModelError {
    ModelError(.calendarYearMissing, place: "calendar", value: "\(year)", expected: "the holidays of this year")
  }
}
