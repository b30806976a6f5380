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
