extension Annealing {
  /// What the objective loses when a request takes a start and those in the way go wherever there is room, and how
  /// many that are; nothing changes. Nil when it cannot be done.
  func trial(_ request: Int, _ advocate: Int, _ start: Int) -> (loss: Int, moved: Int)? {
    let before = state.objective
    guard attempt(request, advocate, start, allowance: .infinity, limit: Ejected.most) else { return nil }
    let loss = before - state.objective
    let moved = ejectedCount
    state.undo()
    return (loss, moved)
  }

  /// The start of an advocate's half-day with the fewest in the way, of those the one that loses least.
  func cheapest(_ request: Int, _ advocate: Int, _ halfDay: Int) -> (loss: Int, start: Int, moved: Int)? {
    let group = ground.classes[Int(ground.classOf[request])]
    if !group.advocates.contains(Int32(advocate)) { return nil }
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
