import BankumModel

/// Makes a facility that is legal: every rule of the model holds in it, whatever the seed.
struct FacilityMaker {
  var facility: Facility
  let options: Options
  let today: CivilDate
  let calendar: WorkingCalendar
  let termTable = DetentionTermTable(rules: RuleDefaults.table)
  /// Which partners have met or represented whom: what the conflict wall looks at.
  var ties: [Int: Set<Int>] = [:]

  init(_ options: Options) {
    self.options = options
    // The Monday on which the demonstration's clock stands.
    today = CivilDate(year: 2026, month: 11, day: 23) ?? .earliest
    facility = Facility(options: options, today: today, calendar: HolidayList.lines)
    calendar = Self.calendar(HolidayList.lines)
  }

  /// The facility.
  mutating func make() -> Facility {
    makeHouse()
    makePeople()
    makeTraining()
    makeStaff()
    makeHearings()
    makeKeepApart()
    makeMandates()
    makeWishes()
    makeMeetings()
    return facility
  }

  /// A row of dice for one purpose.
  func dice(_ purpose: String) -> Dice { Dice(seed: options.seed, purpose: purpose) }

  /// The partner of an advocate, by index.
  func partner(of advocate: Int) -> Int {
    facility.partners.firstIndex { $0.id == facility.counsel[advocate].partner } ?? 0
  }

  /// Whether the wall lets a partner serve somebody: nobody against him in any of his cases, or in a linked one, has
  /// been served by it.
  func maySee(_ person: Int, partner: Int) -> Bool {
    for index in facility.people[person].matters {
      let matter = facility.matters[index]
      for (other, _) in matter.parties where other != person {
        if matter.joint.contains(person), matter.joint.contains(other) { continue }
        if ties[other]?.contains(partner) == true { return false }
      }
      for linked in matter.linked {
        for (other, _) in facility.matters[linked].parties where ties[other]?.contains(partner) == true {
          return false
        }
      }
    }
    return true
  }

  func isWorkingDay(_ date: CivilDate) -> Bool { (try? calendar.isWorkingDay(date)) ?? false }

  /// The working days of the so many days before today, in order.
  func workingDaysBefore(_ days: Int) -> [CivilDate] {
    (1...days).reversed().map { today.adding(days: -$0) }.filter(isWorkingDay)
  }

  private static func calendar(_ lines: [HolidayLine]) -> WorkingCalendar {
    var holidays: [Holiday] = []
    var weekly: [Weekday: OpeningHours] = [:]
    var decisions: [CalendarDecision] = []
    for line in lines {
      switch line {
      case .holiday(let holiday): holidays.append(holiday)
      case .weekly(let weekday, let hours): weekly[weekday] = hours
      case .hours(let days, let weekday, let hours, let reason):
        decisions.append(
          CalendarDecision(days: days, weekday: weekday, scope: .house, effect: .hours(hours), reason: reason))
      }
    }
    return WorkingCalendar(years: [2026, 2027], holidays: holidays, weeklyHours: weekly, decisions: decisions)
  }
}
