extension SearchState {
  /// Removes what stands in the way of a session until it would be legal; the removed requests go to `ejected`.
  ///
  /// - Returns: false when a frozen session or a rule that no removal mends stands in the way, or when more than
  ///   `limit` would have to go; the caller then undoes.
  func clear(
    _ request: Int, _ advocate: Int, _ start: Int, limit: Int, _ random: inout RandomNumbers,
    _ ejected: inout Ejected
  ) -> Bool {
    let halfDay = Int(ground.halfDayOfSlot[start])
    let slots = start..<start + Int(ground.duration[request])
    let partner = Int(ground.partnerOf[advocate])
    let day = Int(ground.dayOf[halfDay])
    let place = occupant + advocate * ground.slotCount
    for slot in slots where place[slot] >= 0 {
      if !eject(Int(place[slot]), limit, &ejected) { return false }
    }
    if relations.related[request] && !clearRelations(request, partner, start, day, limit, &ejected) { return false }
    if ground.dailyCap[advocate] <= 0 || ground.weeklyCap[advocate] <= 0 || ground.quotaOf[partner] <= 0 {
      return false
    }
    while dayLoad[advocate * ground.dayCount + day] >= ground.dailyCap[advocate] {
      let first = day * ground.problem.slotsPerDay
      let victim = lowest(advocate, first..<first + ground.problem.slotsPerDay)
      if !eject(victim, limit, &ejected) { return false }
    }
    let week = Int(ground.weekOf[halfDay])
    while weekLoad[advocate * ground.weekCount + week] >= ground.weeklyCap[advocate] {
      let length = ground.problem.daysPerWeek * ground.problem.slotsPerDay
      let victim = lowest(advocate, week * length..<min(ground.slotCount, (week + 1) * length))
      if !eject(victim, limit, &ejected) { return false }
    }
    while load[partner] >= ground.quotaOf[partner] {
      if !eject(someone(of: partner, &random), limit, &ejected) { return false }
    }
    let block = Int(ground.block[request])
    for slot in slots {
      while escortUsed[block * ground.slotCount + slot] >= ground.escortCapacity[block] {
        if !eject(lowest(at: slot) { Int(self.ground.block[$0]) == block }, limit, &ejected) { return false }
      }
      if ground.needsAccessible[request] {
        while accessibleUsed[slot] >= ground.accessibleCountAt[slot] {
          if !eject(lowest(at: slot) { self.ground.needsAccessible[$0] }, limit, &ejected) { return false }
        }
      }
      while roomsUsed[slot] >= ground.roomCountAt[slot] {
        if !eject(lowest(at: slot) { _ in true }, limit, &ejected) { return false }
      }
    }
    return true
  }

  private func clearRelations(
    _ request: Int, _ partner: Int, _ start: Int, _ day: Int, _ limit: Int, _ ejected: inout Ejected
  ) -> Bool {
    for index in relations.adverseStart[request]..<relations.adverseStart[request + 1] {
      let group = Int(relations.adverseGroup[Int(index)])
      let side = relations.adverseSide[Int(index)]
      for position in relations.groupStart[group]..<relations.groupStart[group + 1] {
        let other = Int(relations.groupMember[Int(position)])
        if relations.groupMemberSide[Int(position)] == side || advocateOf[other] < 0 { continue }
        if Int(ground.partnerOf[Int(advocateOf[other])]) == partner && !eject(other, limit, &ejected) {
          return false
        }
      }
    }
    let end = start + Int(ground.duration[request])
    for index in relations.apartStart[request]..<relations.apartStart[request + 1] {
      let other = Int(relations.apartOther[Int(index)])
      let otherStart = Int(startOf[other])
      if otherStart >= 0 && otherStart < end && start < otherStart + Int(ground.duration[other]) {
        if !eject(other, limit, &ejected) { return false }
      }
    }
    while !hasInmateDay(request, day) {
      guard let other = inmateSession(request, day), eject(other, limit, &ejected) else { return false }
    }
    return true
  }

  /// The session of the request's inmate on a day that keeps least.
  private func inmateSession(_ request: Int, _ day: Int) -> Int? {
    var victim: Int?
    for index in relations.inmateStart[request]..<relations.inmateStart[request + 1] {
      let group = Int(relations.inmateGroup[Int(index)])
      for position in relations.inmateMemberStart[group]..<relations.inmateMemberStart[group + 1] {
        let other = Int(relations.inmateMember[Int(position)])
        let start = Int(startOf[other])
        if start < 0 || Int(ground.dayOfSlot[start]) != day { continue }
        if keeps[other] < victim.map({ keeps[$0] }) ?? .infinity { victim = other }
      }
    }
    return victim
  }

  private func eject(_ request: Int, _ limit: Int, _ ejected: inout Ejected) -> Bool {
    if request < 0 || ejected.count >= limit || ground.isFrozen[request] { return false }
    remove(request)
    ejected.append(Int32(request))
    return true
  }

  /// The advocate's session within slots that keeps least and is not frozen, or -1.
  private func lowest(_ advocate: Int, _ slots: Range<Int>) -> Int {
    let place = occupant + advocate * ground.slotCount
    var victim = -1
    for slot in slots where place[slot] >= 0 {
      let other = Int(place[slot])
      if !ground.isFrozen[other] && (victim < 0 || keeps[other] < keeps[victim]) { victim = other }
    }
    return victim
  }

  /// The session that uses a slot, keeps least and is not frozen, among those that pass, or -1.
  @inline(__always)
  private func lowest(at slot: Int, _ passes: (Int) -> Bool) -> Int {
    var victim = -1
    let halfDay = Int(ground.halfDayOfSlot[slot])
    for index in ground.presentStart[halfDay]..<ground.presentStart[halfDay + 1] {
      let other = Int(occupant[Int(ground.present[Int(index)]) &* ground.slotCount &+ slot])
      if other < 0 || ground.isFrozen[other] || !passes(other) { continue }
      if victim < 0 || keeps[other] < keeps[victim] { victim = other }
    }
    return victim
  }

  /// Among the next few sessions of a partner, from a random request on, the one that keeps least, or -1.
  private func someone(of partner: Int, _ random: inout RandomNumbers) -> Int {
    var victim = -1
    var found = 0
    let first = random.below(max(1, ground.requestCount))
    for offset in 0..<ground.requestCount {
      let other = (first + offset) % ground.requestCount
      if advocateOf[other] < 0 || ground.isFrozen[other] { continue }
      if Int(ground.partnerOf[Int(advocateOf[other])]) != partner { continue }
      if victim < 0 || keeps[other] < keeps[victim] { victim = other }
      found += 1
      if found == 8 { break }
    }
    return victim
  }
}
