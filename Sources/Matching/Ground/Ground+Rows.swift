extension Ground {
  /// Sets the bits of the starts at which nothing but advocates can stand in the way.
  static func fillStarts(
    _ request: Request, _ halfDays: HalfDays, _ open: [UInt64], _ rooms: UInt64, _ row: UnsafeMutablePointer<UInt64>
  ) {
    for halfDay in 0..<halfDays.count {
      let first = halfDays.first[halfDay]
      let length = halfDays.length[halfDay]
      if first + length <= request.release || first >= request.due { continue }
      var usable = SlotMask.ones(length)
      if request.release > first { usable &= ~SlotMask.ones(request.release - first) }
      if request.due < first + length { usable &= SlotMask.ones(request.due - first) }
      for range in request.busy where range.start < first + length && range.end > first && range.end > range.start {
        let low = max(range.start, first) - first
        let high = min(range.end, first + length) - first
        usable &= ~(SlotMask.ones(high) & ~SlotMask.ones(low))
      }
      for slot in 0..<length where open[first + slot] & rooms == 0 { usable &= ~(1 << UInt64(slot)) }
      var starts = SlotMask.starts(usable, request.duration)
      if let pinned = request.pinnedStart {
        starts &= (first..<first + length).contains(pinned) ? 1 << UInt64(pinned - first) : 0
      }
      row[halfDay] = starts
    }
  }

  /// Sums up, for every start inside a half-day that leaves room for the session, what its slots cost.
  static func fillCosts(_ request: Request, _ halfDays: HalfDays, _ row: UnsafeMutablePointer<Int32>) {
    // By slot: what it costs more than the one before it; then, in place, what all slots before it cost.
    var before = Array(repeating: 0, count: halfDays.ofSlot.count + 2)
    for cost in request.costs where cost.slots.start < cost.slots.end {
      before[cost.slots.start + 1] += cost.perSlot
      before[cost.slots.end + 1] -= cost.perSlot
    }
    var price = 0
    for slot in 1..<before.count {
      price += before[slot]
      before[slot] = before[slot - 1] + price
    }
    var next = 0
    for (first, length) in zip(halfDays.first, halfDays.length) {
      for start in first..<first + length {
        if start + request.duration <= first + length {
          row[next] = Int32(truncatingIfNeeded: before[start + request.duration] - before[start])
        }
        next += 1
      }
    }
  }
}
