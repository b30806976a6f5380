package import BankumModel
import Matching

/// What meeting a request on each day of the period costs, in the engine's points: nothing on the first day, never less
/// on a later one.
///
/// Who is not met at all loses all of it, like who is met on the last day. So to the engine the last day costs nothing
/// and each earlier one saves what the last would have cost: a place too late for somebody's clock is worth to him what
/// his rank is worth, not less, and goes to who ranks first.
///
/// Two parts: a price for each day of waiting, higher for who ranks first, and a loss after each clock that runs out
/// inside the period. The engine takes prices by slot, and a meeting takes the same number of slots wherever it lies: so
/// a price is rounded to what its slots make together, and everybody (engine, bound, audit, explanation) sees that
/// number.
package struct DayPrices: Sendable {
  /// The price of the whole meeting, from the first day of the period on, a number for each day.
  package let prices: [Int]
  private let first: CivilDate
  private let duration: Int

  /// The prices of a profile whose meeting takes so many slots.
  init(_ profile: RequestProfile, duration: Int, period: PlanningPeriod, rules: DayValueRules) {
    let rank = profile.priority.rank
    let isOverstay = profile.priority.factors.contains { $0.kind == .overstay }
    let perDay = rules.perDay(rank, isOverstay: isOverstay)
    // Outside tier 1, which is strict, to be met late must stay worth more than not to be met at all.
    let most = rank.tier == 1 ? Int.max : PlanningWeights.weight(rank) / 4
    let clocks = profile.clocks.filter { $0.lastDay >= period.days.first }
    first = period.days.first
    self.duration = max(1, duration)
    var prices: [Int] = []
    for (offset, date) in period.days.days.enumerated() {
      let waiting = min(perDay * offset, most)
      let late = clocks.reduce(0) { $1.lastDay < date ? $0 + (rules.after[$1.kind] ?? 0) : $0 }
      let loss = rank.tier == 1 ? late : min(late, most)
      let slots = max(1, duration)
      prices.append((waiting + loss + slots - 1) / slots * slots)
    }
    self.prices = prices
  }

  /// The price of a day; that of the nearest day for one outside of the period.
  package func price(on date: CivilDate) -> Int {
    prices.isEmpty ? 0 : prices[min(max(first.days(until: date), 0), prices.count - 1)]
  }

  /// The savings as the engine takes them, as costs below 0: all slots save what the last day costs, and each day takes
  /// back what it costs more than the day before from all slots from its own on.
  func costs(_ grid: TimeGrid) -> [SlotCost] {
    guard let last = prices.last, last > 0 else { return [] }
    var costs = [SlotCost(slots: SlotRange(0, grid.slotCount), perSlot: -last / duration)]
    var before = 0
    for (offset, price) in prices.enumerated() where price > before {
      let slots = SlotRange(grid.firstSlot(first.adding(days: offset)), grid.slotCount)
      costs.append(SlotCost(slots: slots, perSlot: (price - before) / duration))
      before = price
    }
    return costs
  }
}
