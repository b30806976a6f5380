extension Ground {
  /// Where an advocate can start a session of a duration (by index) in a half-day.
  @inline(__always)
  func starts(_ durationIndex: Int, _ advocate: Int, _ halfDay: Int) -> UInt64 {
    advocateStarts[(durationIndex * advocateCount + advocate) * halfDayCount + halfDay]
  }

  /// Whether an advocate may serve the requests of a class.
  @inline(__always)
  func serves(_ group: Int, _ advocate: Int) -> Bool {
    serving[group &* servingLength &+ advocate / 64] &>> UInt64(advocate % 64) & 1 == 1
  }

  /// What a start costs a request that has costs, and after it the later starts of the half-day.
  @inline(__always)
  func costs(_ request: Int, _ start: Int) -> UnsafeMutablePointer<Int32> {
    costOfStart + (Int(costRow[request]) &* openCount &+ Int(openIndex[start]))
  }

  /// What a session is worth in the search: tier 1 counts for more.
  @inline(__always)
  func searchProfit(_ request: Int, _ advocate: Int, _ start: Int) -> Int {
    let value = profit(request, advocate, start)
    return isTierOne[request] ? value + (tierOneFactor - 1) * weight[request] : value
  }

  /// What a session of a request is worth in the search at most.
  func mostWorth(_ request: Int) -> Int {
    let weights = problem.weights
    var most = isTierOne[request] ? tierOneFactor * weight[request] : weight[request]
    most += weights.earlyPerDay * dayCount + weights.continuity + weights.skill + movePrice[request]
    if costRow[request] >= 0 {
      let row = costOfStart + Int(costRow[request]) * openCount
      most -= Int((0..<openCount).reduce(0) { min($0, row[$1]) })
    }
    return most
  }

  /// The lowest cost of a request's starts in a half-day; 0 without costs.
  func cheapest(_ request: Int, _ halfDay: Int, _ starts: UInt64) -> Int {
    guard costRow[request] >= 0 else { return 0 }
    let row = costs(request, Int(firstSlot[halfDay]))
    var lowest = Int32.max
    var rest = starts
    while rest != 0 {
      lowest = min(lowest, row[rest.trailingZeroBitCount])
      rest &= rest &- 1
    }
    return Int(lowest)
  }
}
