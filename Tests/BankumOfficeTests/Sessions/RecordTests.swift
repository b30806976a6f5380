import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("A visit that was not planned")
struct RecordTests {
  private func visit(_ house: SessionHouse, _ hours: String, inmate: Int = 4, advocate: Int = 0) -> RecordedVisit {
    RecordedVisit(
      inmate: house.inmates[inmate], advocate: house.advocates[advocate], date: house.thursday,
      hours: house.hours(hours), room: house.rooms[2])
  }

  @Test("is written down with the rules that it broke, and serves its request")
  func record() async throws {
    let house = try await SessionHouse()
    house.go(toDay: 3, hour: 16)
    var lawful = visit(house, "11:00-11:30")
    lawful.request = house.requests[4]
    let answer = try await house.office.recordSession(lawful, house.order(house.lawyer(0)))
    #expect(answer.state == .held && answer.request == .closed && answer.brokenRules == [])
    // At noon, beside the advocate's other visit, nobody knows where.
    var against = visit(house, "11:15-12:15", inmate: 6)
    against.room = nil
    against.isUrgent = true
    let broken = try await house.office.recordSession(against, house.order())
    #expect(broken.brokenRules == ["advocateBusy", "openingHours", "roomMissing"])
    let session = try await house.readUnaudited { try $0.get(broken.session) }
    #expect(session.origin == .urgent && session.state == .held && session.request == nil && session.isFirstMeeting)
    #expect(try await house.readUnaudited { try $0.check() }.isEmpty)
    #expect(try await house.readUnaudited { try $0.contacts(of: house.inmates[6]) }.count == 1)
  }

  @Test("closes a request that had a meeting to come, which is called off")
  func served() async throws {
    let house = try await SessionHouse()
    house.go(toDay: 2, hour: 12)
    var early = visit(house, "09:00-09:30", inmate: 0)
    early.date = house.thursday.adding(days: -1)
    early.request = house.requests[0]
    #expect(try await house.office.recordSession(early, house.order()).request == .closed)
    let planned = try await house.session(0)
    #expect(planned.state == .cancelled && planned.changeReason == .requestEnded)
    let told = try await house.office.notices(telephone: false, house.lawyer(0), method: "test")
    #expect(told.map(\.notice.kind) == [.cancelled])
  }

  @Test("is not one of the schedule, not one to come, and not education")
  func wrong() async throws {
    let house = try await SessionHouse()
    await #expect(throws: OfficeError.self) {
      try await house.office.recordSession(visit(house, "09:00-09:30"), house.order())
    }
    house.go(toDay: 3, hour: 12)
    await #expect(throws: OfficeError.refused(.sessions(.scheduled(house.sessions[0])))) {
      try await house.office.recordSession(visit(house, "09:30-10:00", inmate: 0), house.order())
    }
    var education = visit(house, "11:00-11:30")
    education.service = .education
    await #expect(throws: OfficeError.self) { try await house.office.recordSession(education, house.order()) }
    // Of one who has left only that is said.
    try await house.write { transaction in
      var inmate = try transaction.get(house.inmates[7])
      inmate.presence = .released
      try transaction.put(inmate)
      return Done()
    }
    let left = try await house.office.recordSession(visit(house, "11:00-11:30", inmate: 7), house.order())
    #expect(left.brokenRules == ["inmateGone"])
  }
}
