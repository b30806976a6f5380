extension Annealing {
  /// What comes of it when a request takes a start and those in the way go wherever there is room.
  struct Trial {
    /// What the score loses, rooms aside.
    var loss: Int
    /// What the search's objective loses, for which tier 1 is strict.
    var strictLoss: Int
    /// How many were in the way.
    var moved: Int
  }

  /// Tries a place and takes it back; nil when it cannot be done.
  func trial(_ request: Int, _ advocate: Int, _ start: Int) -> Trial? {
    let before = state.objective
    let wasPlaced = state.advocateOf[request] >= 0
    guard attempt(request, advocate, start, allowance: .infinity, limit: Ejected.most) else { return nil }
    let strictLoss = before - state.objective
    var loss = strictLoss
    // The search counts tier 1 several times, the score once.
    func recount(_ request: Int, _ wasPlaced: Bool) {
      if !ground.isTierOne[request] || wasPlaced == (state.advocateOf[request] >= 0) { return }
      loss += (ground.tierOneFactor - 1) * (wasPlaced ? -ground.weight[request] : ground.weight[request])
    }
    recount(request, wasPlaced)
    for index in 0..<ejectedCount { recount(ejected(index), true) }
    let moved = ejectedCount
    state.undo()
    return Trial(loss: loss, strictLoss: strictLoss, moved: moved)
  }

  /// The start of an advocate's half-day with the fewest in the way, of those the one that loses least.
  func cheapest(_ request: Int, _ advocate: Int, _ halfDay: Int) -> (loss: Int, start: Int, moved: Int)? {
    let group = ground.classes[Int(ground.classOf[request])]
    if !ground.serves(Int(ground.classOf[request]), advocate) { return nil }
    var rest =
      ground.startMask[request * ground.halfDayCount + halfDay]
      & ground.starts(group.durationIndex, advocate, halfDay)
    var best: (loss: Int, start: Int, moved: Int)?
    while rest != 0 {
      let start = Int(ground.firstSlot[halfDay]) + rest.trailingZeroBitCount
      rest &= rest &- 1
      guard let found = trial(request, advocate, start) else { continue }
      if best.map({ (found.moved, found.loss) < ($0.moved, $0.loss) }) ?? true {
        best = (found.loss, start, found.moved)
      }
    }
    return best
  }
}
