import BankumModel
import Testing

@testable import BankumPlanning

@Suite("The digest of the facts")
struct DigestTests {
  private func bytes(_ facts: HouseFacts) throws -> [UInt8] {
    facts.digestBytes(period: try PlanningPeriod(facts, workingDays: 5))
  }

  @Test("the order of the lists and the names change no byte", arguments: 0..<20)
  func order(seed: Int) throws {
    let facts = try RandomHouse.publishing(RandomHouse.facts(seed: UInt64(seed)), 2, seed: UInt64(seed))
    var other = facts
    other.inmates.reverse()
    other.requests.reverse()
    other.advocates.reverse()
    other.rooms.reverse()
    other.cases.reverse()
    other.availability.reverse()
    other.sessions.reverse()
    for position in other.inmates.indices { other.inmates[position].name = "somebody else" }
    #expect(try bytes(facts) == bytes(other))
  }

  @Test("every fact that planning reads changes the bytes")
  func change() throws {
    let facts = RandomHouse.facts(seed: 3)
    let changes: [(inout HouseFacts) -> Void] = [
      { $0.now.minute = minute("07:31") }, { $0.inmates[0].needs.insert(.illness) },
      { $0.inmates[0].presence = .released }, { $0.terms[0].last = day("2027-01-01") },
      { $0.requests[0].lostMeetings += 1 }, { $0.requests[0].skill = .civil }, { $0.partners[0].capacity += 1 },
      { $0.advocates[0].dailyCap += 1 }, { $0.advocates[0].languages = [] },
      { $0.availability[0].confirmedOn = day("2026-11-20") }, { $0.rooms[0].isAccessible.toggle() },
      { $0.blocks[0].escortCapacity += 1 }, { $0.missedClassMinutes[SmallHouse.inmate] = 5 },
      { $0.advocateNoShows[SmallHouse.partner] = 1 }, { $0.meetingsInWindow[SmallHouse.partner] = 1 },
      { $0.waivers[SmallHouse.request] = [.due] },
      {
        $0.reserved[SmallHouse.request] = ReservedPlace(
          advocate: SmallHouse.advocate, date: day("2026-11-24"), start: minute("09:00"))
      },
      { $0.ranksOfRun[SmallHouse.request] = Rank(tier: 1, points: 5) },
      { $0.training[0].timetable = [] }, { $0.calendar = SmallHouse.calendar() },
    ]
    let plain = try bytes(facts)
    for (number, change) in changes.enumerated() {
      var other = facts
      change(&other)
      if number == changes.count - 1 && facts.calendar.decisions.isEmpty { continue }
      #expect(try bytes(other) != plain, "change \(number)")
    }
  }
}
