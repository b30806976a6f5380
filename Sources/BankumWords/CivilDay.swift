/// A day of the Gregorian calendar as a text shows it: only numbers, no rules, no zone.
package struct CivilDay: Sendable, Hashable {
  /// The year, as in 2026.
  package let year: Int
  /// The month, January is 1.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Takes the numbers as they are; a text shows a day that does not exist in digits.
  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day of the week, Monday is 1 (ISO 8601), `nil` if there is no such day or no year of four digits.
  package var weekday: Int? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= daysInMonth else { return nil }
    // Counted in years that start in March, so that the leap day is the last of its year.
    let shiftedYear = month < 3 ? year - 1 : year
    let shiftedMonth = month < 3 ? month + 9 : month - 3
    let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
    let daysBeforeMonth = (153 * shiftedMonth + 2) / 5
    // 1 March of the year 0 was a Wednesday.
    return (shiftedYear * 365 + leapDays + daysBeforeMonth + day - 1 + 2) % 7 + 1
  }

  /// `2026-11-24`.
  var digits: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private var daysInMonth: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
