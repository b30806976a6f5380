import BankumModel

/// When an advocate comes on a day: the same for every minute that is asked about.
struct AdvocatePresence {
  let advocate: Advocate
  let hours: OpeningHours

  /// Whether he is there for all of a meeting. Search and way back are the house's: counsel may leave when it ends.
  func covers(_ meeting: MinuteRange) -> Bool { hours.contains(meeting) }

  /// What forbids a meeting in these hours.
  func breaches(_ meeting: MinuteRange) -> [RuleBreach] {
    if covers(meeting) { return [] }
    return [
      RuleBreach(
        .advocateUnavailable, partner: advocate.partner, advocate: advocate.id, hours.ranges.map { .hours($0) })
    ]
  }
}

/// What an advocate does on a day and in its week: the same for every minute that is asked about.
struct AdvocateLoad {
  let advocate: Advocate
  /// The turns that are taken on the day.
  var turns: [MinuteRange] = []
  /// Meetings of the day.
  var ofDay = 0
  /// Meetings of its week, from Monday on.
  var ofWeek = 0

  /// Whether one meeting more is too many for the day or the week.
  var isFull: Bool { ofDay >= advocate.dailyCap || ofWeek >= advocate.weeklyCap }

  /// What he does at the time of a turn, if anything.
  func other(_ turn: MinuteRange) -> MinuteRange? { turns.first { $0.overlaps(turn) } }

  /// What forbids a meeting with this turn.
  func breaches(_ turn: MinuteRange) -> [RuleBreach] {
    var found: [RuleBreach] = []
    func add(_ rule: HouseRule, _ value: RuleBreach.Value) {
      found.append(RuleBreach(rule, partner: advocate.partner, advocate: advocate.id, [value]))
    }
    if let other = other(turn) { add(.advocateBusy, .hours(other)) }
    if ofDay >= advocate.dailyCap { add(.dailyCap, .number(advocate.dailyCap)) }
    if ofWeek >= advocate.weeklyCap { add(.weeklyCap, .number(advocate.weeklyCap)) }
    return found
  }
}
