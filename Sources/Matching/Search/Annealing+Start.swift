extension Annealing {
  /// Builds a first schedule: frozen sessions, then published ones that are still legal, those of `kept` first, then
  /// those of `start`, then every request with something to keep, tier 1 first and those that keep most next, each at
  /// its best free place.
  func construct(_ start: [Assignment], keeping kept: Set<Int>) {
    for session in ground.frozenSessions { put(session.request, session.advocate, session.start) }
    let published = ground.problem.published.map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    let parts = [published.filter { kept.contains($0.request) }, published.filter { !kept.contains($0.request) }]
    for sessions in parts + [start] {
      let order = sessions.sorted {
        (ground.isTierOne[$1.request] ? 1 : 0, ground.weight[$1.request], $0.request)
          < (ground.isTierOne[$0.request] ? 1 : 0, ground.weight[$0.request], $1.request)
      }
      for session in order where state.advocateOf[session.request] < 0 {
        insertIfLegal(session.request, session.advocate, session.start)
      }
    }
    fill()
    serveTierOne()
  }

  /// Inserts waiting requests wherever there is room for them.
  func fill() {
    let waiting = candidates.active.filter { state.advocateOf[Int($0)] < 0 }
    let order = waiting.map { (request: Int($0), value: topValue(Int($0))) }.sorted {
      (ground.isTierOne[$1.request] ? 1 : 0, $1.value, $0.request)
        < (ground.isTierOne[$0.request] ? 1 : 0, $0.value, $1.request)
    }
    for entry in order { insertAnywhere(entry.request) }
  }

  /// Tries every place that may gain for every waiting request of tier 1, with ejections; a try stays when it gains.
  func serveTierOne() {
    let waiting = (0..<ground.requestCount).filter { ground.isTierOne[$0] && state.advocateOf[$0] < 0 }
    if waiting.isEmpty { return }
    standing.rebuild(hasAnotherPlace)
    for request in waiting where state.advocateOf[request] < 0 {
      if force(request) { standing.rebuild(hasAnotherPlace) }
    }
  }

  /// Whether a placed request has a free place besides its own.
  private func hasAnotherPlace(_ request: Int) -> Bool {
    let base = request * Candidates.longest
    for index in base..<base + Int(candidates.count[request]) {
      let advocate = Int(candidates.advocate[index])
      let halfDay = Int(candidates.halfDay[index])
      if state.free[advocate &* ground.halfDayCount &+ halfDay] & state.roomsFree[halfDay] == 0 { continue }
      if state.legalStarts(request, advocate, halfDay) != 0 { return true }
    }
    return false
  }

  private func insertIfLegal(_ request: Int, _ advocate: Int, _ start: Int) {
    let halfDay = Int(ground.halfDayOfSlot[start])
    if halfDay < 0 || !ground.serves(Int(ground.classOf[request]), advocate) { return }
    let starts = state.legalStarts(request, advocate, halfDay)
    if starts >> UInt64(start - Int(ground.firstSlot[halfDay])) & 1 == 0 { return }
    state.forget()
    put(request, advocate, start)
    if !rooms.fits(halfDay) { state.undo() }
  }

  private func topValue(_ request: Int) -> Float {
    if candidates.count[request] == 0 { return PriceTables.never }
    let tables = candidates.tables
    let base = request * Candidates.longest
    let advocate = Int(candidates.advocate[base])
    let halfDay = Int(candidates.halfDay[base])
    let cell = (Int(ground.durationIndex[request]) * ground.advocateCount + advocate) * ground.rowLength + halfDay
    let row = tables.row[Int(tables.rowKindOf[request]) * ground.rowLength + halfDay]
    return (tables.base[request] + tables.column[cell] + row) / Float(ground.duration[request])
  }

  private func insertAnywhere(_ request: Int) {
    let before = state.objective
    let base = request * Candidates.longest
    for index in base..<base + Int(candidates.count[request]) {
      let halfDay = Int(candidates.halfDay[index])
      let starts = state.legalStarts(request, Int(candidates.advocate[index]), halfDay)
      if starts == 0 { continue }
      state.forget()
      put(request, Int(candidates.advocate[index]), pick(starts, request, halfDay))
      if state.objective >= before && rooms.fits(halfDay) { return }
      state.undo()
    }
  }

  /// Tries the advocates, half-days and starts of one request that may gain, those that give up least first; the
  /// first that gains stays. Returns whether one did.
  private func force(_ request: Int) -> Bool {
    let group = Int(ground.classOf[request])
    let duration = Int(ground.durationIndex[request])
    let most = ground.mostWorth(request)
    for cell in standing.cells[duration] {
      if cell.least >= most { break }
      let halfDay = Int(cell.halfDay)
      let advocate = Int(cell.advocate)
      let own = ground.startMask[request * ground.halfDayCount + halfDay]
      if own == 0 || !ground.serves(group, advocate) { continue }
      var starts = own & ground.starts(duration, advocate, halfDay)
      while starts != 0 {
        let start = Int(ground.firstSlot[halfDay]) + starts.trailingZeroBitCount
        starts &= starts &- 1
        let value = ground.searchProfit(request, advocate, start)
        if standing.least(request, advocate, start) >= value { continue }
        if attempt(request, advocate, start, allowance: -1, limit: Ejected.most) { return true }
      }
    }
    return false
  }
}
