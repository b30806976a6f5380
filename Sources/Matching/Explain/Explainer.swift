/// Answers why a request of a plan waits, and what would place it.
package struct Explainer {
  private let problem: Problem
  private let assignments: [Assignment]
  private let prices: [Int]
  private let desk: Desk

  /// Takes a validated problem and a plan of it.
  package init(_ problem: Problem, _ plan: Plan) {
    self.init(problem, assignments: plan.assignments, prices: plan.certificate.prices)
  }

  /// Takes a validated problem and lawful sessions of it that no run may have made; without prices all places cost the
  /// same before anybody has to go.
  package init(_ problem: Problem, assignments: [Assignment], prices: [Int] = []) {
    self.problem = problem
    self.assignments = assignments
    self.prices = prices
    desk = Desk(problem, assignments, prices: prices)
  }

  /// Everything about one request. With relaxations it compiles the problem once for each rule that can matter.
  package func explain(_ request: Int, withRelaxations: Bool = true) -> Explanation {
    var places: [PlaceReport] = []
    for advocate in problem.advocates.indices {
      for halfDay in 0..<desk.ground.halfDayCount { places.append(report(request, advocate, halfDay)) }
    }
    var outcomes: [Relaxation.Outcome] = []
    if withRelaxations && desk.state.advocateOf[request] < 0 {
      outcomes = Relaxation.all(problem, request).compactMap { outcome(of: $0, request) }
      outcomes = outcomes.enumerated().sorted {
        ($0.element.moved, -$0.element.gain, $0.offset) < ($1.element.moved, -$1.element.gain, $1.offset)
      }.map(\.element)
    }
    return Explanation(request: request, places: places, relaxations: outcomes)
  }

  private func report(_ request: Int, _ advocate: Int, _ halfDay: Int) -> PlaceReport {
    var exclusions = fixed(request, advocate, halfDay)
    var value: Int?
    if exclusions.isEmpty {
      exclusions = shared(request, advocate, halfDay)
      value = desk.annealing.cheapest(request, advocate, halfDay)?.loss
    }
    return PlaceReport(advocate: advocate, halfDay: halfDay, exclusions: exclusions, displacedValue: value)
  }

  /// The reasons that hold whoever else is served.
  private func fixed(_ request: Int, _ advocate: Int, _ halfDay: Int) -> [Exclusion] {
    let wishes = problem.requests[request]
    let person = problem.advocates[advocate]
    let ground = desk.ground
    var found: [Exclusion] = []
    if wishes.skillHard && !person.skills.contains(wishes.skill) { found.append(.skill) }
    if !person.languages.contains(wishes.language) { found.append(.language) }
    if wishes.gender != 0 && wishes.gender != person.gender { found.append(.gender) }
    if wishes.excludedPartners.contains(person.partner) || wishes.excludedAdvocates.contains(advocate) {
      found.append(.excluded)
    }
    if wishes.pinnedAdvocate ?? advocate != advocate { found.append(.pin) }
    let first = Int(ground.firstSlot[halfDay])
    let length = ground.halfDays.length[halfDay]
    if length < wishes.duration { return found + [.unavailable] }
    let starts = Array(first...first + length - wishes.duration)
    let rooms = ground.roomsOfRequest[request] & ground.roomsOfPartner[person.partner]
    let kinds: [(Exclusion, (Range<Int>) -> Bool)] = [
      (.pin, { wishes.pinnedStart ?? $0.lowerBound != $0.lowerBound }),
      (.unavailable, { !$0.allSatisfy { slot in person.available.contains { $0.contains(slot) } } }),
      (.window, { $0.lowerBound < wishes.release || $0.upperBound > wishes.due }),
      (.busy, { $0.contains { slot in wishes.busy.contains { $0.contains(slot) } } }),
      // One room that is open all the time.
      (.roomsClosed, { $0.reduce(rooms) { $0 & ground.roomsOpen[$1] } == 0 }),
    ]
    return found + Explainer.reasons(starts, kinds) { $0..<$0 + wishes.duration }
  }

  /// The kinds that forbid every start; if none does alone, all that forbid some, because they do it between them; none
  /// when a start is left.
  private static func reasons<Start>(
    _ starts: [Int], _ kinds: [(Exclusion, (Start) -> Bool)], _ start: (Int) -> Start
  ) -> [Exclusion] {
    // A bit for each kind: this is asked of every half-day of every advocate.
    var (all, some) = (UInt.max, UInt(0))
    for slot in starts {
      let start = start(slot)
      var mask: UInt = 0
      for (place, kind) in kinds.enumerated() where kind.1(start) { mask |= 1 << UInt(place) }
      if mask == 0 { return [] }
      all &= mask
      some |= mask
    }
    let named = all & some != 0 ? all : some
    return kinds.enumerated().filter { named >> UInt($0.offset) & 1 == 1 }.map(\.element.0)
  }

  /// The reasons that others cause; empty when some start is free.
  private func shared(_ request: Int, _ advocate: Int, _ halfDay: Int) -> [Exclusion] {
    let state = desk.state
    let ground = desk.ground
    let cells = ground.halfDayCount
    let duration = Int(ground.duration[request])
    // Its own session is in nobody's way.
    state.forget()
    defer { state.undo() }
    if state.advocateOf[request] >= 0 { state.remove(request) }
    let own =
      ground.startMask[request * cells + halfDay]
      & ground.starts(Int(ground.durationIndex[request]), advocate, halfDay)
    func open(_ free: UInt64) -> UInt64 { SlotMask.starts(free, duration) & own }
    let day = Int(ground.dayOf[halfDay])
    let week = advocate * ground.weekCount + Int(ground.weekOf[halfDay])
    let partner = Int(ground.partnerOf[advocate])
    let first = Int(ground.firstSlot[halfDay])
    var free = open(state.roomsFree[halfDay])
    if ground.needsAccessible[request] { free &= open(state.accessibleFree[halfDay]) }
    let advocateFree = open(state.free[advocate * cells + halfDay])
    let escortFree = open(state.escortFree[Int(ground.block[request]) * cells + halfDay])
    let isFullDay = state.dayLoad[advocate * ground.dayCount + day] >= ground.dailyCap[advocate]
    let isFullWeek = state.weekLoad[week] >= ground.weeklyCap[advocate]
    let isFullPartner = state.load[partner] >= ground.quotaOf[partner]
    let isAdverse = state.isAdverse(request, partner)
    let isFullInmate = !state.hasInmateDay(request, day)
    let kinds: [(Exclusion, (Int) -> Bool)] = [
      (.occupied, { advocateFree >> UInt64($0) & 1 == 0 }),
      (.roomsFull, { free >> UInt64($0) & 1 == 0 || !hasRoom(request, advocate, first + $0) }),
      (.escort, { escortFree >> UInt64($0) & 1 == 0 }),
      (.dailyCap, { _ in isFullDay }), (.weeklyCap, { _ in isFullWeek }), (.quota, { _ in isFullPartner }),
      (.adverse, { _ in isAdverse }), (.inmate, { _ in isFullInmate }),
      (.apart, { state.meetsApart(request, first + $0) }),
    ]
    return Explainer.reasons((0..<64).filter { own >> UInt64($0) & 1 == 1 }, kinds) { $0 }
  }

  /// Whether rooms can be found for everybody in the half-day when the request starts there, too; an advocate who has
  /// another session there is left out of the question.
  private func hasRoom(_ request: Int, _ advocate: Int, _ start: Int) -> Bool {
    let ground = desk.ground
    let halfDay = Int(ground.halfDayOfSlot[start])
    let bits = SlotMask.ones(Int(ground.duration[request])) << UInt64(start - Int(ground.firstSlot[halfDay]))
    if bits & ~desk.state.free[advocate * ground.halfDayCount + halfDay] != 0 { return true }
    desk.annealing.put(request, advocate, start)
    defer { desk.state.remove(request) }
    return desk.annealing.rooms.fits(halfDay)
  }

  private func outcome(of relaxation: Relaxation, _ request: Int) -> Relaxation.Outcome? {
    let relaxed = Desk(relaxation.applied(to: problem, for: request), assignments, prices: prices)
    var best: (loss: Int, start: Int, moved: Int, advocate: Int)?
    for advocate in problem.advocates.indices {
      for halfDay in 0..<relaxed.ground.halfDayCount {
        guard let found = relaxed.annealing.cheapest(request, advocate, halfDay) else { continue }
        if best.map({ (found.moved, found.loss) < ($0.moved, $0.loss) }) ?? true {
          best = (found.loss, found.start, found.moved, advocate)
        }
      }
    }
    guard let best, best.loss < 0 || best.moved == 0 else { return nil }
    relaxed.annealing.attempt(request, best.advocate, best.start, allowance: .infinity, limit: Ejected.most)
    guard let place = relaxed.assignments.first(where: { $0.request == request }) else { return nil }
    return Relaxation.Outcome(relaxation: relaxation, place: place, gain: -best.loss, moved: best.moved)
  }
}
