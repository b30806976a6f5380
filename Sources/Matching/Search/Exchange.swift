/// Exchanges of places between many at once: of all ways to hand out the places that a schedule uses, a best one.
///
/// Which advocate meets somebody when, and for how long, stays as it is; whom is chosen anew, for each duration by
/// itself, among the places on everybody's list. That is an assignment problem, solved by an auction that starts from
/// a little below the prices (D. P. Bertsekas, "The auction algorithm: a distributed relaxation method for the
/// assignment problem", 1988). What differs from the schedule falls into rings and rows of requests that take one
/// another's place: each is made by itself, stays when it is legal and gains, and is taken back otherwise. Single moves
/// find rings of two or three; where days count, better schedules are often ten meetings away.
final class Exchange {
  private let ground: Ground
  private let state: SearchState
  private let annealing: Annealing
  private let arena = Arena()
  /// By request: the place that it holds and its number as a bidder, or -1.
  private let placeOf, bidderOf: UnsafeMutablePointer<Int32>
  /// By advocate and half-day: where places of the present duration begin.
  private let begins: UnsafeMutablePointer<UInt64>

  /// A place that the schedule uses.
  private struct Place {
    let owner: Int32
    let advocate, halfDay, start: Int32
    var price: Int
    /// The bidder who holds it in the auction, or -1.
    var holder: Int32 = -1
  }

  private var places: [Place] = []
  /// Who bids; bidder b may take `arcs[arcStart[b] ..< arcStart[b + 1]]`.
  private var bidders: [Int32] = []
  private var arcStart: [Int32] = []
  private var arcs: [(place: Int32, value: Int)] = []
  /// By bidder: the place that it holds in the auction, or -1.
  private var chosen: [Int32] = []
  private var queue: [Int32] = []

  init(_ annealing: Annealing) {
    ground = annealing.ground
    state = annealing.state
    self.annealing = annealing
    placeOf = arena.make(ground.requestCount, -1)
    bidderOf = arena.make(ground.requestCount, -1)
    begins = arena.make(ground.advocateCount * ground.halfDayCount, 0)
  }

  /// Makes the exchanges that gain.
  func run() {
    for duration in ground.durations.indices {
      findPlaces(duration)
      if places.count > 1 {
        findBidders(duration)
        if auction() { makeExchanges() }
      }
      for place in places {
        placeOf[Int(place.owner)] = -1
        begins[Int(place.advocate) * ground.halfDayCount + Int(place.halfDay)] = 0
      }
      for bidder in bidders { bidderOf[Int(bidder)] = -1 }
      bidders.removeAll(keepingCapacity: true)
    }
  }

  private func findPlaces(_ duration: Int) {
    places.removeAll(keepingCapacity: true)
    // Prices that start too low are bid up; one that is too high leaves its place empty.
    let lower = Int(ground.unit * 0.03)
    for request in 0..<ground.requestCount
    where state.advocateOf[request] >= 0 && Int(ground.durationIndex[request]) == duration && !ground.isFrozen[request]
    {
      let advocate = Int(state.advocateOf[request])
      let start = Int(state.startOf[request])
      let halfDay = Int(ground.halfDayOfSlot[start])
      let paid = Float(ground.profit(request, advocate, start)) - state.keeps[request]
      placeOf[request] = Int32(places.count)
      begins[advocate * ground.halfDayCount + halfDay] |= 1 << UInt64(start - Int(ground.firstSlot[halfDay]))
      places.append(
        Place(
          owner: Int32(request), advocate: Int32(advocate), halfDay: Int32(halfDay), start: Int32(start),
          price: max(0, Int(paid) - lower)))
    }
  }

  private func findBidders(_ duration: Int) {
    arcStart.removeAll(keepingCapacity: true)
    arcs.removeAll(keepingCapacity: true)
    let candidates = annealing.candidates
    for request in 0..<ground.requestCount
    where Int(ground.durationIndex[request]) == duration && !ground.isFrozen[request] {
      let count = Int(candidates.count[request])
      if count == 0 && placeOf[request] < 0 { continue }
      bidderOf[request] = Int32(bidders.count)
      bidders.append(Int32(request))
      arcStart.append(Int32(arcs.count))
      if placeOf[request] >= 0 { arcs.append((placeOf[request], state.valueOf[request])) }
      let base = request * Candidates.longest
      for index in base..<base + count {
        findArcs(request, Int(candidates.advocate[index]), Int(candidates.halfDay[index]))
      }
    }
    arcStart.append(Int32(arcs.count))
  }

  private func findArcs(_ request: Int, _ advocate: Int, _ halfDay: Int) {
    let cells = ground.halfDayCount
    var rest = begins[advocate &* cells &+ halfDay] & ground.startMask[request &* cells &+ halfDay]
    let first = Int(ground.firstSlot[halfDay])
    while rest != 0 {
      let start = first + rest.trailingZeroBitCount
      rest &= rest &- 1
      let owner = Int(state.occupant[advocate * ground.slotCount + start])
      if owner == request || !couldTake(request, advocate, start, from: owner) { continue }
      arcs.append((placeOf[owner], ground.searchProfit(request, advocate, start)))
    }
  }

  /// Whether a request could take the place of another if everybody else stayed.
  private func couldTake(_ request: Int, _ advocate: Int, _ start: Int, from owner: Int) -> Bool {
    let block = Int(ground.block[request])
    let needsAccessible = ground.needsAccessible[request] && !ground.needsAccessible[owner]
    if block != Int(ground.block[owner]) || needsAccessible {
      let own = Int(state.startOf[request])
      let ownEnd = own < 0 ? -1 : own + Int(ground.duration[request])
      let escort = state.escortUsed + block * ground.slotCount
      for slot in start..<start + Int(ground.duration[request]) {
        let present: Int32 = own <= slot && slot < ownEnd ? 1 : 0
        if block != Int(ground.block[owner]) && escort[slot] - present >= ground.escortCapacity[block] { return false }
        if needsAccessible && state.accessibleUsed[slot] - present >= ground.accessibleCountAt[slot] { return false }
      }
    }
    if !state.relations.related[request] { return true }
    return !state.isAdverse(request, Int(ground.partnerOf[advocate])) && !state.meetsApart(request, start)
  }

  /// Everybody bids for the place that is worth most after its price, until nobody is outbid any more; returns false
  /// when that takes too long.
  private func auction() -> Bool {
    let step = max(1, Int(ground.unit / 2000))
    chosen = Array(repeating: -1, count: bidders.count)
    queue = bidders.indices.map { Int32($0) }
    let limit = 60 * bidders.count
    var head = 0
    while head < queue.count {
      if head >= limit { return false }
      let bidder = Int(queue[head])
      head += 1
      var best = 0
      var second = 0
      var found = -1
      for index in Int(arcStart[bidder])..<Int(arcStart[bidder + 1]) {
        let value = arcs[index].value - places[Int(arcs[index].place)].price
        if value > best {
          second = best
          best = value
          found = Int(arcs[index].place)
        } else if value > second {
          second = value
        }
      }
      if found < 0 { continue }
      places[found].price += best - second + step
      let outbid = places[found].holder
      if outbid >= 0 {
        chosen[Int(outbid)] = -1
        queue.append(outbid)
      }
      places[found].holder = Int32(bidder)
      chosen[bidder] = Int32(found)
    }
    return true
  }

  /// Follows who takes whose place, row by row and ring by ring.
  private func makeExchanges() {
    var isDone = Array(repeating: false, count: bidders.count)
    func follow(_ first: Int) {
      var row: [Int] = []
      var next = first
      while next >= 0 && !isDone[next] {
        isDone[next] = true
        row.append(next)
        if chosen[next] < 0 { break }
        next = Int(bidderOf[Int(places[Int(chosen[next])].owner)])
      }
      let stays = chosen[first] < 0 || chosen[first] == placeOf[Int(bidders[first])]
      if row.count > 1 || !stays { make(row) }
    }
    // Rows begin with one who waited, or leave a place empty; what is left are rings.
    for index in bidders.indices where placeOf[Int(bidders[index])] < 0 && chosen[index] >= 0 { follow(index) }
    for place in places where place.holder < 0 { follow(Int(bidderOf[Int(place.owner)])) }
    for index in bidders.indices where chosen[index] >= 0 { follow(index) }
  }

  /// Makes the exchange of some bidders, if it is legal and gains. Who finds his new place illegal by now takes
  /// another that is free.
  private func make(_ row: [Int]) {
    state.forget()
    let before = state.objective
    let changes = state.changes
    for bidder in row where state.advocateOf[Int(bidders[bidder])] >= 0 { state.remove(Int(bidders[bidder])) }
    var homeless: [Int] = []
    for bidder in row where chosen[bidder] >= 0 {
      let request = Int(bidders[bidder])
      let place = places[Int(chosen[bidder])]
      let bit = UInt64(place.start - ground.firstSlot[Int(place.halfDay)])
      if state.legalStarts(request, Int(place.advocate), Int(place.halfDay)) &>> bit & 1 == 1 {
        annealing.put(request, Int(place.advocate), Int(place.start))
      } else {
        homeless.append(request)
      }
    }
    for request in homeless {
      if let place = annealing.freePlace(request) { annealing.put(request, place.advocate, place.start) }
    }
    annealing.settle(before, changes, -1)
  }
}
