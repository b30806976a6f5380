import BankumModel

/// The most clocks of one kind that anybody could have met who knew the future: an upper bound by counting.
///
/// Each request with such a clock wants one meeting on a day before its clock ends, on which it is neither away nor in
/// court, on which its outcome is a meeting, and on which an advocate comes who may serve it. A day holds no more of
/// them than the advocates' hours hold turns of the shortest first meeting, and the rooms; a week no more than the
/// advocates' weekly caps. Rooms' hours, escorts, the wall, who accepts, follow-ups and all other requests are left
/// out, so every schedule that keeps the rules is a flow of this network: the maximum flow bounds them all.
struct ClockBound {
  let chronicle: Chronicle
  let calendar: WorkingCalendar
  let dice: Dice
  let first: CivilDate
  let last: CivilDate

  /// A request and the end of a clock that it was filed in time for.
  struct Case {
    let ask: Chronicle.Ask
    /// The last day on which a meeting comes before the end.
    let lastDay: CivilDate
  }

  /// Working days before the end of a clock from which on whoever has asked counts.
  static let notice = 5

  /// For each request the first end of such a clock, five working days or more after filing, that came while he was
  /// here and had not taken it back. What counts does not depend on a policy.
  func cases(_ kind: Chronicle.ClockKind) throws -> [Case] {
    try chronicle.order.compactMap { id in
      guard let ask = chronicle.asks[id], let ends = chronicle.ends[kind]?[ask.inmate] else { return nil }
      let left = min(chronicle.leftOn[ask.inmate] ?? .latest, ask.withdrawsOn)
      for end in ends where end >= first && end <= last {
        if try calendar.workingDays(after: ask.filedOn, through: end) < Self.notice { continue }
        return end < left ? Case(ask: ask, lastDay: kind == .hearing ? end.adding(days: -1) : end) : nil
      }
      return nil
    }
  }

  /// Whether a meeting of the request on the day could have come about at all.
  func isPossible(_ ask: Chronicle.Ask, on day: CivilDate) -> Bool {
    guard let supply = chronicle.supply[day], day >= ask.filedOn else { return false }
    return chronicle.away[ask.inmate]?.contains(day) != true && !ask.advocates.isDisjoint(with: supply.turns.keys)
      && chronicle.outcome(ask.request, on: day, dice).isMeeting
  }

  /// The most of these cases that could have been met.
  func most(_ cases: [Case]) -> Int {
    let days = chronicle.supply.keys.filter { $0 >= first && $0 <= last }.sorted()
    let weeks = Set(days.map(monday)).sorted()
    let weekOf = Dictionary(uniqueKeysWithValues: weeks.enumerated().map { ($0.element, $0.offset) })
    let (source, sink) = (cases.count + days.count + weeks.count, cases.count + days.count + weeks.count + 1)
    var flow = MaximumFlow(nodes: sink + 1)
    for (place, day) in days.enumerated() {
      guard let supply = chronicle.supply[day], let week = weekOf[monday(day)] else { continue }
      flow.add(
        cases.count + place, cases.count + days.count + week,
        min(supply.roomTurns, supply.turns.values.reduce(0, +)))
    }
    for (place, week) in weeks.enumerated() {
      var turns: [Advocate.ID: Int] = [:]
      for day in days where monday(day) == week {
        turns.merge(chronicle.supply[day]?.turns ?? [:], uniquingKeysWith: +)
      }
      let most = turns.reduce(0) { $0 + min($1.value, chronicle.weeklyCaps[$1.key] ?? $1.value) }
      flow.add(cases.count + days.count + place, sink, most)
    }
    for (place, one) in cases.enumerated() {
      flow.add(source, place, 1)
      for (number, day) in days.enumerated() where day <= one.lastDay && isPossible(one.ask, on: day) {
        flow.add(place, cases.count + number, 1)
      }
    }
    return flow.solve(from: source, to: sink)
  }

  private func monday(_ day: CivilDate) -> CivilDate { day.adding(days: 1 - day.weekday.isoNumber) }
}
