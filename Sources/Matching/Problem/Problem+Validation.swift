extension Problem {
  /// The largest weight, price or cost: sums of 2^20 of them stay below 2^60.
  package static let largestWeight = 1 << 40

  /// The most that the costs of one session may come to, all ranges together: the search keeps them in 32 bits.
  package static let largestCost = Int(Int32.max)

  /// Checks every field once, in the order of the fields; everything else in this room trusts the result.
  ///
  /// - Throws: the first thing that is wrong, with its place.
  package func validate() throws(ProblemError) {
    try expect(days, in: 1...100_000, "days")
    try expect(slotsPerDay, in: 1...1440, "slots_per_day")
    try expect(daysPerWeek, in: 1...100_000, "days_per_week")
    if slotCount > 1 << 20 { throw ProblemError(place: "days", expected: "at most 1048576 slots in all") }
    for (index, slot) in closed.enumerated() { try expect(slot, in: 0...slotCount - 1, "closed[\(index)]") }
    if let day = HalfDays(self).tooLong {
      throw ProblemError(place: "closed", expected: "at most 64 open slots in a row (day \(day) has more)")
    }
    try validateWeights()
    for (index, partner) in partners.enumerated() {
      try expect(partner.target, in: 0...1_000_000, "lbhs[\(index)].target")
      try expect(partner.quota, in: 0...1_000_000, "lbhs[\(index)].quota")
    }
    for (index, advocate) in advocates.enumerated() { try validate(advocate, "advocates[\(index)]") }
    if rooms.count > 64 { throw ProblemError(place: "rooms", expected: "at most 64 rooms") }
    for (index, room) in rooms.enumerated() {
      try expect(room.closed, "rooms[\(index)].closed")
      if let partner = room.reservedFor { try expectIndex(partner, partners.count, "rooms[\(index)].reservedFor") }
    }
    for (index, block) in blocks.enumerated() {
      try expect(block.escortCapacity, in: 0...1_000_000, "blocks[\(index)].escort_capacity")
    }
    for (index, request) in requests.enumerated() { try validate(request, "requests[\(index)]") }
    try validateGroups()
    try validatePublished()
    if let changeBudget { try expect(changeBudget, in: 0...1 << 30, "changeBudget") }
    try validateTotal()
  }

  private func validateWeights() throws(ProblemError) {
    try expect(weights.earlyPerDay, in: 0...Problem.largestWeight, "weights.early_per_day")
    try expect(weights.continuity, in: 0...Problem.largestWeight, "weights.continuity")
    try expect(weights.skill, in: 0...Problem.largestWeight, "weights.skill")
    try expect(weights.fairPerSession, in: 0...Problem.largestWeight, "weights.fair_per_session")
    try expect(weights.change, in: 0...Problem.largestWeight, "weights.change")
  }

  private func validate(_ advocate: Advocate, _ place: String) throws(ProblemError) {
    try expectIndex(advocate.partner, partners.count, "\(place).lbh")
    try expect(advocate.gender, in: 0...1000, "\(place).gender")
    for (index, skill) in advocate.skills.enumerated() { try expect(skill, in: 0...63, "\(place).skills[\(index)]") }
    for (index, language) in advocate.languages.enumerated() {
      try expect(language, in: 0...63, "\(place).languages[\(index)]")
    }
    try expect(advocate.available, "\(place).available")
    try expect(advocate.dailyCap, in: 0...1_000_000, "\(place).daily_cap")
    try expect(advocate.weeklyCap, in: 0...1_000_000, "\(place).weekly_cap")
  }

  private func validate(_ request: Request, _ place: String) throws(ProblemError) {
    try expectIndex(request.block, blocks.count, "\(place).block")
    try expect(request.duration, in: 1...1_000_000, "\(place).duration")
    try expect(request.tier, in: 1...4, "\(place).tier")
    try expect(request.waitingDays, in: 0...1_000_000, "\(place).waiting_days")
    try expect(request.weight, in: 0...Problem.largestWeight, "\(place).weight")
    try expect(request.release, in: 0...slotCount, "\(place).release")
    try expect(request.due, in: 0...slotCount, "\(place).due")
    try expect(request.skill, in: 0...63, "\(place).skill")
    try expect(request.language, in: 0...63, "\(place).language")
    try expect(request.gender, in: 0...1000, "\(place).gender")
    for (index, partner) in request.excludedPartners.enumerated() {
      try expectIndex(partner, partners.count, "\(place).excluded_lbhs[\(index)]")
    }
    if let advocate = request.preferredAdvocate {
      try expectIndex(advocate, advocates.count, "\(place).preferred_advocate")
    }
    try expect(request.busy, "\(place).busy")
    for (index, advocate) in request.excludedAdvocates.enumerated() {
      try expectIndex(advocate, advocates.count, "\(place).excludedAdvocates[\(index)]")
    }
    for (index, room) in (request.eligibleRooms ?? []).enumerated() {
      try expectIndex(room, rooms.count, "\(place).eligibleRooms[\(index)]")
    }
    var most = 0
    for (index, cost) in request.costs.enumerated() {
      try expect([cost.slots], "\(place).costs[\(index)].slots")
      try expect(cost.perSlot, in: -Problem.largestCost...Problem.largestCost, "\(place).costs[\(index)].perSlot")
      most += abs(cost.perSlot) * min(64, request.duration)
      if most > Problem.largestCost {
        throw ProblemError(
          place: "\(place).costs[\(index)].perSlot",
          expected: "costs of at most \(Problem.largestCost) for one session, all ranges together")
      }
    }
    if let advocate = request.pinnedAdvocate { try expectIndex(advocate, advocates.count, "\(place).pinnedAdvocate") }
    if let start = request.pinnedStart { try expectIndex(start, slotCount, "\(place).pinnedStart") }
    if let room = request.pinnedRoom { try expectIndex(room, rooms.count, "\(place).pinnedRoom") }
  }

  private func validateGroups() throws(ProblemError) {
    for (index, group) in adverseGroups.enumerated() {
      var seen: [Int: Int] = [:]
      for (side, members) in group.enumerated() {
        for (position, request) in members.enumerated() {
          let place = "adverse_groups[\(index)].sides[\(side)][\(position)]"
          try expectIndex(request, requests.count, place)
          if let earlier = seen.updateValue(side, forKey: request), earlier != side {
            throw ProblemError(place: place, expected: "a request that is not on side \(earlier) of the same group")
          }
        }
      }
    }
    for (index, pair) in apartPairs.enumerated() {
      try expectIndex(pair.first, requests.count, "apart_pairs[\(index)][0]")
      try expectIndex(pair.second, requests.count, "apart_pairs[\(index)][1]")
      if pair.first == pair.second {
        throw ProblemError(place: "apart_pairs[\(index)]", expected: "two different requests")
      }
    }
    for (index, group) in inmateGroups.enumerated() {
      var seen: Set<Int> = []
      for (position, request) in group.members.enumerated() {
        let place = "inmateGroups[\(index)].members[\(position)]"
        try expectIndex(request, requests.count, place)
        if !seen.insert(request).inserted { throw ProblemError(place: place, expected: "each request once") }
      }
      try expect(group.perDay, in: 0...1_000_000, "inmateGroups[\(index)].perDay")
    }
  }

  private func validatePublished() throws(ProblemError) {
    var seen: Set<Int> = []
    for (index, session) in published.enumerated() {
      let place = "published[\(index)]"
      try expectIndex(session.request, requests.count, "\(place).request")
      if !seen.insert(session.request).inserted {
        throw ProblemError(place: "\(place).request", expected: "each request at most once")
      }
      try expectIndex(session.advocate, advocates.count, "\(place).advocate")
      try expectIndex(session.start, slotCount, "\(place).start")
      try expectIndex(session.room, rooms.count, "\(place).room")
      if let price = session.movePrice { try expect(price, in: 0...Problem.largestWeight, "\(place).movePrice") }
    }
  }

  /// The sum of everything that can count, so that no sum inside overflows: 2^58 leaves room for prices.
  private func validateTotal() throws(ProblemError) {
    let limit = 1 << 58
    var total = 0
    func add(_ value: Int, times count: Int) -> Bool {
      let (product, overflow) = value.multipliedReportingOverflow(by: count)
      total = overflow ? limit : min(limit, total + min(limit, product))
      return total < limit
    }
    let one = weights.earlyPerDay.multipliedReportingOverflow(by: days)
    var fits = !one.overflow && add(one.partialValue, times: requests.count)
    fits = fits && add(weights.continuity + weights.skill, times: requests.count)
    for partner in partners { fits = fits && add(weights.fairPerSession, times: max(partner.target, partner.quota)) }
    for request in requests {
      fits = fits && add(request.weight, times: 1)
      for cost in request.costs { fits = fits && add(abs(cost.perSlot), times: min(64, request.duration)) }
    }
    for session in published { fits = fits && add(session.movePrice ?? weights.change, times: 1) }
    if !fits { throw ProblemError(place: "weights", expected: "a sum of all weights below 2^58") }
  }

  private func expect(_ value: Int, in range: ClosedRange<Int>, _ place: @autoclosure () -> String)
    throws(ProblemError)
  {
    if !range.contains(value) {
      throw ProblemError(place: place(), expected: "\(range.lowerBound) to \(range.upperBound), not \(value)")
    }
  }

  private func expectIndex(_ value: Int, _ count: Int, _ place: @autoclosure () -> String) throws(ProblemError) {
    if value < 0 || value >= count {
      throw ProblemError(place: place(), expected: "a known index below \(count), not \(value)")
    }
  }

  private func expect(_ ranges: [SlotRange], _ place: @autoclosure () -> String) throws(ProblemError) {
    for (index, range) in ranges.enumerated()
    where range.start < 0 || range.end > slotCount || range.start > range.end {
      throw ProblemError(
        place: "\(place())[\(index)]",
        expected: "slots [start, end) with 0 <= start <= end <= \(slotCount), not [\(range.start), \(range.end))")
    }
  }
}
