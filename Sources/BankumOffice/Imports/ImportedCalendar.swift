import BankumModel
import BankumStore

/// What an import says about days and hours, beside what the register knew.
struct ImportedCalendar {
  private let known: WorkingCalendar
  var years: Set<Int> = []
  private(set) var holidays: [Holiday] = []
  private(set) var hours: [WeekdayHours] = []
  private(set) var decisions: [CalendarDecision] = []
  private(set) var added = 0
  private(set) var changed = 0
  private(set) var same = 0

  init(known: WorkingCalendar) {
    self.known = known
  }

  mutating func put(_ holiday: Holiday) {
    let before = known.holidays.first { $0.date == holiday.date }
    if count(holiday, before) { holidays.append(holiday) }
  }

  mutating func put(_ weekday: Weekday, _ opening: OpeningHours) {
    if count(opening, known.weeklyHours[weekday]) { hours.append(WeekdayHours(weekday, opening)) }
  }

  mutating func put(_ decision: CalendarDecision) {
    if count(decision, known.decisions.first { $0 == decision }) { decisions.append(decision) }
  }

  /// Counts it; whether it has to be written.
  private mutating func count<Value: Equatable>(_ value: Value, _ before: Value?) -> Bool {
    if before == nil { added += 1 } else if before == value { same += 1 } else { changed += 1 }
    return before != value
  }
}
