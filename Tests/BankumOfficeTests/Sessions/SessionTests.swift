import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Testing

@Suite("A meeting")
struct SessionTests {
  private func rules(_ body: () async throws -> SessionAnswer) async throws -> Set<HouseRule>? {
    do { _ = try await body() } catch OfficeError.refused(.sessions(.rules(let breaches))) {
      return Set(breaches.map(\.rule))
    }
    return nil
  }

  @Test("moves by the rules of a run, in the frozen days with a reason, and its partner is told")
  func move() async throws {
    let house = try await SessionHouse()
    let id = house.sessions[0]
    let move = SessionMove(date: house.thursday, start: house.time("11:00"))
    await #expect(throws: OfficeError.refused(.sessions(.reasonNeeded(house.thursday)))) {
      try await house.office.moveSession(id, move, house.order())
    }
    var reasoned = move
    reasoned.reason = .urgency
    let answer = try await house.office.moveSession(id, reasoned, house.order())
    #expect(answer.state == .confirmed && answer.review == nil)
    let moved = try await house.session(0)
    #expect(moved.hours.text == "11:00-11:45" && moved.changeReason == .urgency && moved.callAt < moved.hours.start)
    let notices = try await house.office.notices(telephone: false, house.lawyer(0), method: "test")
    #expect(notices.map(\.notice.kind) == [.moved])
    // Asked for again it is where it is: nobody is told twice.
    _ = try await house.office.moveSession(id, reasoned, house.order())
    #expect(try await house.readUnaudited { try $0.count(Filter<Notice>.open) } == 1)
  }

  @Test("that would break rules is refused with all of them, and nothing is written")
  func breaches() async throws {
    let house = try await SessionHouse()
    // Noon is the house's break, the other meeting of its advocate begins at ten, Saturday is closed.
    let found = try await rules {
      try await house.office.moveSession(
        house.sessions[0],
        SessionMove(date: house.thursday.adding(days: 2), start: house.time("12:15"), reason: .urgency), house.order())
    }
    #expect(found == [.houseClosed, .advocateUnavailable])
    let taken = try await rules {
      try await house.office.moveSession(
        house.sessions[0],
        SessionMove(date: house.thursday, start: house.time("10:15"), room: house.rooms[1], reason: .urgency),
        house.order())
    }
    #expect(taken == [.advocateBusy, .roomBusy])
    #expect(try await house.session(0).hours.text == "09:00-09:45")
    let gone = SessionMove(date: house.thursday, start: house.time("11:00"), advocate: house.advocates[2])
    await #expect(throws: OfficeError.notFound("advocate", house.advocates[2].text)) {
      try await house.office.moveSession(house.sessions[0], gone, house.order())
    }
  }

  @Test("without a named room takes another one when its own is taken")
  func otherRoom() async throws {
    let house = try await SessionHouse()
    let move = SessionMove(
      date: house.thursday, start: house.time("10:00"), advocate: house.advocates[1], reason: .urgency)
    _ = try await house.office.moveSession(house.sessions[0], move, house.order())
    let moved = try await house.session(0)
    #expect(moved.room == house.rooms[2] && moved.advocate == house.advocates[1])
  }

  @Test("that is pinned stays until it is unpinned")
  func pin() async throws {
    let house = try await SessionHouse()
    let id = house.sessions[0]
    for _ in 0..<2 { _ = try await house.office.pinSession(id, isPinned: true, house.order()) }
    let move = SessionMove(date: house.thursday, start: house.time("11:00"), reason: .urgency)
    #expect(try await rules { try await house.office.moveSession(id, move, house.order()) } == [.pinned])
    _ = try await house.office.pinSession(id, isPinned: false, house.order())
    #expect(try await house.office.moveSession(id, move, house.order()).state == .confirmed)
  }

  @Test("is called off by its own partner, which frees the request and is told to it")
  func cancel() async throws {
    let house = try await SessionHouse()
    let answer = try await house.office.cancelSession(
      house.sessions[0], .advocateUnavailable, house.order(house.lawyer(0)))
    #expect(answer.state == .cancelled && answer.request == .accepted)
    #expect(try await house.request(0).offer?.partner == house.partners[0])
    await #expect(throws: OfficeError.refused(.sessions(.state(.sessionOver)))) {
      try await house.office.cancelSession(house.sessions[0], .asked, house.order())
    }
    house.go(toDay: 3, hour: 12)
    await #expect(throws: OfficeError.refused(.sessions(.begun))) {
      try await house.office.cancelSession(house.sessions[1], .asked, house.order())
    }
  }

  @Test("ends with its outcome; the registrar corrects it, and the request follows")
  func end() async throws {
    let house = try await SessionHouse()
    let id = house.sessions[0]
    await #expect(throws: OfficeError.refused(.sessions(.outcome(.sessionNotBegun)))) {
      try await house.office.endSession(id, .held, needsFollowUp: false, house.order())
    }
    house.go(toDay: 3, hour: 12)
    let lost = try await house.office.endSession(
      id, .noShowAdvocate, needsFollowUp: false, house.order(house.lawyer(0)))
    #expect(lost.request == .accepted)
    #expect(try await house.request(0).lostMeetings == 1)
    await #expect(throws: OfficeError.refused(.sessions(.outcome(.sessionReported)))) {
      try await house.office.endSession(id, .held, needsFollowUp: false, house.order(house.lawyer(0)))
    }
    let held = try await house.office.endSession(id, .held, needsFollowUp: false, house.order())
    #expect(held.request == .closed)
    let request = try await house.request(0)
    #expect(request.lostMeetings == 0 && request.closing?.reason == .held)
    let again = try await house.office.endSession(id, .cutShort, needsFollowUp: true, house.order())
    #expect(again.request == .accepted)
    #expect(try await house.readUnaudited { try $0.check() }.isEmpty)
  }

  @Test("of one partner does not exist for the other, whatever is asked")
  func isolation() async throws {
    let house = try await SessionHouse()
    house.go(toDay: 3, hour: 12)
    let (other, own) = (house.sessions[1], house.sessions[0])
    let lawyer = house.lawyer(0)
    let missing = OfficeError.notFound("session", other.text)
    await #expect(throws: missing) { try await house.office.session(other, lawyer, method: "test") }
    await #expect(throws: missing) {
      try await house.office.endSession(other, .held, needsFollowUp: false, house.order(lawyer))
    }
    await #expect(throws: missing) { try await house.office.cancelSession(other, .asked, house.order(lawyer)) }
    await #expect(throws: OfficeError.notFound("session", Session.ID(bits: 77).text)) {
      try await house.office.session(Session.ID(bits: 77), lawyer, method: "test")
    }
    var question = SessionQuestion()
    question.to = house.thursday
    let seen = try await house.office.sessions(question, lawyer, method: "test").map(\.session.id)
    #expect(Set(seen) == [own, house.sessions[2]])
    question.inmate = house.inmates[1]
    #expect(try await house.office.sessions(question, lawyer, method: "test").isEmpty)
    question.partner = house.partners[1]
    await #expect(throws: OfficeError.notFound("partner", house.partners[1].text)) {
      try await house.office.sessions(question, lawyer, method: "test")
    }
    // Neither by number nor by id: who is nobody's client here is not here.
    let number = "A.III.2/2026"
    await #expect(throws: OfficeError.notFound("inmate", number)) { try await house.office.knownInmate(number, lawyer) }
    await #expect(throws: OfficeError.notFound("inmate", house.inmates[1].text)) {
      try await house.office.recordSession(
        RecordedVisit(
          inmate: house.inmates[1], advocate: house.advocates[0], date: house.thursday,
          hours: house.hours("08:30-09:00")
        ), house.order(lawyer))
    }
  }

  @Test("that broke because of a new fact is listed with its rules, and what two people decided is not")
  func broken() async throws {
    let house = try await SessionHouse()
    try await house.write { transaction in
      try transaction.put(
        Hearing(id: Hearing.ID(bits: 1), inmate: house.inmates[0], date: house.thursday, status: .confirmed))
      var room = try transaction.get(house.rooms[1])
      let day = DateRange(first: house.thursday, days: 1)
      room.closures = [
        RoomClosure(
          days: OpenDateRange(day.first, day.last), hours: try MinuteRange(parsing: "08:00-10:00"), reason: "rusak")
      ]
      try transaction.put(room)
      return Done()
    }
    var question = SessionQuestion()
    question.isBroken = true
    let views = try await house.office.sessions(question, TestOffice.registrar, method: "test")
    let found = Dictionary(uniqueKeysWithValues: views.map { ($0.session.id, $0.breaches.map(\.rule)) })
    #expect(found == [house.sessions[0]: [.hearingDay], house.sessions[1]: [.roomClosed]])
  }
}
