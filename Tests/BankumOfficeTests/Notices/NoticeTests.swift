import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("Notices")
struct NoticeTests {
  @Test("are acknowledged once, by their own partner or the registrar, and say it again without harm")
  func acknowledge() async throws {
    let house = try await SessionHouse()
    for index in 0..<2 { _ = try await house.office.cancelSession(house.sessions[index], .hearing, house.order()) }
    let own = try await house.office.notices(telephone: false, house.lawyer(0), method: "test")
    #expect(own.map(\.notice.subject) == [.session(house.sessions[0])])
    #expect(try await house.office.notices(telephone: false, TestOffice.registrar, method: "test").count == 2)
    let other = try #require(
      try await house.office.notices(telephone: false, house.lawyer(1), method: "test").first?.notice.id)
    await #expect(throws: OfficeError.notFound("notice", other.text)) {
      try await house.office.acknowledgeNotices([own[0].notice.id, other], house.order(house.lawyer(0)))
    }
    // Nothing of a call that failed is done.
    #expect(try await house.office.notices(telephone: false, house.lawyer(0), method: "test").count == 1)
    for _ in 0..<2 {
      try await house.office.acknowledgeNotices([own[0].notice.id], house.order(house.lawyer(0)))
    }
    #expect(try await house.office.notices(telephone: false, house.lawyer(0), method: "test").isEmpty)
    let read = try await house.readUnaudited { try $0.get(own[0].notice.id) }
    #expect(read.acknowledgedBy == house.lawyer(0).uid)
  }

  @Test("that nobody has read one working day before the meeting are on the telephone list, the latest of each meeting")
  func telephone() async throws {
    let house = try await SessionHouse()
    let move = SessionMove(date: house.thursday, start: house.time("11:00"), reason: .urgency)
    _ = try await house.office.moveSession(house.sessions[0], move, house.order())
    _ = try await house.office.cancelSession(house.sessions[0], .hearing, house.order())
    func list() async throws -> [NoticeKind] {
      try await house.office.notices(telephone: true, TestOffice.registrar, method: "test").map(\.notice.kind)
    }
    house.go(toDay: 1, hour: 12)
    #expect(try await list() == [])
    house.go(toDay: 2, hour: 8)
    #expect(try await list() == [.cancelled])
    house.go(toDay: 3, hour: 12)
    #expect(try await list() == [])
  }

  @Test("reach whoever held a request without a meeting when somebody leaves, once for each, and nobody else")
  func departure() async throws {
    let house = try await SessionHouse()
    // The first has a meeting with the first partner, the fifth an accepted request without one, as the sixth at the
    // other.
    for index in [0, 4, 5] {
      try await house.write { transaction in
        let inmate = try transaction.get(house.inmates[index])
        _ = try house.office.depart(inmate, .transferred, on: house.office.clock.today, transaction)
        return Done()
      }
    }
    // Made in one instant they have no order.
    func told(_ partner: Int) async throws -> [NoticeSubject: Int] {
      let notices = try await house.office.notices(telephone: false, house.lawyer(partner), method: "test")
      return Dictionary(notices.map { ($0.notice.subject, 1) }, uniquingKeysWith: +)
    }
    #expect(try await told(0) == [.session(house.sessions[0]): 1, .request(house.requests[4]): 1])
    #expect(try await told(1) == [.request(house.requests[5]): 1])
    let first = try await house.office.notices(telephone: false, house.lawyer(1), method: "test").first
    guard case .request(let request, let inmate)? = first?.about else {
      Issue.record("no request")
      return
    }
    #expect(request.state == .transferred && inmate.id == house.inmates[5])
  }
}
