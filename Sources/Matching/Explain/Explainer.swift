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
      value = desk.annealing.cheapest(request, advocate, halfDay)?.scoreLoss
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
    let slots = first..<first + ground.halfDays.length[halfDay]
    if let start = wishes.pinnedStart, !slots.contains(start) { found.append(.pin) }
    /// Whether some start remains when only this kind of obstacle counts.
    func opens(_ isFree: (Int) -> Bool) -> Bool {
      slots.contains { start in
        start + wishes.duration <= slots.upperBound && (start..<start + wishes.duration).allSatisfy(isFree)
      }
    }
    let rooms = ground.roomsOfRequest[request] & ground.roomsOfPartner[person.partner]
    let kinds: [(Exclusion, (Int) -> Bool)] = [
      (.unavailable, { slot in person.available.contains { $0.contains(slot) } }),
      (.window, { $0 >= wishes.release && $0 < wishes.due }),
      (.busy, { slot in !wishes.busy.contains { $0.contains(slot) } }),
      (.roomsClosed, { ground.roomsOpen[$0] & rooms != 0 }),
    ]
    for (kind, isFree) in kinds where !opens(isFree) { found.append(kind) }
    if found.isEmpty && !opens({ slot in kinds.allSatisfy { $0.1(slot) } }) { found.append(.unavailable) }
    return found
  }

  /// The reasons that others cause; empty when some start is free.
  private func shared(_ request: Int, _ advocate: Int, _ halfDay: Int) -> [Exclusion] {
    let state = desk.state
    let ground = desk.ground
    if Int(state.advocateOf[request]) == advocate
      && Int(ground.halfDayOfSlot[Int(state.startOf[request])]) == halfDay
    {
      return []
    }
    if state.legalStarts(request, advocate, halfDay) != 0 { return [] }
    let cells = ground.halfDayCount
    let duration = Int(ground.duration[request])
    let own =
      ground.startMask[request * cells + halfDay]
      & ground.starts(Int(ground.durationIndex[request]), advocate, halfDay)
    func closes(_ free: UInt64) -> Bool { SlotMask.starts(free, duration) & own == 0 }
    var found: [Exclusion] = []
    let day = Int(ground.dayOf[halfDay])
    let partner = Int(ground.partnerOf[advocate])
    if closes(state.free[advocate * cells + halfDay]) { found.append(.occupied) }
    if closes(state.roomsFree[halfDay])
      || (ground.needsAccessible[request] && closes(state.accessibleFree[halfDay]))
    {
      found.append(.roomsFull)
    }
    if closes(state.escortFree[Int(ground.block[request]) * cells + halfDay]) { found.append(.escort) }
    if state.dayLoad[advocate * ground.dayCount + day] >= ground.dailyCap[advocate] { found.append(.dailyCap) }
    let week = advocate * ground.weekCount + Int(ground.weekOf[halfDay])
    if state.weekLoad[week] >= ground.weeklyCap[advocate] { found.append(.weeklyCap) }
    if state.load[partner] >= ground.quotaOf[partner] { found.append(.quota) }
    if state.isAdverse(request, partner) { found.append(.adverse) }
    if !state.hasInmateDay(request, day) { found.append(.inmate) }
    let first = Int(ground.firstSlot[halfDay])
    let met = (0..<64).allSatisfy { own >> UInt64($0) & 1 == 0 || state.meetsApart(request, first + $0) }
    if met { found.append(.apart) }
    // No single kind closes every start: they do it between them.
    return found.isEmpty ? [.occupied, .roomsFull, .escort] : found
  }

  private func outcome(of relaxation: Relaxation, _ request: Int) -> Relaxation.Outcome? {
    let relaxed = Desk(relaxation.applied(to: problem, for: request), assignments, prices: prices)
    var best: (trial: Annealing.Trial, advocate: Int)?
    for advocate in problem.advocates.indices {
      for halfDay in 0..<relaxed.ground.halfDayCount {
        guard let found = relaxed.annealing.cheapest(request, advocate, halfDay) else { continue }
        if best.map({ (found.moved, found.loss) < ($0.trial.moved, $0.trial.loss) }) ?? true {
          best = (found, advocate)
        }
      }
    }
    guard let best, best.trial.loss < 0 || best.trial.moved == 0 else { return nil }
    relaxed.annealing.attempt(request, best.advocate, best.trial.start, allowance: .infinity, limit: Ejected.most)
    guard let place = relaxed.assignments.first(where: { $0.request == request }) else { return nil }
    return Relaxation.Outcome(
      relaxation: relaxation, place: place, gain: -best.trial.scoreLoss, moved: best.trial.moved)
  }
}
