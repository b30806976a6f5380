import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("Partners, rooms, hours")
struct HouseTests {
  typealias House = SmallRegister

  @Test("a partner sees itself alone, its people and its mandates")
  func reach() async throws {
    let house = try await House()
    #expect(try await house.office.listPartners(nil, House.registrar, method: "test").count == 2)
    #expect(try await house.office.listPartners(nil, House.coordinator, method: "test").map(\.people) == [2])
    let people = try await house.office.listAdvocates(nil, of: nil, all: true, House.advocate, method: "test")
    #expect(people.map(\.advocate.name) == ["Advokat A", "Paralegal A"])
    let mandates = try await house.office.listMandates(
      of: nil, partner: nil, advocate: nil, all: true, Page(), House.coordinator, method: "test")
    #expect(mandates.values.map(\.mandate.letter) == ["SK-1"])
    await #expect(throws: OfficeError.notFound("advocate", "CANARY Advokat")) {
      _ = try await house.office.setAbsent(
        "CANARY Advokat", DateRange(House.today), House.order(House.coordinator))
    }
    // An advocate changes his own hours, not those of his colleague.
    await #expect(throws: OfficeError.notFound("advocate", "Paralegal A")) {
      _ = try await house.office.setAbsent("Paralegal A", DateRange(House.today), House.order(House.advocate))
    }
    let rooms = try await house.office.listRooms(House.advocate)
    #expect(rooms.first?.reservations == [])
    #expect(rooms.first?.closures.first?.reason == "")
  }

  @Test("credentials that do not hold any more are shown, and flag the mandates")
  func credentials() async throws {
    let house = try await House()
    var edit = PartnerEdit()
    edit.accreditationTo = .to(House.date("2026-11-22"))
    _ = try await house.office.setPartner("LBH A", edit, House.order())
    let entry = try #require(try await house.office.listPartners("LBH A", House.registrar, method: "test").first)
    #expect(entry.credentialStatus.lapsed == [.accreditation])
    let mandates = try await house.office.listMandates(
      of: nil, partner: "LBH A", advocate: nil, all: false, Page(), House.registrar, method: "test")
    #expect(mandates.values.map(\.flags) == [["accreditation"]])
    await #expect(throws: OfficeError.refused(.house(.nameTaken("canary lbh")))) {
      var name = PartnerEdit()
      name.shortName = "canary lbh"
      _ = try await house.office.setPartner("LBH A", name, House.order())
    }
    await #expect(throws: StoreError.self) {
      var share = PartnerEdit()
      share.share = 1_001
      share.capacity = -1
      _ = try await house.office.setPartner("LBH A", share, House.order())
    }
  }

  @Test("somebody who is absent, or works no longer, leaves meetings that are told")
  func advocates() async throws {
    let house = try await House()
    let week = try #require(DateRange(House.date("2026-11-30"), House.date("2026-12-04")))
    #expect(
      try await house.office.setAbsent(nil, week, House.order(House.advocate)).meetings == [Session.ID(bits: 1)])
    let ended = try await house.office.endAdvocate("Advokat A", on: House.date("2026-11-29"), House.order())
    #expect(ended.meetings == [Session.ID(bits: 1)])
    var edit = AdvocateEdit()
    edit.name = "Advokat Baru"
    edit.kind = .paralegal
    edit.sex = .male
    let made = try await house.office.addAdvocate(for: nil, edit, House.order(House.coordinator))
    let id = try Advocate.ID(parsing: try #require(made.id))
    #expect(try await house.readUnaudited { try $0.get(id).partner } == House.partners.a)
    await #expect(throws: OfficeError.refused(.house(.nameTaken("Advokat Baru")))) {
      _ = try await house.office.addAdvocate(for: nil, edit, House.order(House.coordinator))
    }
  }

  @Test("hours are entered, confirmed and taken out by whose they are")
  func availability() async throws {
    let house = try await House()
    house.pass(days: 40)
    let before = try await house.office.listAvailability(
      of: nil, partner: nil, onlyStale: true, House.advocate, method: "test")
    #expect(before.count == 2)
    _ = try await house.office.confirmAvailability(nil, of: nil, House.order(House.advocate))
    let after = try await house.office.listAvailability(
      of: nil, partner: nil, onlyStale: true, House.advocate, method: "test")
    #expect(after.map(\.advocate.name) == ["Paralegal A"])
    _ = try await house.office.addAvailability(
      of: nil, weekday: .friday, OpenDateRange(House.today), House.hours("08:00-10:00"), House.order(House.advocate))
    await #expect(throws: OfficeError.notFound("availability", "av-00000003")) {
      _ = try await house.office.removeAvailability(Availability.ID(bits: 3), House.order(House.advocate))
    }
    _ = try await house.office.removeAvailability(Availability.ID(bits: 3), House.order(House.coordinator))
    await #expect(throws: StoreError.self) {
      _ = try await house.office.addAvailability(
        of: nil, weekday: nil, OpenDateRange(House.today), House.hours("08:00-10:00"), House.order(House.advocate))
    }
  }

  @Test("hours that are taken out leave the meetings in them")
  func removed() async throws {
    let house = try await House()
    let removed = try await house.office.removeAvailability(Availability.ID(bits: 1), House.order())
    #expect(removed.meetings == [Session.ID(bits: 1)])
  }

  @Test("a mandate needs an advocate, no wall, and a letter of its own")
  func mandates() async throws {
    let house = try await House()
    func add(_ inmate: Inmate.ID, _ advocate: String, _ letter: String, _ scope: Scope) async throws -> String? {
      try await house.office.addMandate(
        of: inmate.text, to: advocate, letter: letter, from: House.today, caseFile: nil, House.order(scope)
      ).id
    }
    await #expect(throws: OfficeError.refused(.house(.paralegal))) {
      _ = try await add(House.inmates[0], "Paralegal A", "SK-2", House.registrar)
    }
    await #expect(throws: OfficeError.refused(.house(.mandateKnown(Mandate.ID(bits: 1))))) {
      _ = try await add(House.inmates[0], "Advokat A", "SK-1", House.advocate)
    }
    // B's client stands against A's.
    await #expect(throws: OfficeError.refused(.house(.wall))) {
      _ = try await add(House.inmates[1], "Advokat A", "SK-2", House.registrar)
    }
    await #expect(throws: OfficeError.notFound("inmate", House.inmates[2].text)) {
      _ = try await add(House.inmates[2], "Advokat A", "SK-2", House.coordinator)
    }
    let made = try #require(try await add(House.inmates[2], "Advokat A", "SK-2", House.registrar))
    let id = try Mandate.ID(parsing: made)
    _ = try await house.office.endMandate(id, on: nil, .finished, House.order(House.advocate))
    await #expect(throws: OfficeError.refused(.house(.mandateEnded))) {
      _ = try await house.office.endMandate(id, on: nil, .finished, House.order(House.advocate))
    }
    await #expect(throws: OfficeError.notFound("mandate", "ma-P0000001")) {
      _ = try await house.office.endMandate(
        Mandate.ID(bits: House.canary(1)), on: nil, .finished, House.order(House.coordinator))
    }
  }

  @Test("a mandate of somebody who has left is flagged until it ends, and its referral with it")
  func referral() async throws {
    let house = try await House()
    _ = try await house.office.departInmate(House.inmates[0].text, .transferred, on: nil, House.order())
    let listed = try await house.office.listMandates(
      of: nil, partner: nil, advocate: nil, all: false, Page(), House.coordinator, method: "test")
    #expect(listed.values.map(\.flags) == [["left"]])
    _ = try await house.office.endMandate(Mandate.ID(bits: 1), on: nil, .referred, House.order(House.coordinator))
    #expect(try await house.readUnaudited { try $0.list(Filter<ReviewEntry>.open).isEmpty })
  }

  @Test("a closed room, closed days and other hours are told with the meetings in them")
  func closures() async throws {
    let house = try await House()
    let all = [Session.ID(bits: 1), Session.ID(bits: House.canary(1))]
    let monday = House.date("2026-11-30")
    let block = try await house.office.blockRoom(
      "ruang 1", OpenDateRange(monday, monday), House.hours("09:00-09:30"), reason: "cat", House.order())
    #expect(block.meetings == [all[0]])
    _ = try await house.office.unblockRoom(House.room.text, on: monday, House.order())
    await #expect(throws: OfficeError.refused(.house(.roomNotBlocked))) {
      _ = try await house.office.unblockRoom("Ruang 1", on: monday, House.order())
    }
    let days = DateRange(monday)
    let close = CalendarDecision(days: days, scope: .national, effect: .close(hours: nil), reason: "pilkada")
    #expect(try await house.office.decide(close, House.order()).meetings == all)
    let open = CalendarDecision(days: days, scope: .national, effect: .open(hours: nil), reason: "batal")
    #expect(try await house.office.decide(open, House.order()).meetings == [])
    let hours = CalendarDecision(
      days: days, scope: .house, effect: .hours(OpeningHours([House.hours("09:30-15:00")])), reason: "Ramadan")
    #expect(try await house.office.decide(hours, House.order()).meetings == [all[0]])
    await #expect(throws: OfficeError.invalid("reason", nil, .given)) {
      _ = try await house.office.decide(
        CalendarDecision(days: days, scope: .house, effect: .close(hours: nil), reason: " "), House.order())
    }
    await #expect(throws: OfficeError.self) {
      let past = DateRange(House.date("2026-11-20"))
      _ = try await house.office.decide(
        CalendarDecision(days: past, scope: .house, effect: .close(hours: nil), reason: "x"), House.order())
    }
  }

  @Test("blocks and training are changed by name")
  func blocks() async throws {
    let house = try await House()
    var edit = BlockEdit()
    edit.escortCapacity = 2
    _ = try await house.office.setBlock("a", edit, House.order())
    let blocks = try await house.office.listBlocks(House.registrar)
    #expect(blocks.map(\.block.escortCapacity) == [2])
    #expect(blocks.map(\.inmates) == [4])
    #expect(try await house.office.listBlocks(House.coordinator).map(\.inmates) == [nil])
    let days = OpenDateRange(House.date("2026-12-01"))
    let hours = OpeningHours([House.hours("08:00-10:00"), House.hours("13:00-14:00")])
    _ = try await house.office.setTraining("barbershop", .tuesday, hours, days, House.order())
    let later = OpenDateRange(House.date("2027-01-01"))
    _ = try await house.office.setTraining("Barbershop", .tuesday, .closed, later, House.order())
    let entry = try #require(try await house.office.listTraining(House.registrar).first)
    #expect(entry.programme.timetable.map(\.days.last) == Array(repeating: House.date("2026-12-31"), count: 2))
    #expect(entry.programme.classHours(on: House.date("2027-01-05")) == [])
    await #expect(throws: OfficeError.notFound("training", "x")) {
      _ = try await house.office.setTraining("x", .tuesday, .closed, later, House.order())
    }
  }
}
