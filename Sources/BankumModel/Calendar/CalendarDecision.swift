/// A decision that changes the calendar on given days.
///
/// Decisions are kept in the order in which they were made; the last one that speaks about a day is right.
package struct CalendarDecision: Hashable, Sendable {
  /// Whose days change.
  package enum Scope: String, Coded {
    /// The national calendar: an election, a feast that moved. Changes working days, and with them the answer clocks.
    case national
    /// The visits of this house only: a search, a power cut, an extra Saturday. Working days stay what they are.
    case house
  }

  /// What becomes of the days.
  package enum Effect: Hashable, Sendable {
    /// National: no working day. House: no visits, or none in the given hours.
    case close(hours: MinuteRange?)
    /// National: a working day again unless a weekend. House: visits in the given hours, or in the hours of the
    /// weekday, even on a holiday.
    case open(hours: OpeningHours?)
    /// House only: other hours on days that are open: Ramadan, Friday.
    case hours(OpeningHours)
  }

  /// The days it speaks about.
  package let days: DateRange
  /// Only these days of the week; nil for all.
  package let weekday: Weekday?
  /// Whose days change.
  package let scope: Scope
  /// What becomes of them.
  package let effect: Effect
  /// Why, in the words of whoever decided.
  package let reason: String

  /// A decision about `days`.
  package init(days: DateRange, weekday: Weekday? = nil, scope: Scope, effect: Effect, reason: String) {
    self.days = days
    self.weekday = weekday
    self.scope = scope
    self.effect = effect
    self.reason = reason
  }

  /// Whether it speaks about the day.
  package func concerns(_ date: CivilDate) -> Bool {
    days.contains(date) && (weekday == nil || weekday == date.weekday)
  }
}
