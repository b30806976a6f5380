import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("The daily round")
struct RoundTests {
  /// Monday 23 November 2026 is the day of the offer; with a holiday on Wednesday the check ends on Tuesday and the
  /// answer on Monday.
  static func offered(holiday: String? = nil) async throws -> SmallOffice {
    let house = try await SmallOffice(requests: 1)
    if let holiday {
      let date = try CivilDate(parsing: holiday)
      _ = try await house.office.register.write(as: SmallOffice.call) { transaction in
        try transaction.put(Holiday(date: date, kind: .publicHoliday, name: "Rekaan"))
        return Done()
      }
    }
    try await house.publish()
    return house
  }

  @Test(
    "lets an offer lapse after one working day to check and three to answer, holidays aside",
    arguments: [(nil, "2026-11-27", "2026-11-28"), ("2026-11-25", "2026-11-30", "2026-12-01")]
      as [(String?, String, String)])
  func lapse(holiday: String?, last: String, after: String) async throws {
    let house = try await Self.offered(holiday: holiday)
    let partner = try #require(try await house.request(1).offer?.partner)
    // The meeting is still to come when the time is over.
    let session = try #require(try await house.sessions(of: 1).first)
    try await Self.move(session, to: "2026-12-09", house)
    house.go(to: try CivilDate(parsing: last))
    #expect(try await house.office.dailyRound(uid: 0).lapsed == 0)
    house.go(to: try CivilDate(parsing: after))
    #expect(try await house.office.dailyRound(uid: 0).lapsed == 1)
    #expect(try await house.sessions(of: 1).map(\.changeReason) == [.silent])
    let sequence = house.office.register.sequence
    #expect(try await house.office.dailyRound(uid: 0).lapsed == 0)
    #expect(house.office.register.sequence == sequence)
    let request = try await house.request(1)
    #expect(request.state == .submitted && request.offer == nil)
    #expect(request.exclusions.map(\.partner) == [partner] && request.exclusions[0].reason == .silent)
    // The next run asks the other partner.
    try await house.publish()
    let asked = try await house.request(1)
    #expect(asked.offer?.partner == house.partners.first { $0 != partner }, "\(asked.state)")
  }

  private static func move(_ session: Session, to date: String, _ house: SmallOffice) async throws {
    _ = try await house.office.register.write(as: SmallOffice.call) { transaction in
      var moved = session
      moved.date = try CivilDate(parsing: date)
      try transaction.put(rearranged: [moved])
      return Done()
    }
  }

  @Test("touches no meeting that has begun, answered or not; once nobody has reported it, the silence counts")
  func begun() async throws {
    let house = try await Self.offered()
    let session = try #require(try await house.sessions(of: 1).first)
    let partner = session.partner
    try await Self.move(session, to: "2026-11-27", house)
    house.go(to: try CivilDate(parsing: "2026-11-28"))
    #expect(try await house.office.dailyRound(uid: 0).isEmpty)
    #expect(try await house.sessions(of: 1).map(\.state) == [.offered])
    #expect(try await house.request(1).state == .offered)
    // Two working days later nobody has said how it went.
    house.go(to: try CivilDate(parsing: "2026-12-02"))
    #expect(try await house.office.dailyRound(uid: 0) == RoundReport(lapsed: 0, unreported: 1))
    house.go(to: try CivilDate(parsing: "2026-12-03"))
    #expect(try await house.office.dailyRound(uid: 0).lapsed == 1)
    #expect(try await house.sessions(of: 1).map(\.state) == [.unreported])
    #expect(try await house.request(1).exclusions.map(\.partner) == [partner])
  }

  @Test("stops for one that is incomplete, and is over for one that is answered")
  func stopped() async throws {
    let house = try await Self.offered()
    _ = try await house.office.changeRequest(Request.ID(bits: 1), .check(missing: "SKTM"), TestOffice.order())
    house.go(to: try CivilDate(parsing: "2026-12-18"))
    #expect(try await house.office.dailyRound(uid: 0).lapsed == 0)
    _ = try await house.office.changeRequest(Request.ID(bits: 1), .accept, TestOffice.order())
    house.go(to: try CivilDate(parsing: "2026-12-28"))
    #expect(try await house.office.dailyRound(uid: 0).lapsed == 0)
  }

  @Test("makes a meeting unreported two working days after it, and not before")
  func unreported() async throws {
    let house = try await Self.offered()
    _ = try await house.office.changeRequest(Request.ID(bits: 1), .accept, TestOffice.order())
    let session = try #require(try await house.sessions(of: 1).first)
    let calendar = try await house.office.register.readUnaudited { try $0.calendar() }
    let last = try calendar.addingWorkingDays(2, to: session.date)
    house.go(to: last)
    #expect(try await house.office.dailyRound(uid: 0).unreported == 0)
    house.go(to: last.adding(days: 1))
    #expect(try await house.office.dailyRound(uid: 0) == RoundReport(lapsed: 0, unreported: 1))
    #expect(try await house.sessions(of: 1).map(\.state) == [.unreported])
    let alarms = try await house.office.alarms(for: TestOffice.registrar)
    #expect(alarms.contains { $0.kind == .sessionUnreported && $0.count == 1 })
  }

  @Test("of a year without a calendar is refused, and the status says so")
  func noCalendar() async throws {
    let house = try await Self.offered()
    // The meeting is still to come, so that silence matters.
    try await Self.move(try #require(try await house.sessions(of: 1).first), to: "2028-01-11", house)
    let eve = CivilTime(try CivilDate(parsing: "2027-12-31"), .startOfDay)
    try await house.change(1) { $0.offer?.offeredAt = eve }
    house.go(to: try CivilDate(parsing: "2028-01-10"))
    await #expect(throws: OfficeError.refused(.planning(.missingFacts("calendar", "2028")))) {
      try await house.office.dailyRound(uid: 0)
    }
    #expect(try await house.request(1).state == .offered)
    let alarms = try await house.office.alarms(for: TestOffice.registrar)
    #expect(alarms.contains { $0.kind == .calendarMissing })
  }

  @Test("alarms are counted in the caller's own scope: late answers, ending terms, unread notices")
  func alarms() async throws {
    let house = try await SmallOffice()
    try await house.publish()
    let holders = try await house.office.register.readUnaudited {
      try $0.all(Request.self).compactMap { $0.offer?.partner }
    }
    #expect(try await house.office.alarms(for: TestOffice.registrar).first { $0.kind == .answerLate } == nil)
    house.go(to: try CivilDate(parsing: "2026-11-25"))
    for partner in 0...1 {
      let own = try await house.office.alarms(for: house.scope(partner))
      #expect(own.first { $0.kind == .answerLate }?.count == holders.count { $0 == house.partners[partner] })
    }
    #expect(
      try await house.office.alarms(for: TestOffice.registrar).first { $0.kind == .answerLate }?.count == holders.count)
    let soon = try await house.office.register.readUnaudited { reading in
      try reading.list(Filter<Session>.published).count { (25...26).contains($0.date.day) }
    }
    #expect(
      try await house.office.alarms(for: TestOffice.registrar).first { $0.kind == .telephoneList }?.count ?? 0 == soon)
    house.go(to: house.office.clock.today.adding(days: 60))
    #expect(
      try await house.office.alarms(for: TestOffice.registrar).first { $0.kind == .overstay }?.count == 6)
    let gate = Scope(uid: 9, role: .guardian, reach: .gate)
    #expect(try await house.office.alarms(for: gate).isEmpty)
  }

  @Test("credentials are an alarm sixty days before they lapse, for the house and their partner; laws until confirmed")
  func credentials() async throws {
    let house = try await SmallOffice()
    func count(_ kind: AlarmKind, _ scope: Scope) async throws -> Int {
      try await house.office.alarms(for: scope).first { $0.kind == kind }?.count ?? 0
    }
    let before = try await count(.credentialsLapsing, TestOffice.registrar)
    let today = house.office.clock.today
    for (days, isSoon) in [(61, false), (60, true), (0, true), (-1, true)] {
      _ = try await house.office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
        var partner = try transaction.get(house.partners[0])
        partner.accreditation.last = today.adding(days: days)
        try transaction.put(partner)
        return Done()
      }
      #expect(try await count(.credentialsLapsing, TestOffice.registrar) == before + (isSoon ? 1 : 0))
      #expect(try await count(.credentialsLapsing, house.scope(1)) == 0)
    }
    let unconfirmed = try await house.office.register.readUnaudited { try $0.rules().unconfirmed(on: today).count }
    #expect(unconfirmed > 0)
    #expect(try await count(.rulesUnconfirmed, TestOffice.registrar) == unconfirmed)
    #expect(try await count(.rulesUnconfirmed, house.scope(0)) == 0)
  }
}
