package import BankumModel

/// A line of the calendar: a day on which the state is closed, or hours of the house.
package struct HolidayDraft: Hashable, Sendable {
  /// What a line says.
  package enum Kind: String, Coded {
    /// A national holiday.
    case publicHoliday
    /// Collective leave.
    case collectiveLeave
    /// The hours in which the house receives counsel.
    case openingHours
    /// The house receives nobody.
    case houseClosed
  }

  /// What a line means.
  package enum Content: Hashable, Sendable {
    /// A day of the national list.
    case holiday(Holiday)
    /// The hours of every such weekday, until something else is said.
    case weekly(Weekday, OpeningHours)
    /// What holds on some days only: Ramadan, a search.
    case decision(CalendarDecision)
  }

  /// Where the fields stand.
  package let places: RowPlaces
  /// What it means.
  package let content: Content

  /// The years whose whole national list is among the rows: New Year, Independence Day, Christmas and at least ten
  /// holidays in all. Single days that are added to a known year do not make another year known.
  package static func yearsListed(_ rows: [HolidayDraft]) -> Set<Int> {
    var days: [Int: Set<CivilDate>] = [:]
    for case .holiday(let holiday) in rows.map(\.content) where holiday.kind == .publicHoliday {
      days[holiday.date.year, default: []].insert(holiday.date)
    }
    return Set(
      days.filter { year, listed in
        let fixed = [(1, 1), (8, 17), (12, 25)].compactMap { CivilDate(year: year, month: $0.0, day: $0.1) }
        return listed.count >= 10 && fixed.allSatisfy(listed.contains)
      }.keys)
  }
}
