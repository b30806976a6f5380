import BankumModel

/// What brings a meeting about, and so how much time everybody has to get ready for it. Each has a rule of its own. An
/// acceptance moves nothing, and what is recorded afterwards has taken place: they need none.
package enum LeastNotice: Sendable, CaseIterable {
  /// A run or an explanation places it anew, or moves a lawful one.
  case new
  /// A run puts a broken one right.
  case repair
  /// A person moves it.
  case move

  /// From when on a meeting may begin, by the facts of now. Throws `facts` for a year without a calendar.
  static func ends(_ facts: HouseFacts, _ numbers: PlanningNumbers) throws(PlanningError) -> [LeastNotice: CivilTime] {
    let fresh = try firstDay(facts, numbers.newMeetingNotice)
    return [
      .new: fresh == facts.today ? facts.now : CivilTime(fresh, .startOfDay),
      .repair: later(facts.now, minutes: numbers.repairNotice), .move: later(facts.now, minutes: numbers.moveNotice),
    ]
  }

  /// The first day on which a run can place a new meeting.
  static func firstDay(_ facts: HouseFacts, _ workingDays: Int) throws(PlanningError) -> CivilDate {
    guard workingDays > 0 else { return facts.today }
    return try PlanningError.facts { () throws(ModelError) in
      try facts.calendar.addingWorkingDays(workingDays, to: facts.today)
    }
  }

  private static func later(_ time: CivilTime, minutes: Int) -> CivilTime {
    guard let minute = time.minute.adding(minutes: minutes) else {
      let rest = time.minute.minutes + minutes - 1440
      return CivilTime(time.date.adding(days: 1), MinuteOfDay(minutes: max(0, rest)) ?? .startOfDay)
    }
    return CivilTime(time.date, minute)
  }
}
