import Testing

@testable import Matching

@Suite struct RoomSearchTests {
  @Test func `The search finds rooms exactly when there are some`() {
    for seed in 0..<500 {
      var random = RandomNumbers(seed: UInt64(seed))
      let sessions = (0..<1 + random.below(6)).map { _ in
        RoomSearch.Session(
          slots: SlotMask.ones(1 + random.below(2)) << UInt64(random.below(4)),
          rooms: UInt64(random.below(8)), wish: random.below(4) - 1)
      }
      var search = RoomSearch(sessions, special: UInt64(random.below(8)))
      let found = search.solve(limit: 100_000)
      #expect(found == exists(sessions, []), "seed \(seed)")
      if found {
        for (index, session) in sessions.enumerated() {
          #expect(session.rooms >> UInt64(search.room[index]) & 1 == 1)
          for other in 0..<index where search.room[other] == search.room[index] {
            #expect(sessions[other].slots & session.slots == 0)
          }
        }
      }
    }
  }

  @Test func `Plain and accessible rooms are split exactly, as a search over all rooms would`() {
    var possible = 0
    for seed in 0..<4000 {
      var random = RandomNumbers(seed: UInt64(seed + 700))
      let length = 4 + random.below(4)
      let plain = 1 + random.below(2)
      let accessible = 1 + random.below(2)
      let rooms = plain + accessible
      let sessions = (0..<2 + random.below(8)).map { _ in
        let start = random.below(length)
        return (slots: start..<min(length, start + 1 + random.below(3)), needs: random.below(3) == 0)
      }
      var taken = Array(repeating: 0, count: length)
      var used = Array(repeating: 0, count: length)
      for session in sessions {
        for slot in session.slots {
          used[slot] += 1
          if session.needs { taken[slot] += 1 }
        }
      }
      // The counts alone have to be right: the search sees to them before it asks for rooms.
      if used.contains(where: { $0 > rooms }) || taken.contains(where: { $0 > accessible }) { continue }
      let special = SlotMask.ones(accessible)
      var search = RoomSearch(
        sessions.map {
          RoomSearch.Session(
            slots: SlotMask.ones($0.slots.count) << UInt64($0.slots.lowerBound),
            rooms: $0.needs ? special : SlotMask.ones(rooms), wish: -1)
        }, special: special)
      let others = sessions.filter { !$0.needs }.map(\.slots)
      let chosen = RoomSplit.chosen(others, taken: taken, plain: plain, accessible: accessible)
      #expect((chosen != nil) == search.solve(limit: 1_000_000), "seed \(seed)")
      guard let chosen else { continue }
      possible += 1
      for slot in 0..<length {
        let inPlain = others.indices.count { !chosen[$0] && others[$0].contains(slot) }
        let inSpecial = others.indices.count { chosen[$0] && others[$0].contains(slot) }
        #expect(inPlain <= plain && inSpecial + taken[slot] <= accessible, "seed \(seed)")
      }
    }
    #expect(possible > 300)
    // In the middle slot one of the two has to be in the accessible room, and either meets one who needs it.
    #expect(RoomSplit.chosen([0..<2, 1..<3], taken: [1, 0, 1], plain: 1, accessible: 1) == nil)
    #expect(RoomSplit.chosen([0..<2, 1..<3], taken: [1, 0, 0], plain: 1, accessible: 1) == [false, true])
  }

  /// Every choice of rooms, one by one.
  private func exists(_ sessions: [RoomSearch.Session], _ chosen: [Int]) -> Bool {
    if chosen.count == sessions.count { return true }
    let session = sessions[chosen.count]
    return (0..<3).contains { room in
      let clashes = chosen.enumerated().contains { $1 == room && sessions[$0].slots & session.slots != 0 }
      return session.rooms >> UInt64(room) & 1 == 1 && !clashes && exists(sessions, chosen + [room])
    }
  }
}
