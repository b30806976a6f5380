/// What an advocate's half-day is worth at prices for turns: the best row of sessions that fits in it, exactly.
///
/// Where no session is as short as one slot, slots measure a half-day badly: two hours hold one turn of 75 minutes
/// and not 1.6 of them. So each advocate's half-day has a price for every duration instead of one for its slots,
/// and becomes a buyer of its own: of all rows of sessions that its hours hold it takes the one that earns most,
/// where a session of a duration earns the price of that duration, less the prices of the room slots that it covers.
/// That is a longest path along the slots. What is relaxed is only that the sessions in the row are whole requests;
/// the bound is that of the convex hull of such rows (G. B. Dantzig, P. Wolfe, "Decomposition principle for linear
/// programs", 1960; A. M. Geoffrion, "Lagrangean relaxation for integer programming", 1974).
final class Turns<Value: SignedNumeric & Comparable & BitwiseCopyable> {
  private let ground: Ground
  private let layout: PriceLayout
  private let arena = Arena()
  /// By slot: the sum of the room prices of all slots before it.
  private let before: UnsafeMutablePointer<Value>
  /// By slot of the half-day: the most that can be earned from it on, and the duration's index that starts there.
  private let earned: UnsafeMutablePointer<Value>
  private let chosen: UnsafeMutablePointer<Int>
  private let prices: UnsafeMutablePointer<Value>

  init(_ ground: Ground, _ layout: PriceLayout) {
    self.ground = ground
    self.layout = layout
    before = arena.make(ground.slotCount + 1, 0)
    earned = arena.make(65, 0)
    chosen = arena.make(65, -1)
    prices = arena.make(layout.count, 0)
  }

  /// Takes padded prices.
  func take(_ price: UnsafePointer<Value>) {
    prices.update(from: price, count: layout.count)
    for slot in 0..<ground.slotCount { before[slot + 1] = before[slot] + prices[layout.rooms + slot] }
  }

  /// The most that an advocate's half-day earns, at least 0. `each` is told the sessions that earn it: the
  /// duration's index and the first slot.
  @inline(__always)
  func best(_ advocate: Int, _ halfDay: Int, each: (Int, Int) -> Void) -> Value {
    let cells = ground.advocateCount * ground.halfDayCount
    let starts = ground.advocateStarts + advocate * ground.halfDayCount + halfDay
    let own = prices + layout.advocateHalfDay + advocate * ground.rowLength + halfDay
    let row = ground.advocateCount * ground.rowLength
    let first = Int(ground.firstSlot[halfDay])
    let length = ground.halfDays.length[halfDay]
    let durations = ground.durations.count
    earned[length] = 0
    for offset in stride(from: length - 1, through: 0, by: -1) {
      var most = earned[offset + 1]
      var choice = -1
      for index in 0..<durations where starts[index * cells] &>> UInt64(offset) & 1 == 1 {
        let end = offset + ground.durations[index]
        let value = own[index * row] - (before[first + end] - before[first + offset]) + earned[end]
        if value > most {
          most = value
          choice = index
        }
      }
      earned[offset] = most
      chosen[offset] = choice
    }
    var offset = 0
    while offset < length {
      if chosen[offset] >= 0 {
        each(chosen[offset], first + offset)
        offset += ground.durations[chosen[offset]]
      } else {
        offset += 1
      }
    }
    return earned[0]
  }
}
