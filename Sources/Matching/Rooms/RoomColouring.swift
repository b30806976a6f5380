/// Gives every session of a half-day a room, exactly, or says that there is no way.
///
/// Sessions of a half-day are intervals. When all open rooms are open throughout and alike, as many rooms as
/// sessions in any slot suffice (interval graphs are perfect), and the counts of `SearchState` say it all. Where some
/// are special (the accessible ones), a flow along the slots decides (`RoomSplit`). Anything else is searched.
final class RoomColouring {
  private let ground: Ground
  private let state: SearchState
  private let isSimple: UnsafeMutablePointer<Bool>
  private let hasFrozen: UnsafeMutablePointer<Bool>
  private let arena = Arena()
  /// Whether a published session that keeps advocate and start has to keep its room as well.
  private let roomsStay: Bool

  init(_ ground: Ground, _ state: SearchState, roomsStay: Bool) {
    self.ground = ground
    self.state = state
    self.roomsStay = roomsStay
    isSimple = arena.make(ground.halfDayCount, true)
    hasFrozen = arena.make(ground.halfDayCount, false)
    for session in ground.frozenSessions { hasFrozen[Int(ground.halfDayOfSlot[session.start])] = true }
    var plain = ground.problem.rooms.allSatisfy { $0.reservedFor == nil }
    for (index, request) in ground.problem.requests.enumerated()
    where ground.roomsOfRequest[index] != (request.accessible ? ground.accessibleRooms : ground.allRooms) {
      plain = false
    }
    for halfDay in 0..<ground.halfDayCount {
      let first = Int(ground.firstSlot[halfDay])
      let open = ground.roomsOpen[first]
      var simple = plain
      for offset in 0..<ground.halfDays.length[halfDay] where ground.roomsOpen[first + offset] != open {
        simple = false
      }
      isSimple[halfDay] = simple && !hasFrozen[halfDay]
    }
    if roomsStay {
      for session in ground.problem.published {
        let halfDay = Int(ground.halfDayOfSlot[session.start])
        if halfDay >= 0 { isSimple[halfDay] = false }
      }
    }
  }

  /// Whether the sessions of the half-day, whose counts are within what is open, fit in rooms.
  func fits(_ halfDay: Int) -> Bool {
    if isSimple[halfDay] { return fitsSimple(halfDay) }
    var search = search(sessions(halfDay), fixing: binding)
    return search.solve(limit: 4000)
  }

  /// A room for every session, keeping as many published rooms as can be found, or nil when there is no way.
  func rooms(_ halfDay: Int) -> [Assignment]? {
    let sessions = sessions(halfDay)
    var kept = Set(sessions.filter { wish($0) >= 0 && binding($0) < 0 })
    while true {
      if let found = solve(sessions, kept) { return found }
      if kept.isEmpty { return isSimple[halfDay] ? splitRooms(halfDay, sessions) : nil }
      // The cheapest single session to give up; if no single one helps, the cheapest of all goes and we go on.
      let order = kept.sorted { (ground.movePrice[$0], $0) < (ground.movePrice[$1], $1) }
      for request in order.prefix(12) {
        if let found = solve(sessions, kept.subtracting([request])) { return found }
      }
      kept.remove(order[0])
    }
  }

  private func solve(_ sessions: [Int], _ kept: Set<Int>) -> [Assignment]? {
    coloured(
      sessions,
      search(sessions) { [self] request in
        binding(request) >= 0 ? binding(request) : kept.contains(request) ? wish(request) : -1
      })
  }

  /// Rooms as the flow splits the sessions: each kind is coloured by itself, which takes no search.
  private func splitRooms(_ halfDay: Int, _ sessions: [Int]) -> [Assignment]? {
    let plain = sessions.filter { !ground.needsAccessible[$0] }
    guard let chosen = split(halfDay, plain) else { return nil }
    let special = Set(zip(plain, chosen).filter(\.1).map(\.0))
    let parts = [
      (sessions.filter { ground.needsAccessible[$0] || special.contains($0) }, ground.accessibleRooms),
      (plain.filter { !special.contains($0) }, ~ground.accessibleRooms),
    ]
    var result: [Assignment] = []
    for (part, rooms) in parts {
      guard let found = coloured(part, search(part, within: rooms) { _ in -1 }) else { return nil }
      result += found
    }
    return result
  }

  private func coloured(_ sessions: [Int], _ prepared: RoomSearch) -> [Assignment]? {
    var search = prepared
    guard search.solve(limit: 20_000) else { return nil }
    return sessions.enumerated().map { index, request in
      Assignment(
        request: request, advocate: Int(state.advocateOf[request]), start: Int(state.startOf[request]),
        room: search.room[index])
    }
  }

  private func search(_ sessions: [Int], within: UInt64 = .max, fixing: (Int) -> Int) -> RoomSearch {
    RoomSearch(
      sessions.map { request in
        let start = Int(state.startOf[request])
        let halfDay = Int(ground.halfDayOfSlot[start])
        let duration = Int(ground.duration[request])
        var rooms = ground.roomsOfRequest[request] & within
        rooms &= ground.roomsOfPartner[Int(ground.partnerOf[Int(state.advocateOf[request])])]
        for slot in start..<start + duration { rooms &= ground.roomsOpen[slot] }
        let fixed = fixing(request)
        if fixed >= 0 { rooms &= 1 << UInt64(fixed) }
        return RoomSearch.Session(
          slots: SlotMask.ones(duration) << UInt64(start - Int(ground.firstSlot[halfDay])), rooms: rooms,
          wish: wish(request))
      }, special: ground.accessibleRooms)
  }

  /// The room of the published session that a request keeps, or -1.
  private func wish(_ request: Int) -> Int {
    let advocate = Int(state.advocateOf[request])
    let stays = advocate >= 0 && ground.staysPublished(request, advocate, Int(state.startOf[request]))
    return stays ? Int(ground.publishedRoom[request]) : -1
  }

  /// The room that a session has to have, or -1.
  private func binding(_ request: Int) -> Int { ground.isFrozen[request] || roomsStay ? wish(request) : -1 }

  private func sessions(_ halfDay: Int) -> [Int] {
    let first = Int(ground.firstSlot[halfDay])
    let end = first + ground.halfDays.length[halfDay]
    var result: [Int] = []
    for index in ground.presentStart[halfDay]..<ground.presentStart[halfDay + 1] {
      let advocate = Int(ground.present[Int(index)])
      let cell = advocate * ground.halfDayCount + halfDay
      if state.free[cell] == ground.available[cell] { continue }
      let place = state.occupant + advocate * ground.slotCount
      var slot = first
      while slot < end {
        let request = Int(place[slot])
        if request >= 0 { result.append(request) }
        slot += request >= 0 ? Int(ground.duration[request]) : 1
      }
    }
    return result
  }

  /// Rooms of two kinds, open throughout: whether the accessible ones can take off the others what these are short of.
  private func fitsSimple(_ halfDay: Int) -> Bool {
    let first = Int(ground.firstSlot[halfDay])
    let open = ground.roomsOpen[first]
    let plain = (open & ~ground.accessibleRooms).nonzeroBitCount
    if plain == 0 { return true }
    var isTaken = false
    var isShort = false
    for slot in first..<first + ground.halfDays.length[halfDay] {
      if state.accessibleUsed[slot] > 0 { isTaken = true }
      if Int(state.roomsUsed[slot] - state.accessibleUsed[slot]) > plain { isShort = true }
    }
    if !isTaken || !isShort { return true }
    return split(halfDay, sessions(halfDay).filter { !ground.needsAccessible[$0] }) != nil
  }

  /// Which of the sessions that need no accessible room get one, or nil when there is no way.
  private func split(_ halfDay: Int, _ plain: [Int]) -> [Bool]? {
    let first = Int(ground.firstSlot[halfDay])
    let open = ground.roomsOpen[first]
    return RoomSplit.chosen(
      plain.map {
        let start = Int(state.startOf[$0]) - first
        return start..<start + Int(ground.duration[$0])
      },
      taken: (first..<first + ground.halfDays.length[halfDay]).map { Int(state.accessibleUsed[$0]) },
      plain: (open & ~ground.accessibleRooms).nonzeroBitCount,
      accessible: (open & ground.accessibleRooms).nonzeroBitCount)
  }
}
