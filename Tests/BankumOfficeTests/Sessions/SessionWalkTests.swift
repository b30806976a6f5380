import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import SeededNumbers
import Testing

@Suite("Random walks of verbs over a small house")
struct SessionWalkTests {
  /// What may be answered instead of doing it: never the store's own word.
  private func attempt(_ body: () async throws -> Void) async throws -> Bool {
    do {
      try await body()
      return true
    } catch is OfficeError {
      return false
    }
  }

  @Test("keep the register sound: nobody twice at a time, requests and meetings agree", arguments: [1, 2, 3])
  func walk(seed: UInt64) async throws {
    let house = try await SessionHouse()
    var dice = SeededGenerator(seed: seed)
    var done = 0
    for step in 0..<60 {
      if step % 20 == 19 { house.go(toDay: step / 20 + 1, hour: 16) }
      if try await attempt({ try await act(house, &dice) }) { done += 1 }
      try await check(house, "seed \(seed), step \(step)")
    }
    #expect(done > 5)
  }

  private func act(_ house: SessionHouse, _ dice: inout SeededGenerator) async throws {
    let sessions = try await house.readUnaudited { try $0.all(Session.self) }.map(\.id)
    guard let id = sessions.randomElement(using: &dice), let partner = [0, 1].randomElement(using: &dice) else {
      return
    }
    let scope = Bool.random(using: &dice) ? TestOffice.registrar : house.lawyer(partner)
    let date = house.thursday.adding(days: Int.random(in: -2...5, using: &dice))
    let start = MinuteOfDay(minutes: 500 + Int.random(in: 0...60, using: &dice) * 7) ?? .startOfDay
    let outcome = SessionState.allCases.randomElement(using: &dice) ?? .held
    let followUp = Bool.random(using: &dice)
    switch Int.random(in: 0...6, using: &dice) {
    case 0, 1, 2:
      let move = SessionMove(
        date: date, start: start,
        advocate: Bool.random(using: &dice) ? house.advocates.randomElement(using: &dice) : nil,
        room: Bool.random(using: &dice) ? house.rooms.randomElement(using: &dice) : nil, reason: .urgency)
      _ = try await house.office.moveSession(id, move, house.order(scope))
    case 3: _ = try await house.office.cancelSession(id, .asked, house.order(scope))
    case 4:
      _ = try await house.office.endSession(id, outcome, needsFollowUp: followUp, house.order(scope))
    case 5: _ = try await house.office.pinSession(id, isPinned: followUp, house.order())
    default:
      let index = Int.random(in: 0..<house.inmates.count, using: &dice)
      let end = start.adding(minutes: 45) ?? .endOfDay
      guard let hours = MinuteRange(start, end), let advocate = house.advocates.randomElement(using: &dice) else {
        return
      }
      _ = try await house.office.recordSession(
        RecordedVisit(
          inmate: house.inmates[index], advocate: advocate, date: date, hours: hours,
          request: Bool.random(using: &dice) ? house.requests[index] : nil,
          outcome: outcome.isReported ? outcome : .held, needsFollowUp: followUp), house.order(scope))
    }
  }

  private func check(_ house: SessionHouse, _ place: String) async throws {
    let (faults, sessions, requests) = try await house.readUnaudited { reading in
      (try reading.check(), try reading.all(Session.self), try reading.all(Request.self))
    }
    #expect(faults.isEmpty, "\(place)")
    let planned = sessions.filter(\.state.isPublished)
    for (offset, one) in planned.enumerated() {
      for other in planned[(offset + 1)...] where one.overlaps(other) {
        #expect(one.inmate != other.inmate && one.advocate != other.advocate && one.room != other.room, "\(place)")
      }
    }
    for request in requests {
      let own = planned.filter { $0.request == request.id }
      #expect(own.count <= 1, "\(place)")
      switch request.state {
      case .scheduled: #expect(own.count == 1, "\(place): \(request.state)")
      case .accepted: #expect(own.isEmpty, "\(place): \(request.state)")
      default: #expect(own.isEmpty && request.state == .closed, "\(place): \(request.state)")
      }
    }
  }
}
