/// Hours of a room that are for one partner alone.
package struct RoomReservation: Hashable, Sendable {
  /// For whom.
  package var partner: Partner.ID
  /// Only on this weekday; nil: on every day of `days`.
  package var weekday: Weekday?
  /// On which days.
  package var days: OpenDateRange
  /// In which hours.
  package var hours: MinuteRange

  /// Takes the fields as they are.
  package init(partner: Partner.ID, weekday: Weekday? = nil, days: OpenDateRange, hours: MinuteRange = .wholeDay) {
    self.partner = partner
    self.weekday = weekday
    self.days = days
    self.hours = hours
  }

  /// Whether it speaks about the day.
  package func covers(_ date: CivilDate) -> Bool { days.contains(date) && (weekday == nil || weekday == date.weekday) }
}
