import BankumModel

/// A line of the calendar's file.
enum HolidayLine: Equatable {
  case holiday(Holiday)
  case weekly(Weekday, OpeningHours)
  case hours(DateRange, Weekday?, OpeningHours, reason: String)
}
