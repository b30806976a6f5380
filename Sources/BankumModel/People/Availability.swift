/// Hours in which somebody can come: every week on one weekday, or on days one by one.
package struct Availability: Entity {
  /// Ids are `av-...`.
  package static let idPrefix = "av"

  /// The id.
  package let id: Identifier<Availability>
  /// Who.
  package var advocate: Advocate.ID
  /// Only on this weekday; nil: on every day of `days`.
  package var weekday: Weekday?
  /// The days on which it holds.
  package var days: OpenDateRange
  /// From when until when.
  package var hours: MinuteRange
  /// The day on which it was last confirmed.
  package var confirmedOn: CivilDate

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, advocate: Advocate.ID, weekday: Weekday?, days: OpenDateRange, hours: MinuteRange, confirmedOn: CivilDate
  ) {
    self.id = id
    self.advocate = advocate
    self.weekday = weekday
    self.days = days
    self.hours = hours
    self.confirmedOn = confirmedOn
  }

  /// Whether it speaks about the day.
  package func covers(_ date: CivilDate) -> Bool { days.contains(date) && (weekday == nil || weekday == date.weekday) }

  /// Whether nobody has confirmed it for longer than so many days: used only after fresh hours, and never for tier 1.
  package func isStale(on date: CivilDate, freshDays: Int) -> Bool { confirmedOn.days(until: date) > freshDays }

  /// Dates backwards; hours on every day without an end, which nobody means.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireOrder(days.first, days.last, "days")
    list.require(
      weekday != nil || days.last != nil, "weekday", "", expected: "a weekday for hours without a last day")
    return list.problems
  }
}
