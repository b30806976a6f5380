/// Checks that nobody waits whose place a lower-ranking request holds without a reason.
///
/// For every waiting request and every placed one that ranks below it (a later tier, or the same tier with less
/// weight) whose advocate and start the waiting one could use: either the swap improves the plan, then it is made;
/// or it is an exception with a kind and with what the plan would lose, found by making the swap, putting
/// everybody who had to go wherever there is room, and taking it back.
package enum FairnessAudit {
  /// One reason why a waiting request does not take the place of one that ranks below it.
  package struct Exception: Sendable, Hashable {
    /// Why a swap is not simply better.
    package enum Kind: String, Sendable, CaseIterable {
      /// The waiting session needs more than the one place: two others count for more together.
      case sum
      /// No room that fits.
      case room
      /// The block's escort is out.
      case escort
      /// An adverse side, an inmate to be kept apart, or the same inmate.
      case adverse
      /// The session is frozen.
      case frozen
      /// The wishes (days, continuity, skill, fair shares, costs, changes) outweigh the rank.
      case soft
    }
    /// Who waits.
    package var waiting: Int
    /// Who holds the place, of all such the one whose swap loses least.
    package var holder: Int
    /// Why.
    package var kind: Kind
    /// What the plan loses by the swap, tier 1 being strict; at least 0. Nil when nothing legal would come of it.
    package var loss: Int?

    /// Makes an exception.
    package init(waiting: Int, holder: Int, kind: Kind, loss: Int?) {
      self.waiting = waiting
      self.holder = holder
      self.kind = kind
      self.loss = loss
    }
  }

  /// What the audit leaves.
  package struct Result: Sendable, Equatable {
    /// The plan, improved by the swaps that were simply better.
    package var assignments: [Assignment]
    /// How many swaps were made.
    package var swaps: Int
    /// The exceptions: for each waiting request and kind the one that loses least.
    package var exceptions: [Exception]
    /// Pairs looked at.
    package var pairs: Int
  }

  /// Audits a plan of a validated problem.
  package static func run(_ problem: Problem, _ plan: Plan) -> Result {
    run(
      problem, plan.assignments, prices: plan.certificate.prices, changeLimit: plan.certificate.changeLimit)
  }

  /// Audits lawful sessions of a validated problem, of which no more than the limit may have changed.
  static func run(_ problem: Problem, _ assignments: [Assignment], prices: [Int], changeLimit: Int?) -> Result {
    let desk = Desk(problem, assignments, prices: prices, changeLimit: changeLimit)
    let verifier = Verifier(problem)
    var score = verifier.score(desk.assignments)
    let ground = desk.ground
    let state = desk.state
    let ranks = problem.requests.map { ($0.tier, -$0.weight) }
    let requests = problem.requests.indices
    let byRank = requests.sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
    var swaps = 0
    var pairs = 0
    var exceptions: [Exception] = []
    var isDone = false
    // A swap raises the objective, so there are finitely many; each starts the look-round anew.
    while !isDone {
      isDone = true
      exceptions.removeAll()
      for waiting in byRank
      where state.advocateOf[waiting] < 0 {
        var best: [Exception.Kind: Exception] = [:]
        for holder in requests where state.advocateOf[holder] >= 0 && ranks[waiting] < ranks[holder] {
          let advocate = Int(state.advocateOf[holder])
          let start = Int(state.startOf[holder])
          if !couldUse(ground, waiting, advocate, start) { continue }
          pairs += 1
          let kind = kind(desk, waiting, holder)
          let found = desk.annealing.trial(waiting, advocate, start)
          var loss = found?.strictLoss
          if let gain = loss, gain < 0 {
            // Rooms decide as well which published sessions stay: the whole score says whether it is a gain.
            loss = nil
            if desk.annealing.attempt(waiting, advocate, start, allowance: .infinity, limit: Ejected.most) {
              let swapped = verifier.score(desk.assignments)
              if swapped > score {
                score = swapped
                state.forget()
                swaps += 1
                isDone = false
                best.removeAll()
                break
              }
              state.undo()
              loss = max(0, score.total - swapped.total)
            }
          }
          if let known = best[kind] {
            // Of holders whose swap loses the same, the one that ranks highest.
            let (least, lost) = (known.loss ?? .max, loss ?? .max)
            if least < lost || (least == lost && ranks[known.holder] <= ranks[holder]) { continue }
          }
          best[kind] = Exception(waiting: waiting, holder: holder, kind: kind, loss: loss)
        }
        exceptions += best.values.sorted { $0.kind.rawValue < $1.kind.rawValue }
      }
    }
    return Result(assignments: desk.assignments, swaps: swaps, exceptions: exceptions, pairs: pairs)
  }

  private static func couldUse(_ ground: Ground, _ request: Int, _ advocate: Int, _ start: Int) -> Bool {
    ground.serves(Int(ground.classOf[request]), advocate) && ground.couldStart(request, advocate, start)
  }

  /// What is in the way when only the holder is gone.
  private static func kind(_ desk: Desk, _ waiting: Int, _ holder: Int) -> Exception.Kind {
    let state = desk.state
    let ground = desk.ground
    if ground.isFrozen[holder] { return .frozen }
    let advocate = Int(state.advocateOf[holder])
    let start = Int(state.startOf[holder])
    state.forget()
    state.remove(holder)
    defer { state.undo() }
    let halfDay = Int(ground.halfDayOfSlot[start])
    let cells = ground.halfDayCount
    let bits = SlotMask.ones(Int(ground.duration[waiting])) << UInt64(start - Int(ground.firstSlot[halfDay]))
    let partner = Int(ground.partnerOf[advocate])
    if bits & ~state.free[advocate * cells + halfDay] != 0 { return .sum }
    if state.isAdverse(waiting, partner) || state.meetsApart(waiting, start)
      || !state.hasInmateDay(waiting, Int(ground.dayOf[halfDay]))
    {
      return .adverse
    }
    if bits & ~state.escortFree[Int(ground.block[waiting]) * cells + halfDay] != 0 { return .escort }
    if bits & ~state.roomsFree[halfDay] != 0 { return .room }
    if ground.needsAccessible[waiting] && bits & ~state.accessibleFree[halfDay] != 0 { return .room }
    desk.annealing.put(waiting, advocate, start)
    return desk.annealing.rooms.fits(halfDay) ? .soft : .room
  }
}
