import BankumModel

/// The longest that an eligible request can wait for a place, derived from what was seen of the house.
///
/// After `promotion` working days a request stands one tier higher, so after three times as many it stands in the
/// first, whatever it is, and no request of a lower tier takes a place that it could have. There the points decide, and
/// waiting adds to them every day without end: who comes `headStart` working days later never stands before it, however
/// urgent. So at most the `queue` that stood there already and what was filed in these days (`arrivals`) go before it;
/// runs place `rate` requests a working day, taken over the worst eight weeks. The bound is finite as long as runs place
/// anybody at all.
struct WaitBound {
  let promotion: Int
  let horizon: Int
  /// Working days of waiting that outweigh everything else that counts.
  let headStart: Int
  /// The most requests of the first tier that a run left waiting.
  let queue: Int
  /// Thousandths of a request a working day, in the eight weeks in which most were filed.
  let arrivals: Int
  /// Thousandths of a request a working day, in the eight weeks in which fewest were placed.
  let rate: Int

  init(_ weeks: [Week], _ rules: PriorityRules, horizon: Int) {
    promotion = rules.promotionWorkingDays
    self.horizon = horizon
    headStart = Self.headStart(rules)
    queue = weeks.map(\.firstTierWaiting).max() ?? 0
    // The first week holds those who were there when the simulation began: they are the queue.
    arrivals = Self.rates(Array(weeks.dropFirst())) { $0.filed }.max() ?? 0
    rate = Self.rates(weeks) { $0.placed }.min() ?? 0
  }

  /// The days by which all other factors together can be made up for.
  static func headStart(_ rules: PriorityRules) -> Int {
    let waiting = max(1, rules.points[.waiting] ?? 0)
    let others = rules.points.filter { $0.key != .waiting }.reduce(0) { sum, factor in
      sum + factor.value * (factor.key == .lostMeeting ? 3 : 1)
    }
    return (others + waiting - 1) / waiting
  }

  private static func rates(_ weeks: [Week], _ count: (Week) -> Int) -> [Int] {
    let span = min(8, weeks.count)
    guard span > 0 else { return [] }
    return (0...(weeks.count - span)).map { first in
      let window = weeks[first..<(first + span)]
      return 1000 * window.reduce(0) { $0 + count($1) } / max(1, window.reduce(0) { $0 + $1.workingDays })
    }
  }

  /// Working days in the first tier; nil when no run places anybody.
  var inFirstTier: Int? {
    guard rate > 0 else { return nil }
    let before = 1000 * queue + arrivals * headStart
    return horizon + (before + rate - 1) / rate
  }

  /// Working days in all.
  var total: Int? { inFirstTier.map { 3 * promotion + $0 } }
}
