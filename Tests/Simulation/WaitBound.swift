/// The longest that an eligible request can wait for a place, derived from what was seen of the house.
///
/// After `promotion` working days a request stands one tier higher, so after three times as many it stands in the
/// first, whatever it is. There it goes before everything that was filed later but for what is urgent by itself, and no
/// request of a lower tier takes a place that it could have. At most `queue` requests stood there before it; beside the
/// urgent ones the runs place at least `rate` requests a working day, taken over any eight weeks. So it has a place
/// after `3 * promotion + queue / rate` working days and the horizon of one run. With a rate of nothing the urgent
/// ones alone take all that there is, and nobody can promise anything.
struct WaitBound {
  let promotion: Int
  let horizon: Int
  let queue: Int
  /// Thousandths of a request a working day.
  let rate: Int

  init(_ weeks: [Week], promotion: Int, horizon: Int) {
    self.promotion = promotion
    self.horizon = horizon
    queue = weeks.map(\.firstTierWaiting).max() ?? 0
    let span = min(8, weeks.count)
    let rates = (0...max(0, weeks.count - span)).map { first in
      let window = weeks[first..<min(weeks.count, first + span)]
      return 1000 * window.reduce(0) { $0 + $1.placedUnurgent } / max(1, window.reduce(0) { $0 + $1.workingDays })
    }
    rate = rates.min() ?? 0
  }

  /// Working days in the first tier; nil when nothing can be promised.
  var inFirstTier: Int? { rate > 0 ? horizon + (1000 * queue + rate - 1) / rate : queue == 0 ? horizon : nil }

  /// Working days in all.
  var total: Int? { inFirstTier.map { 3 * promotion + $0 } }
}
