package import BankumModel

/// The days that a run plans, and the days before them that share a week with them.
package struct PlanningPeriod: Hashable, Sendable {
  /// The days in which meetings may be placed.
  package let days: DateRange

  /// These days as they are: those of a run that is looked at again.
  package init(days: DateRange) { self.days = days }

  /// The period from a day on, today at the earliest, that holds so many working days on which new meetings can be
  /// placed, at most 60; `workingDays` nil: as the rule says.
  ///
  /// Throws `period` for a first day before today or a count outside 1...60, `facts` for a year without a calendar.
  package init(_ facts: HouseFacts, from: CivilDate? = nil, workingDays: Int? = nil) throws(PlanningError) {
    let first = from ?? facts.today
    guard first >= facts.today else {
      throw PlanningError(
        .period, place: "from", value: first.text, expected: "a day not before \(facts.today.text)")
    }
    let count = try PlanningError.facts { () throws(ModelError) in
      if let workingDays { return workingDays }
      return try facts.rules.integer(.horizonWorkingDays, on: facts.today)
    }
    guard (1...60).contains(count) else {
      throw PlanningError(.period, place: "days", value: "\(count)", expected: "1 to 60")
    }
    let notice = try PlanningError.facts { () throws(ModelError) in
      try facts.rules.integer(.newMeetingNotice, on: facts.today)
    }
    // Days on which nothing new can be placed, because the notice is too short, are planned for what stands there.
    let free = max(first, try LeastNotice.firstDay(facts, notice))
    let last = try PlanningError.facts { () throws(ModelError) in
      // The first day counts when it is a working day.
      try facts.calendar.addingWorkingDays(count, to: free.adding(days: -1))
    }
    days = DateRange(first: first, days: first.days(until: last) + 1)
  }

  /// Monday of the week in which it begins: weekly caps count from there.
  package var monday: CivilDate { days.first.adding(days: 1 - days.first.weekday.isoNumber) }

  /// Days from that Monday to the last day.
  package var gridDays: Int { monday.days(until: days.last) + 1 }
}
