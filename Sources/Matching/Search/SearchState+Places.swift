extension SearchState {
  /// Whether caps, quota and relations to others, time apart, leave room for one more session of an advocate in
  /// a half-day.
  @inline(__always)
  func hasLoadLeft(_ request: Int, _ advocate: Int, _ halfDay: Int) -> Bool {
    let day = Int(ground.dayOf[halfDay])
    if dayLoad[advocate * ground.dayCount + day] >= ground.dailyCap[advocate] { return false }
    if weekLoad[advocate * ground.weekCount + Int(ground.weekOf[halfDay])] >= ground.weeklyCap[advocate] {
      return false
    }
    let partner = Int(ground.partnerOf[advocate])
    if load[partner] >= ground.quotaOf[partner] { return false }
    if !relations.related[request] { return true }
    return !isAdverse(request, partner) && hasInmateDay(request, day)
  }

  /// The starts at which advocate, rooms and escort are free, before `hasLoadLeft` and `isApart`.
  @inline(__always)
  func freeStarts(_ request: Int, _ advocate: Int, _ halfDay: Int) -> UInt64 {
    let cells = ground.halfDayCount
    var open = free[advocate * cells + halfDay] & roomsFree[halfDay]
    open &= escortFree[Int(ground.block[request]) * cells + halfDay]
    if ground.needsAccessible[request] { open &= accessibleFree[halfDay] }
    return ground.startMask[request * cells + halfDay] & SlotMask.starts(open, Int(ground.duration[request]))
  }

  /// The free starts that relations in time leave, or 0 when the loads leave nothing.
  func legalStarts(_ request: Int, _ advocate: Int, _ halfDay: Int) -> UInt64 {
    var starts = freeStarts(request, advocate, halfDay)
    if starts == 0 || !hasLoadLeft(request, advocate, halfDay) { return 0 }
    if !relations.related[request] { return starts }
    let first = Int(ground.firstSlot[halfDay])
    var rest = starts
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest &- 1
      if meetsApart(request, first + bit) { starts &= ~(1 &<< UInt64(bit)) }
    }
    return starts
  }

  /// Whether the partner serves another side of one of the request's adverse groups.
  func isAdverse(_ request: Int, _ partner: Int) -> Bool {
    for index in relations.adverseStart[request]..<relations.adverseStart[request + 1] {
      let group = Int(relations.adverseGroup[Int(index)])
      let side = Int(relations.firstSide[group] + relations.adverseSide[Int(index)])
      if groupLoad[group * ground.partnerCount + partner] != sideLoad[side * ground.partnerCount + partner] {
        return true
      }
    }
    return false
  }

  /// Whether a session at `start` overlaps one that the request is kept apart from.
  func meetsApart(_ request: Int, _ start: Int) -> Bool {
    let end = start + Int(ground.duration[request])
    for index in relations.apartStart[request]..<relations.apartStart[request + 1] {
      let other = Int(relations.apartOther[Int(index)])
      let otherStart = Int(startOf[other])
      if otherStart >= 0 && otherStart < end && start < otherStart + Int(ground.duration[other]) { return true }
    }
    return false
  }

  /// Whether the inmate may have one more session on the day.
  func hasInmateDay(_ request: Int, _ day: Int) -> Bool {
    for index in relations.inmateStart[request]..<relations.inmateStart[request + 1] {
      let group = Int(relations.inmateGroup[Int(index)])
      var count: Int32 = 0
      for position in relations.inmateMemberStart[group]..<relations.inmateMemberStart[group + 1] {
        let start = Int(startOf[Int(relations.inmateMember[Int(position)])])
        if start >= 0 && Int(ground.dayOfSlot[start]) == day { count += 1 }
      }
      if count >= relations.inmatePerDay[group] { return false }
    }
    return true
  }
}
