/// What a schedule would have to give up at least for one more session, place by place.
///
/// In a full schedule nearly every place that a waiting request of tier 1 could take is held by somebody who counts
/// for more and has nowhere else to go. This table sees that from a few numbers, so that only places that may gain
/// are tried: the work grows with what is promising, not with requests times advocates times starts. It is a guess
/// about the second step (two that are pushed out may find room in what the other leaves), never about what is legal.
final class Standing {
  private let ground: Ground
  private let state: SearchState
  private let arena = Arena()
  /// The least that leaves when one session goes: by slot, by block and slot, by advocate and day, by advocate and
  /// week, by partner; `Int.max` where nobody can go.
  private let slotLeast, blockLeast, dayLeast, weekLeast, partnerLeast: UnsafeMutablePointer<Int>
  /// By request: what leaves with its session, 0 when it has another place.
  private let loss: UnsafeMutablePointer<Int>
  /// By duration: the cells (advocate and half-day) where a session could start, those that give up least first.
  private(set) var cells: [[Cell]] = []

  /// An advocate's half-day and the least that it gives up for a session.
  struct Cell {
    let least: Int
    let advocate, halfDay: Int32
  }

  init(_ ground: Ground, _ state: SearchState) {
    self.ground = ground
    self.state = state
    slotLeast = arena.make(ground.slotCount, 0)
    blockLeast = arena.make(ground.blockCount * ground.slotCount, 0)
    dayLeast = arena.make(ground.advocateCount * ground.dayCount, 0)
    weekLeast = arena.make(ground.advocateCount * ground.weekCount, 0)
    partnerLeast = arena.make(ground.partnerCount, 0)
    loss = arena.make(ground.requestCount, 0)
  }

  /// Takes the schedule as it is; `hasAnother` says whether a placed request has another place that is free.
  func rebuild(_ hasAnother: (Int) -> Bool) {
    slotLeast.update(repeating: .max, count: ground.slotCount)
    blockLeast.update(repeating: .max, count: ground.blockCount * ground.slotCount)
    dayLeast.update(repeating: .max, count: ground.advocateCount * ground.dayCount)
    weekLeast.update(repeating: .max, count: ground.advocateCount * ground.weekCount)
    partnerLeast.update(repeating: .max, count: ground.partnerCount)
    for request in 0..<ground.requestCount where state.advocateOf[request] >= 0 {
      let least = ground.isFrozen[request] ? Int.max : hasAnother(request) ? 0 : max(0, state.valueOf[request])
      loss[request] = least
      let advocate = Int(state.advocateOf[request])
      let start = Int(state.startOf[request])
      let halfDay = Int(ground.halfDayOfSlot[start])
      func lower(_ value: inout Int) { value = min(value, least) }
      for slot in start..<start + Int(ground.duration[request]) {
        lower(&slotLeast[slot])
        lower(&blockLeast[Int(ground.block[request]) * ground.slotCount + slot])
      }
      lower(&dayLeast[advocate * ground.dayCount + Int(ground.dayOf[halfDay])])
      lower(&weekLeast[advocate * ground.weekCount + Int(ground.weekOf[halfDay])])
      lower(&partnerLeast[Int(ground.partnerOf[advocate])])
    }
    cells = ground.durations.indices.map { duration in
      var found: [Cell] = []
      for advocate in 0..<ground.advocateCount {
        for halfDay in 0..<ground.halfDayCount {
          var rest = ground.starts(duration, advocate, halfDay)
          if rest == 0 { continue }
          var least = Int.max
          while rest != 0 && least > 0 {
            let start = Int(ground.firstSlot[halfDay]) + rest.trailingZeroBitCount
            rest &= rest &- 1
            least = min(least, self.least(ground.durations[duration], advocate, halfDay, start))
          }
          if least < .max { found.append(Cell(least: least, advocate: Int32(advocate), halfDay: Int32(halfDay))) }
        }
      }
      return found.sorted {
        ($0.least, $0.halfDay, $0.advocate) < ($1.least, $1.halfDay, $1.advocate)
      }
    }
  }

  /// What goes at least when a session of any request starts here.
  private func least(_ duration: Int, _ advocate: Int, _ halfDay: Int, _ start: Int) -> Int {
    var most = 0
    if state.dayLoad[advocate * ground.dayCount + Int(ground.dayOf[halfDay])] >= ground.dailyCap[advocate] {
      most = dayLeast[advocate * ground.dayCount + Int(ground.dayOf[halfDay])]
    }
    if state.weekLoad[advocate * ground.weekCount + Int(ground.weekOf[halfDay])] >= ground.weeklyCap[advocate] {
      most = max(most, weekLeast[advocate * ground.weekCount + Int(ground.weekOf[halfDay])])
    }
    let partner = Int(ground.partnerOf[advocate])
    if state.load[partner] >= ground.quotaOf[partner] { most = max(most, partnerLeast[partner]) }
    let place = state.occupant + advocate * ground.slotCount
    var last = -1
    var standing = 0
    var shortest = 0
    for slot in start..<start + duration {
      if state.roomsUsed[slot] >= ground.roomCountAt[slot] { most = max(most, slotLeast[slot]) }
      let other = Int(place[slot])
      if other < 0 || other == last { continue }
      last = other
      shortest = max(shortest, Int(ground.duration[other]))
      let sum = standing.addingReportingOverflow(loss[other])
      standing = sum.overflow ? .max : sum.partialValue
    }
    if last >= 0 && standing > most && standing < .max {
      // Whoever is pushed aside may fit in beside the newcomer, in the same half-day.
      var open = state.free[advocate * ground.halfDayCount + halfDay].nonzeroBitCount
      var counted = -1
      for slot in start..<start + duration where place[slot] >= 0 && Int(place[slot]) != counted {
        counted = Int(place[slot])
        open += Int(ground.duration[counted])
      }
      if open >= duration + shortest { standing = 0 }
    }
    return max(most, standing)
  }

  /// What goes at least when a request starts here, its block's escort counted.
  func least(_ request: Int, _ advocate: Int, _ start: Int) -> Int {
    let duration = Int(ground.duration[request])
    var most = least(duration, advocate, Int(ground.halfDayOfSlot[start]), start)
    let block = Int(ground.block[request])
    for slot in start..<start + duration
    where state.escortUsed[block * ground.slotCount + slot] >= ground.escortCapacity[block] {
      most = max(most, blockLeast[block * ground.slotCount + slot])
    }
    return most
  }
}
