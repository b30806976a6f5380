/// A day of the civil calendar: no time, no zone. Proleptic Gregorian, from 0001-01-01 to 9999-12-31.
///
/// It is stored as the number of days since 1970-01-01, so comparing and counting cost nothing. Arithmetic that
/// would leave the range stays at its end: a hostile date in a file must not stop the daemon.
package struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01, negative before.
  package let dayNumber: Int

  /// The first date there is: 0001-01-01.
  package static let earliest = CivilDate(unchecked: -719_162)
  /// The last date there is: 9999-12-31.
  package static let latest = CivilDate(unchecked: 2_932_896)

  private init(unchecked dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The date of this day number; one outside the range becomes the nearest date there is.
  package init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, Self.earliest.dayNumber), Self.latest.dayNumber)
  }

  /// The date of year, month 1...12 and day 1...31, or nil if there is no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, inYear: year)
    else { return nil }
    // Years are counted from March, so that the leap day is the last of its year: then the days before a month are a
    // straight line of slope 153/5 (five months of 31, 30, 31, 30, 31 days are 153 days).
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfMarchYear = (153 * marchMonth + 2) / 5 + day - 1
    let daysBefore = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
    self.init(unchecked: daysBefore + dayOfMarchYear - Self.dayNumberOfMarchYearZero)
  }

  /// Days from 0000-03-01, the first day of the first year counted from March, to 1970-01-01.
  private static let dayNumberOfMarchYearZero = 719_468

  /// The number of days of a month 1...12.
  package static func length(ofMonth month: Int, inYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has 366 days.
  package static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Year 1...9999, month 1...12 and day 1...31.
  package var components: (year: Int, month: Int, day: Int) {
    // 400 years are 146,097 days. Inside such an era the year follows from the day by taking out the leap days before
    // it.
    let shifted = dayNumber + Self.dayNumberOfMarchYearZero
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1...9999.
  package var year: Int { components.year }
  /// The month, 1...12.
  package var month: Int { components.month }
  /// The day of the month, 1...31.
  package var day: Int { components.day }

  /// The day of the year, 1...366.
  package var dayOfYear: Int {
    guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return 1 }
    return newYear.days(until: self) + 1
  }

  /// The day of the week.
  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[((dayNumber + 3) % 7 + 7) % 7]
  }

  /// The date `days` later, earlier if negative; stays inside the range.
  package func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? (days > 0 ? .latest : .earliest) : CivilDate(dayNumber: sum)
  }

  /// How many days later `other` is; negative if it is earlier.
  package func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// The age in completed years that somebody born on this date has on `date`; born on 29 February: from 1 March
  /// in common years. Negative if not yet born.
  package func completedYears(on date: CivilDate) -> Int {
    let (birth, now) = (components, date.components)
    return now.year - birth.year - ((now.month, now.day) < (birth.month, birth.day) ? 1 : 0)
  }
}

extension CivilDate: Strideable {
  /// The distance in days.
  package func distance(to other: CivilDate) -> Int { days(until: other) }
  /// The date so many days later.
  package func advanced(by days: Int) -> CivilDate { adding(days: days) }
}
