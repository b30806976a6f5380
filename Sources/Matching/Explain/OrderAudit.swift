/// Checks that nobody who is served has a worse place than he could have from somebody who ranks lower.
///
/// For every two sessions of which the one that ranks higher (an earlier tier, or the same tier with more weight) is
/// worth more to itself in the other's place (an earlier day, its own advocate, a day before a clock ends): where the
/// two can legally change places, either that improves the plan, then it is done; or it is an inversion, with what
/// speaks against it and with what the plan would lose.
package enum OrderAudit {
  /// One reason why somebody who is served does not have the place of somebody who ranks lower.
  package struct Inversion: Sendable, Hashable {
    /// What outweighs the rank.
    package enum Kind: String, Sendable, CaseIterable {
      /// The day or hour costs the other more.
      case day
      /// The other's advocate: continuity or skill.
      case advocate
      /// A published session would move.
      case change
    }
    /// Who ranks higher.
    package var higher: Int
    /// Who ranks lower and has the better place: of all such the one whose exchange loses least.
    package var lower: Int
    /// What outweighs the rank.
    package var kind: Kind
    /// What the one who ranks higher would gain by itself; above 0.
    package var gain: Int
    /// What the plan would lose by the exchange; at least 0.
    package var loss: Int

    /// Makes an inversion.
    package init(higher: Int, lower: Int, kind: Kind, gain: Int, loss: Int) {
      self.higher = higher
      self.lower = lower
      self.kind = kind
      self.gain = gain
      self.loss = loss
    }
  }

  /// What the audit leaves.
  package struct Result: Sendable, Equatable {
    /// The plan, improved by the exchanges that were simply better.
    package var assignments: [Assignment]
    /// How many exchanges were made.
    package var exchanges: Int
    /// For each request that has a worse place than somebody below it, the inversion that loses least.
    package var inversions: [Inversion]
  }

  /// Audits a plan of a validated problem.
  package static func run(_ problem: Problem, _ plan: Plan) -> Result {
    run(problem, plan.assignments, changeLimit: plan.certificate.changeLimit)
  }

  /// Audits lawful sessions of a validated problem, of which no more than the limit may have changed.
  static func run(_ problem: Problem, _ assignments: [Assignment], changeLimit: Int?) -> Result {
    let desk = Desk(problem, assignments, prices: [], changeLimit: changeLimit)
    let verifier = Verifier(problem)
    let ranks = problem.requests.map { ($0.tier, -$0.weight) }
    let ground = desk.ground
    let state = desk.state
    let placed = ground.problem.requests.indices.filter { state.advocateOf[$0] >= 0 && !ground.isFrozen[$0] }
    let byRank = placed.sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
    var score = verifier.score(desk.assignments)
    var exchanges = 0
    var inversions: [Inversion] = []
    var isDone = false
    // An exchange raises the score, so there are finitely many; each starts the look-round anew.
    while !isDone {
      isDone = true
      inversions.removeAll()
      for (position, higher) in byRank.enumerated() {
        var best: Inversion?
        for lower in byRank[(position + 1)...] where ranks[higher] < ranks[lower] {
          guard let found = inversion(desk, higher, lower), found.loss < best?.loss ?? .max else { continue }
          if !exchange(desk, higher, lower) { continue }
          if found.loss < 0 {
            // Rooms decide as well which published sessions stay: the whole score says whether it is a gain.
            let swapped = verifier.score(desk.assignments)
            if swapped > score {
              score = swapped
              state.forget()
              exchanges += 1
              isDone = false
              break
            }
          }
          state.undo()
          best = found
          best?.loss = max(0, found.loss)
        }
        if !isDone { break }
        if let best { inversions.append(best) }
      }
    }
    return Result(assignments: desk.assignments, exchanges: exchanges, inversions: inversions)
  }

  /// What an exchange of two would bring, or nil when the one that ranks higher would not gain.
  private static func inversion(_ desk: Desk, _ higher: Int, _ lower: Int) -> Inversion? {
    let ground = desk.ground
    let state = desk.state
    let (first, second) = (Int(state.advocateOf[higher]), Int(state.advocateOf[lower]))
    let (start, other) = (Int(state.startOf[higher]), Int(state.startOf[lower]))
    if !ground.serves(Int(ground.classOf[higher]), second) || !ground.serves(Int(ground.classOf[lower]), first) {
      return nil
    }
    // The costs of a start that leaves no room for the session are unknown, and it is no place.
    if !ground.couldStart(higher, second, other) || !ground.couldStart(lower, first, start) { return nil }
    let gain = ground.profit(higher, second, other) - ground.profit(higher, first, start)
    if gain <= 0 { return nil }
    let lost = ground.profit(lower, second, other) - ground.profit(lower, first, start)
    // What the one who ranks lower loses is a move price, a wish for the advocate, or else the day.
    var change = 0
    if ground.staysPublished(lower, second, other) { change += ground.movePrice[lower] }
    if ground.staysPublished(lower, first, start) { change -= ground.movePrice[lower] }
    let wish = ground.wish(lower, second) - ground.wish(lower, first)
    let day = lost - change - wish
    let kind: Inversion.Kind = change > max(day, wish) ? .change : wish > day ? .advocate : .day
    return Inversion(higher: higher, lower: lower, kind: kind, gain: gain, loss: lost - gain)
  }

  /// Lets two change places, if that is legal; the caller takes it back or forgets. When it is not, nothing changes.
  private static func exchange(_ desk: Desk, _ higher: Int, _ lower: Int) -> Bool {
    let ground = desk.ground
    let state = desk.state
    let places = [higher, lower].map { (advocate: Int(state.advocateOf[$0]), start: Int(state.startOf[$0])) }
    state.forget()
    let changes = state.changes
    state.remove(higher)
    state.remove(lower)
    for (request, place) in zip([lower, higher], places) {
      let halfDay = Int(ground.halfDayOfSlot[place.start])
      let bit = UInt64(place.start - Int(ground.firstSlot[halfDay]))
      if state.legalStarts(request, place.advocate, halfDay) >> bit & 1 == 0 {
        state.undo()
        return false
      }
      desk.annealing.put(request, place.advocate, place.start)
    }
    let isOver = state.changes > desk.annealing.changeLimit && state.changes > changes
    if isOver || !places.allSatisfy({ desk.annealing.rooms.fits(Int(ground.halfDayOfSlot[$0.start])) }) {
      state.undo()
      return false
    }
    return true
  }
}

extension Ground {
  /// What an advocate is worth to a request beyond anybody else: continuity and skill.
  func wish(_ request: Int, _ advocate: Int) -> Int {
    var value = Int(preferred[request]) == advocate ? problem.weights.continuity : 0
    if skillsOf[advocate] >> UInt64(skill[request]) & 1 == 1 { value += problem.weights.skill }
    return value
  }

  /// Whether nothing but other sessions forbids a request a start with an advocate who may serve it.
  func couldStart(_ request: Int, _ advocate: Int, _ start: Int) -> Bool {
    let halfDay = Int(halfDayOfSlot[start])
    let starts =
      startMask[request * halfDayCount + halfDay] & self.starts(Int(durationIndex[request]), advocate, halfDay)
    return starts >> UInt64(start - Int(firstSlot[halfDay])) & 1 == 1
  }
}
