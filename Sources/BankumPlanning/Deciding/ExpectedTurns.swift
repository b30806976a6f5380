package import BankumModel

/// When the turn of somebody who waits can be expected, at the pace at which a plan serves the queue.
///
/// Those before him who wait too, by as many a working day as the plan places; a third earlier and later, because
/// hearings move and advocates fall ill. Working days are counted where the calendar knows the year, else calendar days
/// by seven fifths.
package struct ExpectedTurns: Sendable {
  private let period: DateRange
  private let calendar: WorkingCalendar
  private let workingDays: Int
  private let placed: Int
  private let ranks: [Rank]

  /// The turns beside a plan that places so many meetings in the period; `ranks` are those of all who wait. Throws
  /// `facts` for a year without a calendar.
  package init(
    period: DateRange, calendar: WorkingCalendar, placed: Int, ranks: [Rank]
  ) throws(PlanningError) {
    self.period = period
    self.calendar = calendar
    workingDays = try PlanningError.facts { () throws(ModelError) in try calendar.workingDays(in: period).count }
    self.placed = placed
    self.ranks = ranks.sorted()
  }

  /// The days between which the turn of a rank can be expected; nil when nobody at all is served.
  package func expected(_ rank: Rank) -> DateRange? {
    guard placed > 0 else { return nil }
    let before = firstPosition(of: rank) + 1
    let needed = (before * max(1, workingDays) + placed - 1) / placed
    return DateRange(day(needed * 2 / 3), day(needed * 4 / 3 + 1))
  }

  /// The same for a request whose reasons are known: nil also when only a decision helps, not waiting.
  func expected(_ request: WaitingRequest) throws(PlanningError) -> DateRange? {
    guard !request.hasNoEligiblePartner,
      request.reasons.contains(where: {
        $0.breach.rule.isCausedByOthers || $0.breach.rule == .advocateUnavailable || $0.breach.rule == .leftFree
      })
    else { return nil }
    return expected(request.priority.rank)
  }

  /// How many of those who wait come before a rank.
  private func firstPosition(of rank: Rank) -> Int {
    var (low, high) = (0, ranks.count)
    while low < high {
      let middle = (low + high) / 2
      if ranks[middle] < rank { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func day(_ count: Int) -> CivilDate {
    (try? calendar.addingWorkingDays(max(1, count), to: period.last)) ?? period.last.adding(days: count * 7 / 5 + 1)
  }
}
