/// Until when one order allows detention, with the days added on which the clock stood still.
struct DetentionOrderExpiry {
  /// The last lawful day; nil while the clock stands still with an open end.
  let lastDay: CivilDate?
  /// Counted days after today up to the last one; negative when it has passed.
  let daysLeft: Int
  /// Whether the clock stands still today.
  let isSuspended: Bool

  /// Counts one order. `suspensions` are merged ones, see `merged(_:startedBy:)`.
  ///
  /// A suspension counts from its first day inside the order's days; each moves the last day, so the next one may
  /// fall inside too.
  init(_ term: DetentionTerm, suspensions: [OpenDateRange], today: CivilDate) {
    var end = term.last
    var stillToCome = 0
    var isSuspended = false
    for suspension in suspensions {
      let start = max(suspension.first, term.first)
      guard start <= end else { break }
      guard let last = suspension.last else {
        self.lastDay = nil
        self.daysLeft = start.days(until: end) + 1
        self.isSuspended = true
        return
      }
      guard start <= last else { continue }
      end = end.adding(days: start.days(until: last) + 1)
      stillToCome += max(0, max(start.adding(days: -1), today).days(until: last))
      if suspension.contains(today) { isSuspended = true }
    }
    lastDay = end
    daysLeft = today.days(until: end) - stillToCome
    self.isSuspended = isSuspended
  }

  /// The suspensions that have begun by the day, in order, those that overlap or touch made one.
  ///
  /// One that is only planned does not count yet: it would push the alarm back before anything happened.
  static func merged(_ suspensions: [Suspension], startedBy today: CivilDate) -> [OpenDateRange] {
    let begun = suspensions.map(\.days).filter { $0.first <= today && $0.isOrdered }
    var merged: [OpenDateRange] = []
    for days in begun.sorted(by: { $0.first < $1.first }) {
      guard let previous = merged.last else {
        merged.append(days)
        continue
      }
      guard let previousLast = previous.last else { break }
      if days.first <= previousLast.adding(days: 1) {
        let last = days.last.map { max($0, previousLast) }
        merged[merged.count - 1] = OpenDateRange(previous.first, last)
      } else {
        merged.append(days)
      }
    }
    return merged
  }

  /// Whether the other one lasts longer; one without an end lasts longest.
  func endsBefore(_ other: DetentionOrderExpiry) -> Bool { (lastDay ?? .latest) < (other.lastDay ?? .latest) }
}
