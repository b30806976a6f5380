/// One run: bound and search side by side, meeting at the end of every epoch.
///
/// An epoch is a fixed number of iterations of the bound on one thread and a fixed number of moves on the other;
/// what they exchange (prices one way, nothing back) changes hands only when both are done. So the answer is a
/// function of problem, seed, effort and plan, whatever the cores and the load.
final class Run {
  let ground: Ground
  let state: SearchState
  let rooms: RoomColouring
  let annealing: Annealing
  let dual: DualDescent
  let limits: Limits
  private var schedule: Schedule
  /// The bound's best prices at the last meeting of the threads.
  private let sharedPrices: UnsafeMutablePointer<Float>
  private let arena = Arena()
  /// The lowest bound that integer prices proved, with the prices.
  private(set) var bound = Int.max
  private(set) var prices: [Int] = []
  /// Prices to start from that leave more than this part of the bound open are of another problem: another day's
  /// advocates, say. Then the short steps that good prices deserve would not find the way any more.
  private static let poorPrices = 50
  /// Epochs done and, at first, planned.
  private(set) var done = 0
  private(set) var planned = 0
  /// Later plans: after how many epochs, and how many epochs in all.
  private(set) var replans: [Replan] = []
  private let exchange: Exchange
  private var best: [(advocate: Int32, start: Int32)] = []
  private var bestObjective = Int.min
  private let began: Int
  private let kept: Set<Int>
  private let warmStart: [Assignment]
  private let warmPrices: [Int]?
  private let isWarm: Bool

  /// - Parameter kept: requests whose published sessions can stay together and have to, as far as the limit says.
  init(
    _ ground: Ground, _ limits: Limits, changeLimit: Int, kept: Set<Int>, warmStart: [Assignment], prices: [Int]?,
    began: Int
  ) {
    let layout = PriceLayout(ground)
    warmPrices = prices.flatMap { $0.count == layout.certificateOrder.count ? $0 : nil }
    isWarm = !ground.problem.published.isEmpty || !warmStart.isEmpty
    self.kept = kept
    self.warmStart = warmStart
    self.ground = ground
    self.limits = limits
    self.began = began
    schedule = Schedule(ground, warm: isWarm, priced: warmPrices != nil)
    state = SearchState(ground, Relations(ground.problem))
    rooms = RoomColouring(ground, state, roomsStay: ground.problem.changeBudget != nil)
    annealing = Annealing(ground, state, rooms, seed: limits.seed, changeLimit: changeLimit)
    exchange = Exchange(annealing)
    dual = DualDescent(ground, layout)
    sharedPrices = arena.make(dual.layout.count, 0)
  }

  /// Runs to the limits; `best` and `bound` then hold the outcome, and the state is the best schedule.
  func run() {
    if let warmPrices { dual.start(from: warmPrices) }
    priceFirst()
    annealing.construct(warmStart, keeping: kept)
    remember()
    if warmPrices != nil && (bound == Int.max || bound - score > abs(bound) / Run.poorPrices) {
      schedule = Schedule(ground, warm: isWarm)
      dual.startAnew()
      priceFirst()
    }
    planned = limits.planned ?? limits.effort ?? 0
    var cooling = Cooling(planned: planned)
    var boundCooling = Cooling(planned: Schedule.boundEpochs(planned))
    let goal = limits.effort ?? limits.planned ?? Int.max
    let isTimed = planned == 0
    var pace = Pace()
    while done < goal && !isOver {
      let before = limits.now()
      // The first epoch is the same whether the plan is known or comes from timing it.
      let now = done == 0 ? 0 : cooling.progress(done)
      let next = done == 0 ? 0 : cooling.progress(done + 1)
      epoch(
        now, next, bound: done == 0 ? 0 : boundCooling.progress(done), done == 0 ? 0 : boundCooling.progress(done + 1))
      var change: Int?
      if isTimed, let milliseconds = limits.milliseconds {
        pace.add(limits.now() - before)
        let left = milliseconds * 1000 - (limits.now() - began)
        let count = done + pace.epochs(in: left)
        if done == 1 {
          planned = count
          cooling = Cooling(planned: count)
          boundCooling = Cooling(planned: Schedule.boundEpochs(count))
        } else if left > 0 && Pace.isOther(count - done, cooling.planned - done) {
          change = count
        }
      } else {
        change = limits.replans.first { $0.done == done }?.planned
      }
      if let change, !cooling.isOver(done) {
        replans.append(Replan(done: done, planned: change))
        cooling.plan(change, at: done)
        boundCooling.plan(Schedule.boundEpochs(change), at: done)
      }
      if done % 8 == 0 || done == cooling.planned { certify() }
      limits.progress(
        Limits.Progress(epoch: done, planned: cooling.planned, objective: score, bound: bound))
    }
    certify()
    restore()
  }

  /// The bound's first iterations, before the search has anything.
  private func priceFirst() {
    dual.run(schedule.prelude, from: 0, to: 0, schedule)
    certify()
    meet()
    prepare(0)
  }

  /// The best plan's score: the search counts tier 1 for more.
  private var score: Int {
    (0..<ground.requestCount).reduce(bestObjective) { sum, request in
      let isCounted = ground.isTierOne[request] && best[request].advocate >= 0
      return isCounted ? sum - (ground.tierOneFactor - 1) * ground.weight[request] : sum
    }
  }

  private var isOver: Bool {
    if limits.isCancelled() { return true }
    if let milliseconds = limits.milliseconds, limits.now() - began >= milliseconds * 1000 { return true }
    return bound != Int.max && bestObjective >= bound && ground.tierOneFactor == 1
  }

  private func epoch(_ progress: Double, _ next: Double, bound from: Double, _ to: Double) {
    meet()
    let dual = dual
    let schedule = schedule
    let thread = OwnThread { dual.run(schedule.iterations, from: from, to: to, schedule) }
    search(progress, next)
    thread.join()
    done += 1
  }

  /// Hands the bound's prices to the search; both threads are at rest.
  private func meet() {
    sharedPrices.update(from: dual.bestPrices, count: dual.layout.count)
  }

  private func search(_ progress: Double, _ next: Double) {
    prepare(progress)
    annealing.serveTierOne()
    let pieces = 8
    for piece in 0..<pieces {
      let at = progress + (next - progress) * Double(piece) / Double(pieces)
      annealing.run(schedule.moves / pieces, temperature: schedule.temperature(at))
    }
    remember()
    if schedule.exchanges(next) {
      exchange.run()
      remember()
    }
  }

  private func prepare(_ progress: Double) {
    annealing.candidates.rebuild(
      sharedPrices, depth: Float(schedule.depth(progress)), margin: Float(schedule.margin(progress)))
    annealing.refresh()
  }

  private func certify() {
    let rounded = dual.roundedPrices()
    if let proved = UpperBound.bound(ground, dual.tables, rounded), proved < bound {
      bound = proved
      prices = rounded
    }
  }

  private func remember() {
    if state.objective <= bestObjective { return }
    bestObjective = state.objective
    best = (0..<ground.requestCount).map { (state.advocateOf[$0], state.startOf[$0]) }
  }

  private func restore() {
    state.forget()
    for request in 0..<ground.requestCount where state.advocateOf[request] >= 0 { state.remove(request) }
    for (request, place) in best.enumerated() where place.advocate >= 0 {
      annealing.put(request, Int(place.advocate), Int(place.start))
    }
    state.forget()
  }
}

extension Run {
  /// The sessions of the state with their rooms, by request.
  func assignments() -> [Assignment] {
    (0..<ground.halfDayCount).flatMap { rooms.rooms($0) ?? [] }.sorted { $0.request < $1.request }
  }
}
