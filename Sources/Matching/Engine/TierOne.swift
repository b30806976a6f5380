/// Proves how much of tier 1 can be served at most.
enum TierOne {
  /// The proof for a plan that serves `served`, in a problem compiled as `ground`.
  static func proof(_ ground: Ground, served: Set<Int>) -> TierOneProof {
    let all = (0..<ground.requestCount).filter { ground.isTierOne[$0] }
    let possible = all.filter { ground.hasPlace($0) }
    let value = all.reduce(0) { served.contains($1) ? $0 + ground.weight[$1] : $0 }
    var bound = possible.reduce(0) { $0 + ground.weight[$1] }
    if bound > value { bound = min(bound, max(value, relaxed(ground, possible))) }
    return TierOneProof(
      value: value, bound: bound, impossible: all.filter { !ground.hasPlace($0) },
      waiting: possible.filter { !served.contains($0) })
  }

  /// The bound by prices of the problem that knows tier 1 only and counts nothing but its weights.
  private static func relaxed(_ ground: Ground, _ requests: [Int]) -> Int {
    var problem = ground.problem
    problem.weights = Weights()
    problem.published = []
    problem.changeBudget = nil
    problem.apartPairs = []
    problem.inmateGroups = []
    let position = Dictionary(uniqueKeysWithValues: requests.enumerated().map { ($0.element, $0.offset) })
    problem.adverseGroups = ground.problem.adverseGroups.map { group in
      group.map { side in side.compactMap { position[$0] } }.filter { !$0.isEmpty }
    }
    problem.requests = requests.map {
      var request = ground.problem.requests[$0]
      request.costs = []
      return request
    }
    let only = Ground(problem)
    let dual = DualDescent(only, PriceLayout(only))
    let schedule = Schedule(only, warm: false)
    dual.run(1500, from: 0, to: 1, schedule)
    let bound = UpperBound.bound(only, dual.tables, dual.roundedPrices()) ?? Int.max
    // Every sum of weights is a multiple of their greatest common divisor.
    let divisor = problem.requests.reduce(0) { greatestCommonDivisor($0, $1.weight) }
    return divisor > 1 ? bound / divisor * divisor : bound
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
  }
}

extension Ground {
  /// Whether a request would have any place if it were alone.
  func hasPlace(_ request: Int) -> Bool {
    let group = classes[Int(classOf[request])]
    let inmates = problem.inmateGroups.filter { $0.members.contains(request) }
    if escortCapacity[Int(block[request])] <= 0 || inmates.contains(where: { $0.perDay <= 0 }) { return false }
    let able = group.advocates.map(Int.init).filter {
      dailyCap[$0] > 0 && weeklyCap[$0] > 0 && quotaOf[Int(partnerOf[$0])] > 0
    }
    for halfDay in 0..<halfDayCount {
      let own = startMask[request * halfDayCount + halfDay]
      if own == 0 { continue }
      for advocate in able {
        var rest = starts(group.durationIndex, advocate, halfDay) & own
        let rooms = roomsOfRequest[request] & roomsOfPartner[Int(partnerOf[advocate])]
        while rest != 0 {
          let start = Int(firstSlot[halfDay]) + rest.trailingZeroBitCount
          rest &= rest &- 1
          // One room that is open all the time.
          if (start..<start + Int(duration[request])).reduce(rooms, { $0 & roomsOpen[$1] }) != 0 { return true }
        }
      }
    }
    return false
  }
}
