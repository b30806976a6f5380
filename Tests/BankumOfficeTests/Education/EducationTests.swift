import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Testing

@Suite("Education for many")
struct EducationTests {
  static let topic = "Hak tahanan"

  /// The small house with thirty more people whom nobody has seen; the first six ask for the topic, the next two for
  /// another one. The lower the number, the longer they are here, and wait.
  private func build(escorts: Int = 40) async throws -> (SessionHouse, [Inmate.ID]) {
    let house = try await SessionHouse(escorts: escorts)
    let people = (101...130).map { Inmate.ID(bits: $0) }
    try await house.write { transaction in
      for (index, id) in people.enumerated() {
        let entered = house.thursday.adding(days: -100 + index)
        try transaction.put(
          Inmate(
            id: id, name: "CONTOH B\(index)",
            registerEntries: [
              RegisterEntry(
                number: try RegisterNumber(parsing: "A.III.\(100 + index)/2026"), days: OpenDateRange(entered))
            ], enteredOn: entered, block: house.block))
        guard index < 8 else { continue }
        try transaction.put(
          Request(
            id: Request.ID(bits: UInt64(100 + index)), inmate: id, service: .education,
            submittedOn: house.thursday.adding(days: -20 + index), channel: .oral,
            topic: index < 6 ? (index == 0 ? nil : " hak  TAHANAN") : "Upaya hukum"))
      }
      return Done()
    }
    return (house, people)
  }

  private func proposal(_ house: SessionHouse, size: Int = 20) -> EducationProposal {
    EducationProposal(
      topic: Self.topic, date: house.thursday.adding(days: 1), start: house.time("09:00"), minutes: 120,
      partner: house.partners[0], advocates: [house.advocates[0]], size: size)
  }

  private func event(_ house: SessionHouse, _ id: EducationEvent.ID) async throws -> EducationEvent {
    try await house.readUnaudited { try $0.get(id) }
  }

  @Test("takes those who asked for the topic first, then people whom nobody has seen, the longest here first")
  func chosen() async throws {
    let (house, people) = try await build()
    let id = try await house.office.proposeEducation(proposal(house), house.order(house.lawyer(0)))
    let proposed = try await event(house, id)
    #expect(proposed.room == house.hall && proposed.state == .proposed && proposed.participants.count == 20)
    #expect(proposed.participants.isSuperset(of: people.prefix(6)))
    // Those who have met nobody, also people who ask for another topic or wait for counsel.
    #expect(try await house.readUnaudited { try $0.check() }.isEmpty)
    // Its organisation learns who comes once the house has confirmed it; nobody else learns of it at all.
    let seen = try await house.office.education(id, house.lawyer(0), method: "test")[0]
    #expect(seen.size == 20 && seen.participants.isEmpty && seen.event.participants.isEmpty)
    await #expect(throws: OfficeError.notFound("education", id.text)) {
      try await house.office.education(id, house.lawyer(1), method: "test")
    }
    #expect(try await house.office.education(nil, house.lawyer(1), method: "test").isEmpty)
    for _ in 0..<2 { _ = try await house.office.confirmEducation(id, house.order()) }
    #expect(try await house.office.education(id, house.lawyer(0), method: "test")[0].participants.count == 20)
    // The hall, the speaker and the people are taken: by rules, not by an accident of the store.
    do {
      _ = try await house.office.proposeEducation(proposal(house), house.order())
      Issue.record("a refusal was expected")
    } catch OfficeError.refused(.education(.rules(let breaches))) {
      #expect(Set(breaches.map(\.rule)) == [.advocateBusy, .roomBusy])
    }
  }

  @Test("leaves out who is in court, away, kept apart, adverse, in class, out with others: the rules of meetings")
  func rules() async throws {
    let (house, people) = try await build()
    let day = proposal(house).date
    try await house.write { transaction in
      try transaction.put(Hearing(id: Hearing.ID(bits: 1), inmate: people[1], date: day, status: .confirmed))
      try transaction.put(
        Absence(
          id: Absence.ID(bits: 1), inmate: people[2], days: OpenDateRange(day, day), reason: .hospital,
          suspendsDetention: true))
      let apart = try #require(InmatePair(people[3], people[4]))
      try transaction.put(
        KeepApart(id: KeepApart.ID(bits: 1), pair: apart, days: OpenDateRange(day), reason: .threat))
      try transaction.put(
        CaseFile(
          id: CaseFile.ID(bits: 1), law: .new,
          parties: [
            CaseParty(inmate: people[5], role: .accused), CaseParty(inmate: house.inmates[0], role: .accused),
          ]))
      return Done()
    }
    let id = try await house.office.proposeEducation(proposal(house), house.order())
    let chosen = try await event(house, id).participants
    #expect(chosen.count == 20)
    for left in [people[1], people[2], people[5]] { #expect(!chosen.contains(left)) }
    #expect(chosen.contains(people[3]) != chosen.contains(people[4]))
    #expect(chosen.contains(people[0]))
  }

  @Test("needs fifteen people, two hours, speakers of its partner and a hall: everything wrong is told at once")
  func wrong() async throws {
    let (house, _) = try await build(escorts: 0)
    await #expect(throws: OfficeError.refused(.education(.tooFew(0, 15)))) {
      try await house.office.proposeEducation(proposal(house), house.order())
    }
    var bad = proposal(house, size: 31)
    bad.minutes = 119
    bad.topic = " "
    bad.advocates = []
    do {
      _ = try await house.office.proposeEducation(bad, house.order())
      Issue.record("an error was expected")
    } catch OfficeError.invalid(let problems) {
      #expect(problems.map(\.place) == ["topic", "size", "minutes", "advocates"])
    }
    bad = proposal(house)
    bad.advocates = [house.advocates[2]]
    await #expect(throws: OfficeError.notFound("advocate", house.advocates[2].text)) {
      try await house.office.proposeEducation(bad, house.order(house.lawyer(0)))
    }
    bad = proposal(house)
    bad.partner = house.partners[1]
    await #expect(throws: OfficeError.notFound("partner", house.partners[1].text)) {
      try await house.office.proposeEducation(bad, house.order(house.lawyer(0)))
    }
    bad = proposal(house)
    bad.date = house.thursday.adding(days: 2)
    do {
      _ = try await house.office.proposeEducation(bad, house.order())
      Issue.record("a refusal was expected")
    } catch OfficeError.refused(.education(.rules(let breaches))) {
      #expect(Set(breaches.map(\.rule)) == [.houseClosed, .advocateUnavailable])
    }
  }

  @Test("closes the requests of those who came, and of nobody else; the registrar may write it anew")
  func attendance() async throws {
    let (house, people) = try await build()
    let id = try await house.office.proposeEducation(proposal(house), house.order())
    await #expect(throws: OfficeError.refused(.education(.state(.proposed)))) {
      try await house.office.recordAttendance(id, present: [], house.order())
    }
    _ = try await house.office.confirmEducation(id, house.order())
    await #expect(throws: OfficeError.refused(.education(.notBegun))) {
      try await house.office.recordAttendance(id, present: [], house.order())
    }
    house.go(toDay: 4, hour: 12)
    await #expect(throws: OfficeError.refused(.education(.begun))) {
      try await house.office.cancelEducation(id, house.order(house.lawyer(0)))
    }
    do {
      _ = try await house.office.recordAttendance(
        id, present: ["A.III.100/2026", "x", house.inmates[0].text], house.order())
      Issue.record("an error was expected")
    } catch OfficeError.invalid(let problems) {
      #expect(problems.map(\.place).first == "present[1]")
    }
    _ = try await house.office.recordAttendance(
      id, present: ["A.III.100/2026", people[1].text], house.order(house.lawyer(0)))
    func states() async throws -> [RequestState] {
      try await house.readUnaudited { reading in
        try (0..<8).map { try reading.get(Request.ID(bits: UInt64(100 + $0))).state }
      }
    }
    #expect(try await states() == [.closed, .closed] + Array(repeating: .submitted, count: 6))
    await #expect(throws: OfficeError.refused(.education(.state(.held)))) {
      try await house.office.recordAttendance(id, present: [], house.order(house.lawyer(0)))
    }
    _ = try await house.office.recordAttendance(id, present: [people[2].text], house.order())
    #expect(try await states() == [.submitted, .submitted, .closed] + Array(repeating: .submitted, count: 5))
    #expect(try await house.readUnaudited { try $0.check() }.isEmpty)
    // Whoever has heard the topic does not hear it again.
    var again = proposal(house, size: 15)
    again.date = house.thursday.adding(days: 5)
    let second = try await event(house, try await house.office.proposeEducation(again, house.order()))
    #expect(!second.participants.contains(people[2]) && second.participants.contains(people[0]))
    _ = try await house.office.cancelEducation(second.id, house.order(house.lawyer(0)))
    #expect(try await event(house, second.id).state == .cancelled)
  }

  @Test("leads a group, so that two escorts bring twenty people of a block; and asks for no calendar of years past")
  func led() async throws {
    let (house, people) = try await build(escorts: 2)
    let longAgo = try CivilDate(parsing: "2008-05-05")
    try await house.write { transaction in
      for id in people {
        var inmate = try transaction.get(id)
        inmate.enteredOn = longAgo
        try transaction.put(inmate)
      }
      return Done()
    }
    let id = try await house.office.proposeEducation(proposal(house), house.order())
    #expect(try await event(house, id).participants.count == 20)
  }

  @Test("is planned around by a run: nobody who takes part, speaks or is fetched for it is elsewhere")
  func run() async throws {
    // Two lead the twenty of the event: one more may be out.
    let (house, people) = try await build(escorts: 3)
    // Everybody of the event also asks for a meeting.
    let id = try await house.office.proposeEducation(proposal(house), house.order())
    let event = try await event(house, id)
    try await house.write { transaction in
      for (index, inmate) in people.enumerated() {
        try transaction.put(
          Request(
            id: Request.ID(bits: UInt64(200 + index)), inmate: inmate, service: .consultation,
            submittedOn: house.thursday.adding(days: -30), channel: .oral,
            permit: VisitPermit(state: .granted, requestedOn: house.thursday.adding(days: -30))))
      }
      return Done()
    }
    var order = RunOrder()
    order.effort = 2
    order.days = 5
    let outcome = try await house.office.runAssignment(order, house.order())
    #expect(outcome.run.placed > 10)
    let sessions = try await house.readUnaudited { try $0.list(Filter<Session>.drafts) }
    let beside = sessions.filter { $0.date == event.date && $0.hours.overlaps(event.hours) }
    for session in beside {
      #expect(!event.participants.contains(session.inmate) && !event.advocates.contains(session.advocate))
      #expect(session.room != event.room)
    }
    for session in beside { #expect(beside.count { $0.hours.overlaps(session.hours) } <= 1) }
    #expect(sessions.contains { event.participants.contains($0.inmate) })
  }

  @Test("its organisation hears what the house did with its event, once, and not what it did itself")
  func notices() async throws {
    let (house, _) = try await build()
    func told(_ partner: Int) async throws -> [NoticeKind] {
      try await house.office.notices(telephone: false, house.lawyer(partner), method: "test").map(\.notice.kind)
    }
    let id = try await house.office.proposeEducation(proposal(house), house.order(house.lawyer(0)))
    #expect(try await told(0) == [])
    for _ in 0..<2 { _ = try await house.office.confirmEducation(id, house.order()) }
    #expect(try await told(0) == [.new])
    // The working day before it nobody has read it: the registrar telephones.
    house.go(toDay: 3, hour: 12)
    let due = try await house.office.notices(telephone: true, TestOffice.registrar, method: "test")
    #expect(due.map(\.notice.subject) == [.education(id)])
    for _ in 0..<2 { _ = try await house.office.cancelEducation(id, house.order()) }
    #expect(try await told(0) == [.new, .cancelled])
    #expect(try await told(1) == [])
  }
}
