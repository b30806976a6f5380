extension Annealing {
  /// What it would mean that a request takes a start.
  struct Trial {
    /// The first slot.
    let start: Int
    /// What the search's objective loses, which counts tier 1 first: what is compared.
    let loss: Int
    /// What the plan loses in score: what is told.
    let scoreLoss: Int
    /// How many sessions go elsewhere or nowhere.
    let moved: Int
  }

  /// Lets a request take a start and those in the way go wherever there is room; nothing changes. Nil when it cannot
  /// be done.
  func trial(_ request: Int, _ advocate: Int, _ start: Int) -> Trial? {
    let before = state.objective
    let wasPlaced = state.advocateOf[request] >= 0
    guard attempt(request, advocate, start, allowance: .infinity, limit: Ejected.most) else { return nil }
    let loss = before - state.objective
    var first = wasPlaced ? 0 : -firstTierExcess(request)
    for other in ejectedRequests where state.advocateOf[other] < 0 { first += firstTierExcess(other) }
    let moved = ejectedCount
    state.undo()
    return Trial(start: start, loss: loss, scoreLoss: loss - first, moved: moved)
  }

  /// What a session of tier 1 counts in the search's objective beyond the score.
  private func firstTierExcess(_ request: Int) -> Int {
    ground.isTierOne[request] ? (ground.tierOneFactor - 1) * ground.weight[request] : 0
  }

  /// The start of an advocate's half-day with the fewest in the way, of those the one that loses least.
  func cheapest(_ request: Int, _ advocate: Int, _ halfDay: Int) -> Trial? {
    let group = ground.classes[Int(ground.classOf[request])]
    if !group.advocates.contains(Int32(advocate)) { return nil }
    var rest =
      ground.startMask[request * ground.halfDayCount + halfDay]
      & ground.starts(group.durationIndex, advocate, halfDay)
    var best: Trial?
    while rest != 0 {
      let start = Int(ground.firstSlot[halfDay]) + rest.trailingZeroBitCount
      rest &= rest &- 1
      guard let found = trial(request, advocate, start) else { continue }
      if best.map({ (found.moved, found.loss) < ($0.moved, $0.loss) }) ?? true { best = found }
    }
    return best
  }
}
