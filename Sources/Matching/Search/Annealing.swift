/// Improves a schedule by annealing: one request takes a place, what stands in the way goes and is put back where
/// there is room, and the whole move counts by the true objective.
///
/// Prices only guide which place is tried and who has to go. Source of the acceptance rule: N. Metropolis et al.,
/// "Equation of state calculations by fast computing machines", 1953.
final class Annealing {
  let ground: Ground
  let state: SearchState
  let rooms: RoomColouring
  let candidates: Candidates
  let standing: Standing
  /// The most published sessions that may have changed, if there is a limit.
  let changeLimit: Int
  /// Moves that were accepted and changed something.
  private(set) var accepted = 0

  // In flat memory, because a class's variables pay for exclusivity checks at every move.
  private let random: UnsafeMutablePointer<RandomNumbers>
  private let ejected: UnsafeMutablePointer<Ejected>
  private let negativeLogarithm: UnsafeMutablePointer<Double>
  private let arena = Arena()
  /// How far prices may be wrong about a move.
  private let slack: Double

  init(_ ground: Ground, _ state: SearchState, _ rooms: RoomColouring, seed: UInt64, changeLimit: Int) {
    self.ground = ground
    self.state = state
    self.rooms = rooms
    self.changeLimit = changeLimit
    slack = ground.unit / 100 * ground.spread
    standing = Standing(ground, state)
    candidates = Candidates(ground, PriceTables(ground, PriceLayout(ground)))
    random = arena.make(1, RandomNumbers(seed: seed))
    ejected = arena.make(1, Ejected())
    negativeLogarithm = arena.make(4096, 0)
    for index in 0..<4096 { negativeLogarithm[index] = -Mathematics.logarithm((Double(index) + 0.5) / 4096) }
  }

  /// Makes moves at one temperature.
  func run(_ moves: Int, temperature: Double) {
    if candidates.active.isEmpty { return }
    let active = candidates.active
    for _ in 0..<moves {
      let request = Int(active[random.pointee.below(active.count)])
      let allowance = temperature * negativeLogarithm[Int(random.pointee.next() &>> 52)]
      move(request, allowance: allowance)
    }
  }

  /// Tries one move; it stays when the objective falls by at most `allowance`.
  private func move(_ request: Int, allowance: Double) {
    if state.advocateOf[request] < 0, let place = freePlace(request) {
      state.forget()
      let before = state.objective
      let changesBefore = state.changes
      put(request, place.advocate, place.start)
      settle(before, changesBefore, allowance)
      return
    }
    guard let place = drawPlace(request, allowance) else { return }
    attempt(request, place.advocate, place.start, allowance: allowance, limit: 4, chain: 2)
  }

  /// A place from a request's list, occupied or not; nil when the one that was drawn has no start, or cannot gain
  /// enough at an allowance.
  private func drawPlace(_ request: Int, _ allowance: Double = .infinity) -> (advocate: Int, start: Int)? {
    let length = Int(candidates.count[request])
    if length == 0 { return nil }
    // The smallest of three draws: places near the top of the list are tried more often.
    var position = random.pointee.below(length)
    for _ in 0..<2 { position = min(position, random.pointee.below(length)) }
    let index = request * Candidates.longest + position
    let advocate = Int(candidates.advocate[index])
    guard let start = chooseStart(request, advocate, Int(candidates.halfDay[index])) else { return nil }
    if allowance < .infinity && isHopeless(request, advocate, start, candidates.value[index], allowance) { return nil }
    return (advocate, start)
  }

  /// Whether a place is held by those who would lose more than the request gains, even if each of them then had the
  /// best place of its list: the prices say so before anything is moved.
  @inline(__always)
  private func isHopeless(
    _ request: Int, _ advocate: Int, _ start: Int, _ value: Float, _ allowance: Double
  ) -> Bool {
    var hope = value
    if state.advocateOf[request] >= 0 { hope -= state.keeps[request] }
    let place = state.occupant + advocate &* ground.slotCount
    var last = Int32(truncatingIfNeeded: request)
    var isFree = true
    for slot in start..<start + Int(ground.duration[request]) where place[slot] >= 0 && place[slot] != last {
      last = place[slot]
      isFree = false
      hope += candidates.top[Int(last)] - state.keeps[Int(last)]
    }
    return !isFree && Double(hope) < -allowance - slack
  }

  /// Puts a request in one place, whatever stands in the way; returns whether the move stays. At most `limit` go at
  /// once; as many as `chain` of them may push out one more each.
  @discardableResult
  func attempt(
    _ request: Int, _ advocate: Int, _ start: Int, allowance: Double, limit: Int, chain: Int = 0
  ) -> Bool {
    state.forget()
    let before = state.objective
    let changesBefore = state.changes
    if state.advocateOf[request] >= 0 {
      if Int(state.advocateOf[request]) == advocate && Int(state.startOf[request]) == start { return false }
      state.remove(request)
    }
    ejected.pointee.count = 0
    if !state.clear(request, advocate, start, limit: limit, &random.pointee, &ejected.pointee) {
      state.undo()
      return false
    }
    put(request, advocate, start)
    putBack(chain)
    return settle(before, changesBefore, allowance)
  }

  /// A free place for what was ejected, the heaviest first; as often as `chain` says an occupied one, from which one
  /// more is ejected and put back in turn. When the search is cold no meeting waits even for one move, so only such
  /// chains reach the free place that is two meetings away. Source: F. Glover, "Ejection chains, reference structures
  /// and alternating path methods for traveling salesman problems", 1996.
  private func putBack(_ chain: Int) {
    ejected.pointee.sort { ground.weight[Int($0)] }
    var links = chain
    var index = 0
    while index < ejected.pointee.count {
      let request = Int(ejected.pointee[index])
      index += 1
      if let place = freePlace(request) {
        put(request, place.advocate, place.start)
      } else if links > 0 && ejected.pointee.count < Ejected.most {
        links -= 1
        guard let place = drawPlace(request) else { continue }
        let limit = ejected.pointee.count + 1
        if state.clear(request, place.advocate, place.start, limit: limit, &random.pointee, &ejected.pointee) {
          put(request, place.advocate, place.start)
        }
      }
    }
  }

  /// How many the last attempt pushed out.
  var ejectedCount: Int { ejected.pointee.count }

  /// Whom the last attempt pushed out.
  func ejected(_ index: Int) -> Int { Int(ejected.pointee[index]) }

  /// Keeps the move since `forget` or takes it back.
  @discardableResult
  func settle(_ before: Int, _ changesBefore: Int, _ allowance: Double) -> Bool {
    let loss = Double(before - state.objective)
    if loss > allowance || (state.changes > changeLimit && state.changes > changesBefore) {
      state.undo()
      return false
    }
    for index in 0..<state.touchedCount where !rooms.fits(Int(state.touched[index])) {
      state.undo()
      return false
    }
    accepted += 1
    return true
  }

  /// The best place of a request's list that is free, with one of its free starts.
  func freePlace(_ request: Int) -> (advocate: Int, start: Int)? {
    let base = request * Candidates.longest
    let advocates = candidates.advocate + base
    let halfDays = candidates.halfDay + base
    let cells = ground.halfDayCount
    for index in 0..<Int(candidates.count[request]) {
      let advocate = Int(advocates[index])
      let halfDay = Int(halfDays[index])
      // In a good schedule nearly all that anybody looks at is full: that is seen from one word.
      if state.free[advocate &* cells &+ halfDay] & state.roomsFree[halfDay] == 0 { continue }
      let starts = state.legalStarts(request, advocate, halfDay)
      if starts == 0 { continue }
      return (advocate, pick(starts, request, halfDay))
    }
    return nil
  }

  /// One of the starts; the published one and the cheapest ones first.
  func pick(_ starts: UInt64, _ request: Int, _ halfDay: Int) -> Int {
    let first = Int(ground.firstSlot[halfDay])
    let published = Int(ground.publishedStart[request]) - first
    if published >= 0 && published < 64 && starts &>> UInt64(published) & 1 == 1 { return first + published }
    if ground.costRow[request] >= 0 {
      let costs = ground.costs(request, first)
      var best = starts.trailingZeroBitCount
      var rest = starts & (starts &- 1)
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        if costs[bit] < costs[best] { best = bit }
      }
      return first + best
    }
    return first + draw(starts)
  }

  /// A random member of a set that is not empty.
  @inline(__always)
  private func draw(_ set: UInt64) -> Int {
    var rest = set
    for _ in 0..<random.pointee.below(set.nonzeroBitCount) { rest &= rest &- 1 }
    return rest.trailingZeroBitCount
  }

  /// A start to try: a free one if there is one; else, of two drawn, the one whose occupants keep less.
  private func chooseStart(_ request: Int, _ advocate: Int, _ halfDay: Int) -> Int? {
    let starts =
      ground.startMask[request * ground.halfDayCount + halfDay]
      & ground.starts(Int(ground.durationIndex[request]), advocate, halfDay)
    if starts == 0 { return nil }
    let free = state.freeStarts(request, advocate, halfDay)
    if free != 0 && random.pointee.next() & 3 != 0 { return pick(free, request, halfDay) }
    let first = Int(ground.firstSlot[halfDay])
    let one = first + draw(starts)
    let other = first + draw(starts)
    return standing(request, advocate, one) <= standing(request, advocate, other) ? one : other
  }

  /// What the advocate's sessions in the way of a start keep.
  private func standing(_ request: Int, _ advocate: Int, _ start: Int) -> Float {
    let place = state.occupant + advocate * ground.slotCount
    var sum: Float = 0
    var last: Int32 = -1
    for slot in start..<start + Int(ground.duration[request]) where place[slot] >= 0 && place[slot] != last {
      last = place[slot]
      sum += state.keeps[Int(last)]
    }
    return sum
  }

  /// Counts anew what everybody keeps, at the present prices.
  func refresh() {
    for request in 0..<ground.requestCount where state.advocateOf[request] >= 0 {
      state.keeps[request] = kept(request, Int(state.advocateOf[request]), Int(state.startOf[request]))
    }
  }

  /// Inserts a request with what it keeps at the present prices.
  func put(_ request: Int, _ advocate: Int, _ start: Int) {
    state.insert(request, advocate, start, keeps: kept(request, advocate, start))
  }

  /// What a request keeps in a place at the present prices.
  private func kept(_ request: Int, _ advocate: Int, _ start: Int) -> Float {
    let tables = candidates.tables
    let halfDay = Int(ground.halfDayOfSlot[start])
    let length = ground.rowLength
    let cell = (Int(ground.durationIndex[request]) * ground.advocateCount + advocate) * length + halfDay
    var kept = Float(ground.profit(request, advocate, start))
    kept -= Float(ground.problem.weights.earlyPerDay * (ground.dayCount - 1 - Int(ground.dayOf[halfDay])))
    kept += tables.column[cell] + tables.row[Int(tables.rowKindOf[request]) * length + halfDay]
    return kept
  }
}
