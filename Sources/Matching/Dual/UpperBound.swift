/// The bound that integer prices prove, in exact 64-bit integers.
///
/// For ANY prices of at least 0 (a partner's may be negative) no legal plan scores more:
/// a plan's score is the sum over its sessions of `profit`, plus for each partner `-fair * |load - target|`, less
/// the move prices. Add `price * (capacity - usage) >= 0` for every scarce thing, and `theta * load - theta * load`
/// for every partner; regroup by request. Each request then contributes at most its best entry, or 0; each
/// partner at most `max over n of theta * n - fair * |n - target|`; what remains is `price * capacity`. Where
/// half-days are priced by turns, a plan's sessions in an advocate's half-day are one of the rows that `Turns` chooses
/// from: they earn at most its best, which stands for `price * capacity` there. Adverse groups, apart pairs, inmate groups, slots inside a half-day and the change budget are left out, which only
/// raises the bound. Nothing is rounded and nothing is tolerated.
enum UpperBound {
  /// How much there is of everything that has a price, in the padded order; 0 for partners.
  static func capacities(_ ground: Ground, _ layout: PriceLayout) -> [Int] {
    var result = Array(repeating: 0, count: layout.count)
    let length = ground.rowLength
    for halfDay in 0..<ground.halfDayCount {
      let first = Int(ground.firstSlot[halfDay])
      let slots = first..<first + ground.halfDays.length[halfDay]
      for slot in slots {
        result[layout.rooms + (layout.hasTurns ? slot : halfDay)] += ground.roomsOpen[slot].nonzeroBitCount
        result[layout.accessible + halfDay] += (ground.roomsOpen[slot] & ground.accessibleRooms).nonzeroBitCount
        for (set, rooms) in layout.sets.enumerated() {
          result[layout.roomSets + set * length + halfDay] += (ground.roomsOpen[slot] & rooms).nonzeroBitCount
        }
      }
      for advocate in 0..<ground.advocateCount where !layout.hasTurns {
        result[layout.advocateHalfDay + advocate * length + halfDay] =
          ground.available[advocate * ground.halfDayCount + halfDay].nonzeroBitCount
      }
      for (block, escort) in ground.problem.blocks.enumerated() {
        result[layout.blockHalfDay + block * length + halfDay] = escort.escortCapacity * slots.count
      }
    }
    for (index, cut) in layout.cuts.enumerated() { result[layout.partnerCuts + index] = cut.most }
    for (index, advocate) in ground.problem.advocates.enumerated() {
      for day in 0..<ground.dayCount { result[layout.advocateDay + index * ground.dayCount + day] = advocate.dailyCap }
      for week in 0..<ground.weekCount {
        result[layout.advocateWeek + index * ground.weekCount + week] = advocate.weeklyCap
      }
    }
    return result
  }

  /// The bound, or nil when the arithmetic would overflow.
  static func bound(_ ground: Ground, _ tables: PriceTables, _ prices: [Int]) -> Int? {
    // 2^40 times the largest capacity (2^20) stays inside; the sums are checked by `addingReportingOverflow`.
    if prices.contains(where: { abs($0) > 1 << 41 }) { return nil }
    let layout = tables.layout
    var padded = Array(repeating: 0, count: layout.count)
    for (index, position) in layout.certificateOrder.enumerated() { padded[position] = prices[index] }
    var total = 0
    var overflow = false
    func add(_ value: Int) {
      let sum = total.addingReportingOverflow(value)
      total = sum.partialValue
      overflow = overflow || sum.overflow
    }
    if (0..<layout.partner).contains(where: { padded[$0] < 0 }) { return nil }
    for (value, capacity) in zip(padded, capacities(ground, layout)) where value != 0 && capacity != 0 {
      let product = value.multipliedReportingOverflow(by: capacity)
      overflow = overflow || product.overflow
      add(product.partialValue)
    }
    if layout.hasTurns {
      let turns = Turns<Int>(ground, layout)
      padded.withUnsafeBufferPointer { if let base = $0.baseAddress { turns.take(base) } }
      for advocate in 0..<ground.advocateCount {
        for halfDay in 0..<ground.halfDayCount { add(turns.best(advocate, halfDay) { _, _ in }) }
      }
    }
    let fair = ground.problem.weights.fairPerSession
    for (index, partner) in ground.problem.partners.enumerated() {
      let theta = padded[layout.partner + index]
      // Concave and piecewise linear: the maximum is at an end or at the target.
      let loads = [0, min(partner.target, partner.quota), partner.quota]
      add(loads.map { theta * $0 - fair * abs($0 - partner.target) }.max() ?? 0)
    }
    for request in 0..<ground.requestCount { add(keeps(request, ground, tables, padded)) }
    for session in ground.problem.published { add(-ground.movePrice[session.request]) }
    return overflow ? nil : total
  }

  /// The most that one request keeps after paying; at least 0 unless its session is frozen.
  private static func keeps(_ request: Int, _ ground: Ground, _ tables: PriceTables, _ price: [Int]) -> Int {
    let layout = tables.layout
    let length = ground.rowLength
    let group = ground.classes[Int(ground.classOf[request])]
    let slots = Int(ground.duration[request])
    let weights = ground.problem.weights
    let block = layout.blockHalfDay + Int(ground.block[request]) * length
    let accessible = tables.paysAccessible(request)
    let cuts = tables.cuts(request).reduce(0) { $0 + price[layout.partnerCuts + $1] }
    let published = Int(ground.publishedAdvocate[request])
    let publishedHalfDay = published < 0 ? -1 : Int(ground.halfDayOfSlot[Int(ground.publishedStart[request])])
    var best = ground.isFrozen[request] ? Int.min : 0
    for halfDay in 0..<ground.halfDayCount {
      let starts = ground.startMask[request * ground.halfDayCount + halfDay]
      if starts == 0 { continue }
      let day = Int(ground.dayOf[halfDay])
      var common = ground.weight[request] - cuts + weights.earlyPerDay * (ground.dayCount - 1 - day)
      common -= ground.cheapest(request, halfDay, starts)
      var each = price[block + halfDay]
      if !layout.hasTurns { each += price[layout.rooms + halfDay] }
      if accessible { each += price[layout.accessible + halfDay] }
      common -= slots * each
      for (advocate, bonus) in zip(group.advocates, group.bonuses) {
        let advocate = Int(advocate)
        if ground.starts(group.durationIndex, advocate, halfDay) & starts == 0 { continue }
        let isPublished = advocate == published && halfDay == publishedHalfDay
        if ground.isFrozen[request] && !isPublished { continue }
        var value = common + bonus - price[layout.partner + Int(ground.partnerOf[advocate])]
        if layout.hasTurns {
          let row = group.durationIndex * ground.advocateCount + advocate
          value -= price[layout.advocateHalfDay + row * length + halfDay]
        } else {
          value -= slots * price[layout.advocateHalfDay + advocate * length + halfDay]
        }
        value -= price[layout.advocateDay + advocate * ground.dayCount + day]
        value -= price[layout.advocateWeek + advocate * ground.weekCount + Int(ground.weekOf[halfDay])]
        if Int(ground.preferred[request]) == advocate { value += weights.continuity }
        if isPublished { value += ground.movePrice[request] }
        if value <= best { continue }
        if !layout.sets.isEmpty {
          let paid = tables.paidSets(request, advocate)
          for set in layout.sets.indices where paid >> set & 1 == 1 {
            value -= slots * price[layout.roomSets + set * length + halfDay]
          }
        }
        best = max(best, value)
      }
    }
    return best == Int.min ? 0 : best
  }
}
