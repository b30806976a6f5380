import BankumModel

/// The days in which published meetings do not move while they are lawful.
enum Freeze {
  /// The last such day, today included; the day before today when there are none.
  static func lastDay(_ index: FactIndex) throws(PlanningError) -> CivilDate {
    let count = index.numbers.freezeWorkingDays
    guard count > 0 else { return index.facts.today.adding(days: -1) }
    return try PlanningError.facts { () throws(ModelError) in
      try index.facts.calendar.addingWorkingDays(count, to: index.facts.today)
    }
  }
}
