/// Hours of the week in which a programme has class.
package struct ClassHours: Hashable, Sendable {
  /// The weekday.
  package var weekday: Weekday
  /// From when until when.
  package var hours: MinuteRange
  /// On which days the timetable holds.
  package var days: OpenDateRange

  /// Takes the fields as they are.
  package init(weekday: Weekday, hours: MinuteRange, days: OpenDateRange) {
    self.weekday = weekday
    self.hours = hours
    self.days = days
  }

  /// Whether there is class on the day.
  package func takesPlace(on date: CivilDate) -> Bool { weekday == date.weekday && days.contains(date) }
}
