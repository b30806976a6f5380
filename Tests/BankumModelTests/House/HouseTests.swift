import Testing

@testable import BankumModel

@Suite struct HouseTests {
  @Test func `A reserved room is free for its partner only, in the reserved hours only`() {
    let reservation = RoomReservation(
      partner: Fixture.partner(1), weekday: .tuesday, days: OpenDateRange(day("2026-11-01")),
      hours: hours("09:00-11:00"))
    let room = Room(
      id: Room.ID(bits: 1), name: "R1", isConfidential: true, isAccessible: true, reservations: [reservation],
      closures: [
        RoomClosure(
          days: OpenDateRange(day("2026-11-25"), day("2026-11-25")), hours: hours("08:00-10:00"), reason: "paint")
      ])
    let tuesday = day("2026-11-24")
    #expect(room.isFree(for: Fixture.partner(1), on: tuesday, during: hours("10:00-12:00")))
    #expect(!room.isFree(for: Fixture.partner(2), on: tuesday, during: hours("10:00-12:00")))
    #expect(room.isFree(for: Fixture.partner(2), on: tuesday, during: hours("11:00-12:00")))
    #expect(room.isFree(for: Fixture.partner(2), on: day("2026-11-25"), during: hours("10:00-12:00")))
    #expect(room.closedHours(on: day("2026-11-25")) == [hours("08:00-10:00")])
    #expect(room.closedHours(on: tuesday) == [])
    #expect(room.problems == [])
    var wrong = room
    wrong.name = ""
    wrong.places = 0
    #expect(wrong.problems.map(\.place) == ["name", "places"])
  }

  @Test func `Class minutes that a meeting costs are counted once`() {
    let classes = TrainingProgramme(
      id: TrainingProgramme.ID(bits: 1), name: "barbershop", kind: .certified,
      timetable: [
        ClassHours(weekday: .tuesday, hours: hours("08:00-10:00"), days: OpenDateRange(day("2026-01-01"))),
        ClassHours(weekday: .tuesday, hours: hours("09:30-11:00"), days: OpenDateRange(day("2026-01-01"))),
      ])
    #expect(classes.minutesLost(on: day("2026-11-24"), during: hours("09:00-12:00")) == 120)
    #expect(classes.minutesLost(on: day("2026-11-24"), during: hours("11:00-12:00")) == 0)
    #expect(classes.minutesLost(on: day("2026-11-25"), during: hours("09:00-12:00")) == 0)
    #expect(classes.problems == [])
  }

  @Test func `Certified training is for residents of the city, workshops for everybody`() throws {
    let number = try RegisterNumber(parsing: "A.III.1/2026")
    var inmate = Inmate(
      id: Fixture.inmate(1), name: "BUDI",
      registerEntries: [RegisterEntry(number: number, days: OpenDateRange(day("2026-01-01")))],
      residence: .elsewhere("Binjai"), enteredOn: day("2026-01-01"))
    var programme = TrainingProgramme(
      id: TrainingProgramme.ID(bits: 1), name: "tempe", kind: .certified, timetable: [])
    #expect(programme.problems(ofTrainee: inmate).map(\.value) == ["Binjai"])
    programme.kind = .workshop
    #expect(programme.problems(ofTrainee: inmate) == [])
    programme.kind = .certified
    inmate.residence = .medan
    #expect(programme.problems(ofTrainee: inmate) == [])
  }

  @Test(arguments: [(14, 120, ["participants"]), (15, 120, []), (30, 120, []), (31, 119, ["participants", "hours"])])
  func `Education is for 15 to 30 people and two hours at least`(people: Int, minutes: Int, places: [String]) throws {
    let start = hours("09:00-24:00").start
    let end = try #require(start.adding(minutes: minutes))
    var event = EducationEvent(
      id: EducationEvent.ID(bits: 1), topic: "rights", partner: Fixture.partner(1), advocates: [Fixture.advocate(1)],
      room: Room.ID(bits: 1), date: day("2026-11-24"), hours: try #require(MinuteRange(start, end)),
      participants: Set((1...people).map { Fixture.inmate(UInt64($0)) }))
    #expect(try event.problems(rules: RuleDefaults.table).map(\.place) == places)
    #expect(event.problems == [])
    event.attended = [Fixture.inmate(1), Fixture.inmate(99)]
    #expect(event.problems.map(\.place) == ["attended", "attended"])
  }

  @Test func `Escorts are counted and a block has a name`() {
    let block = Block(id: Block.ID(bits: 1), name: " ", escortCapacity: -1)
    #expect(block.problems.map(\.place) == ["name", "escortCapacity"])
  }

  @Test func `Ids of all kinds have prefixes of their own`() {
    let prefixes = [
      Absence.idPrefix, Advocate.idPrefix, Availability.idPrefix, Block.idPrefix, CaseFile.idPrefix,
      DetentionTerm.idPrefix, EducationEvent.idPrefix, Hearing.idPrefix, Inmate.idPrefix, KeepApart.idPrefix,
      Mandate.idPrefix, Partner.idPrefix, Request.idPrefix, Room.idPrefix, Session.idPrefix,
      TrainingProgramme.idPrefix,
    ]
    #expect(Set(prefixes).count == prefixes.count)
    #expect(prefixes.allSatisfy { $0.utf8.count == 2 })
  }

  @Test func `A hearing takes the whole day unless it was cancelled`() {
    var hearing = Hearing(
      id: Hearing.ID(bits: 1), inmate: Fixture.inmate(1), date: day("2026-11-24"), status: .reported)
    #expect(hearing.blocks(day("2026-11-24")) && !hearing.blocks(day("2026-11-25")))
    hearing.status = .cancelled
    #expect(!hearing.blocks(day("2026-11-24")))
  }

  @Test func `Codes are read exactly, and an error lists them all`() throws {
    #expect(try Service(code: "consultation") == .consultation)
    #expect {
      try Service(code: "Consultation")
    } throws: {
      ($0 as? ModelError)?.problems.first?.expected == "consultation, assistance, education"
    }
  }

  @Test func `People who are only missing are planned on, those who left are not`() {
    #expect(Presence.allCases.filter(\.isPlannable) == [.present, .missing])
    #expect(EducationState.allCases.filter(\.isPlanned) == [.proposed, .confirmed])
    #expect(Need.allCases.filter(\.wantsInterpreter) == [.interpreter, .signLanguage])
    #expect(Need.allCases.filter(\.wantsAccessibleRoom) == [.accessibleRoom])
  }

  @Test func `A keep-apart order holds on its days`() throws {
    let pair = try #require(InmatePair(Fixture.inmate(1), Fixture.inmate(2)))
    var order = KeepApart(
      id: KeepApart.ID(bits: 1), pair: pair, days: OpenDateRange(day("2026-11-01")), reason: .fight)
    #expect(order.problems == [] && order.days.contains(day("2030-01-01")))
    #expect(order.pair.contains(Fixture.inmate(2)) && !order.pair.contains(Fixture.inmate(3)))
    order.days.last = day("2026-10-01")
    #expect(order.problems.map(\.place) == ["days"])
    #expect(!order.days.overlaps(OpenDateRange(day("2026-01-01"))))
  }
}
