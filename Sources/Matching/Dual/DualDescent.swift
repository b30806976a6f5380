/// Looks for prices with a low bound: a Lagrangian relaxation by half-days, minimised by Adam.
///
/// Every scarce thing (an advocate's half-day, rooms, accessible rooms, daily and weekly caps, escort) gets a
/// price of at least 0; a partner's fair share and quota get one price of either sign, because the sum over its
/// sessions is fixed by the sum over the requests. At given prices each request takes its best (advocate,
/// half-day) or nothing: the sum of what they keep and of what is scarce times its price bounds every plan from
/// above (weak duality). Usage less capacity is a subgradient. Source of the step rule: D. P. Kingma, J. Ba,
/// "Adam: a method for stochastic optimization", 2015.
///
/// Everything here is in single precision: a guess. `UpperBound` computes what the prices prove.
// One thread at a time: the engine hands it to the other thread at an epoch's start and takes it back by joining.
final class DualDescent: @unchecked Sendable {
  let ground: Ground
  let tables: PriceTables
  let layout: PriceLayout
  /// Padded prices of the lowest bound so far.
  let bestPrices: UnsafeMutablePointer<Float>
  /// The lowest bound so far, as a guess.
  private(set) var bestBound = Double.infinity

  /// A request that keeps less than nothing by so many steps a slot is not looked at for `nap` iterations.
  private static let doze: Float = 24
  private static let nap: Int32 = 8

  private let arena = Arena()
  private let turns: Turns<Float>?
  private let price, usage, capacity, slope, curvature: UnsafeMutablePointer<Float>
  private let winner: UnsafeMutablePointer<Int32>
  /// By request: the iteration at which it is looked at again.
  private let rests: UnsafeMutablePointer<Int32>
  private var iterations = 0
  private var slopeDecay: Float = 1
  private var curvatureDecay: Float = 1

  init(_ ground: Ground, _ layout: PriceLayout) {
    self.ground = ground
    self.layout = layout
    tables = PriceTables(ground, layout)
    turns = layout.hasTurns ? Turns(ground, layout) : nil
    price = arena.make(layout.count, 0)
    usage = arena.make(layout.count, 0)
    capacity = arena.make(layout.count, 0)
    slope = arena.make(layout.count, 0)
    curvature = arena.make(layout.count, 0)
    bestPrices = arena.make(layout.count, 0)
    rests = arena.make(ground.requestCount, 0)
    winner = arena.make(ground.classes.count * ground.rowLength, -1)
    for (index, value) in UpperBound.capacities(ground, layout).enumerated() { capacity[index] = Float(value) }
  }

  /// Starts from other prices (those of the last run).
  func start(from prices: [Int]) {
    for (index, position) in layout.certificateOrder.enumerated() {
      price[position] = Float(prices[index])
      bestPrices[position] = Float(prices[index])
    }
  }

  /// Forgets all prices.
  func startAnew() {
    bestBound = .infinity
    iterations = 0
    slopeDecay = 1
    curvatureDecay = 1
    for row in [price, bestPrices, slope, curvature] { row.update(repeating: 0, count: layout.count) }
    rests.update(repeating: 0, count: ground.requestCount)
  }

  /// Runs iterations whose steps shrink as the schedule says from one progress to another.
  func run(_ count: Int, from start: Double, to end: Double, _ schedule: Schedule) {
    for index in 0..<count {
      let progress = start + (end - start) * Double(index) / Double(count)
      let step = schedule.step(progress) * ground.unit
      let bound = evaluate(Float(step))
      if bound < bestBound {
        bestBound = bound
        bestPrices.update(from: price, count: layout.count)
      }
      move(Float(step))
    }
  }

  /// The best prices as integers, in the order of the certificate.
  func roundedPrices() -> [Int] {
    layout.certificateOrder.map { position in
      let value = bestPrices[position].rounded()
      return position < layout.partner ? Int(max(0, value)) : Int(value)
    }
  }

  /// The bound at the current prices, as a guess; fills `usage`.
  private func evaluate(_ step: Float) -> Double {
    tables.fill(price)
    usage.update(repeating: 0, count: layout.count)
    winner.update(repeating: -1, count: ground.classes.count * ground.rowLength)
    var total = 0.0
    if let turns { total += sell(turns) }
    for index in 0..<layout.partner { total += Double(capacity[index] * price[index]) }
    let fair = Float(ground.problem.weights.fairPerSession)
    for (index, partner) in ground.problem.partners.enumerated() {
      let theta = price[layout.partner + index]
      let load = theta > fair ? partner.quota : theta >= -fair ? min(partner.target, partner.quota) : 0
      total += Double(theta) * Double(load) - Double(fair) * Double(abs(load - partner.target))
      capacity[layout.partner + index] = Float(load)
    }
    let now = Int32(truncatingIfNeeded: iterations)
    for request in 0..<ground.requestCount where rests[request] <= now {
      let value = take(request)
      if value > 0 || (ground.isFrozen[request] && value > PriceTables.never / 2) {
        total += Double(value)
      } else if value < -DualDescent.doze * step * Float(ground.duration[request]) {
        // A step moves no price by much more than its length: for a while this request keeps less than nothing, and
        // a guess may leave it out.
        rests[request] = now &+ DualDescent.nap
      }
    }
    iterations &+= 1
    return total - Double(ground.problem.published.reduce(0) { $0 + ground.movePrice[$1.request] })
  }

  /// Lets every advocate's half-day take its best row of turns: they are what there is of its prices, and they use
  /// the slots of the rooms. Returns what the room slots that they use cost, as a loss: the capacities' worth counts
  /// the rest.
  private func sell(_ turns: Turns<Float>) -> Double {
    let rows = ground.durations.count * ground.advocateCount * ground.rowLength
    (capacity + layout.advocateHalfDay).update(repeating: 0, count: rows)
    turns.take(price)
    for advocate in 0..<ground.advocateCount {
      for halfDay in 0..<ground.halfDayCount
      where ground.available[advocate * ground.halfDayCount + halfDay] != 0 {
        _ = turns.best(advocate, halfDay) { duration, start in
          let row = duration &* ground.advocateCount &+ advocate
          capacity[layout.advocateHalfDay &+ row &* ground.rowLength &+ halfDay] += 1
          for slot in start..<start + ground.durations[duration] { usage[layout.rooms + slot] += 1 }
        }
      }
    }
    return (0..<ground.slotCount).reduce(0) { $0 - Double(usage[layout.rooms + $1] * price[layout.rooms + $1]) }
  }

  /// What a request keeps at its best entry, which is added to `usage` unless it is below 0: then it waits.
  @inline(__always)
  private func take(_ request: Int) -> Float {
    let length = ground.rowLength
    let own = tables.mask + request &* length
    let row = tables.row + Int(tables.rowKindOf[request]) &* length
    let group = Int(ground.classOf[request])
    let best = tables.best + group &* length
    let base = tables.base[request]
    let top = PriceTables.highest(own, row, best, length)
    var highest = top
    let bonus = tables.preferredBonus[request]
    let preferred = ground.preferred[request]
    let cells = tables.column + Int(ground.durationIndex[request]) &* ground.advocateCount &* length
    var preferredTop = PriceTables.never
    if bonus > PriceTables.never {
      preferredTop = PriceTables.highest(own, row, cells + Int(preferred) &* length, length)
      highest = max(highest, preferredTop + bonus)
    }
    var exception = -1
    var index = Int(tables.exceptionStart[request])
    let last = Int(tables.exceptionStart[request + 1])
    while index < last {
      let entry = tables.exceptions[index]
      let value = cells[Int(entry.advocate) &* length &+ Int(entry.halfDay)] + row[Int(entry.halfDay)] + entry.value
      if value > highest {
        highest = value
        exception = index
      }
      index &+= 1
    }
    let value = highest + base
    if highest <= PriceTables.never / 2 { return PriceTables.never }
    if value <= 0 && !ground.isFrozen[request] { return value }
    if exception >= 0 {
      let entry = tables.exceptions[exception]
      use(request, Int(entry.advocate), Int(entry.halfDay))
    } else if top == highest {
      let halfDay = PriceTables.position(of: top, own, row, best, length)
      use(request, Int(winner(group, halfDay)), halfDay)
    } else {
      let column = cells + Int(preferred) &* length
      use(request, Int(preferred), PriceTables.position(of: preferredTop, own, row, column, length))
    }
    return value
  }

  /// The advocate behind `tables.best`.
  @inline(__always)
  private func winner(_ group: Int, _ halfDay: Int) -> Int32 {
    let cell = group * ground.rowLength + halfDay
    if winner[cell] >= 0 { return winner[cell] }
    winner[cell] = tables.advocate(group, halfDay)
    return winner[cell]
  }

  @inline(__always)
  private func use(_ request: Int, _ advocate: Int, _ halfDay: Int) {
    let length = ground.rowLength
    let slots = Float(ground.duration[request])
    if layout.hasTurns {
      let row = Int(ground.durationIndex[request]) &* ground.advocateCount &+ advocate
      usage[layout.advocateHalfDay &+ row &* length &+ halfDay] += 1
    } else {
      usage[layout.advocateHalfDay &+ advocate &* length &+ halfDay] += slots
      usage[layout.rooms + halfDay] += slots
    }
    usage[layout.blockHalfDay + Int(ground.block[request]) &* length + halfDay] += slots
    usage[layout.advocateDay + advocate &* ground.dayCount + Int(ground.dayOf[halfDay])] += 1
    usage[layout.advocateWeek + advocate &* ground.weekCount + Int(ground.weekOf[halfDay])] += 1
    usage[layout.partner + Int(ground.partnerOf[advocate])] += 1
    if tables.paysAccessible(request) { usage[layout.accessible + halfDay] += slots }
    for cut in tables.cuts(request) { usage[layout.partnerCuts + cut] += 1 }
    if layout.sets.isEmpty { return }
    let paid = tables.paidSets(request, advocate)
    for set in layout.sets.indices where paid >> set & 1 == 1 {
      usage[layout.roomSets + set * length + halfDay] += slots
    }
  }

  /// One step of Adam against the subgradient `capacity - usage`.
  private func move(_ step: Float) {
    slopeDecay *= 0.95
    curvatureDecay *= 0.999
    let slopeScale = 1 / (1 - slopeDecay)
    let curvatureScale = 1 / (1 - curvatureDecay)
    for index in 0..<layout.count {
      let gradient = capacity[index] - usage[index]
      let first = 0.95 * slope[index] + 0.05 * gradient
      let second = 0.999 * curvature[index] + 0.001 * gradient * gradient
      slope[index] = first
      curvature[index] = second
      let moved = price[index] - step * first * slopeScale / ((second * curvatureScale).squareRoot() + 1e-6)
      price[index] = index < layout.partner ? max(0, moved) : moved
    }
  }
}
