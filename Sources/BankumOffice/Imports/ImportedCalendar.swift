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
    if count(holiday, before(holiday)) { holidays.append(holiday) }
  }

  private func before(_ holiday: Holiday) -> Holiday? { known.holidays.first { $0.date == holiday.date } }

  /// Writes what is new or other than before, and notes what that changed.
  func write(to transaction: Transaction, batch: Int64) throws(StoreError) {
    for year in years.subtracting(known.years).sorted() {
      try transaction.put(HolidayYear(year), before: nil, in: batch)
    }
    for holiday in holidays { try transaction.put(holiday, before: before(holiday), in: batch) }
    for one in hours {
      let before = known.weeklyHours[one.weekday].map { WeekdayHours(one.weekday, $0) }
      try transaction.put(one, before: before, in: batch)
    }
    for decision in decisions { try transaction.put(decision, before: nil, in: batch) }
  }

  mutating func put(_ weekday: Weekday, _ opening: OpeningHours) {
    // A weekday of which nothing is known is closed.
    let before = known.weeklyHours[weekday] ?? (opening.ranges.isEmpty ? .closed : nil)
    if count(opening, before) { hours.append(WeekdayHours(weekday, opening)) }
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
