import GRDB
import JSON
import Synchronization
import Testing

@testable import BankumModel
@testable import BankumStore

@Suite("What writes tell")
struct ToldEventsTests {
  private static let partners = [Partner.ID(bits: 1), Partner.ID(bits: 2)]

  private static func events(
    _ register: Register, _ body: @escaping @Sendable (Transaction) throws -> Void
  ) async throws -> [HouseEvent] {
    let before = try await register.readUnaudited { try $0.lastEvent() }
    _ = try await register.write(as: .test()) { transaction in
      try body(transaction)
      return Done()
    }
    return try await register.readUnaudited { try $0.events(after: before) }.events.map(\.event)
  }

  /// A register with two partners and somebody.
  private static func house() async throws -> (TestHouse, Register, Everything) {
    let house = try TestHouse()
    let register = try house.open()
    let everything = Everything(seed: 5)
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    return (house, register, everything)
  }

  @Test("every kind of record that is put tells something")
  func everyKind() async throws {
    let (house, register, everything) = try await Self.house()
    func tells<Value: Stored>(_ values: [Value]) async throws -> [HouseEvent] {
      let value = try #require(values.last)
      let told = try await Self.events(register) { try $0.put(value) }
      #expect(!told.isEmpty, "\(Value.table.name)")
      #expect(told.allSatisfy { $0[.writer] == "1000" })
      return told
    }
    #expect(try await tells(everything.blocks).map(\.kind) == [.changed])
    #expect(try await tells(everything.cases).first?[.content] == "case")
    #expect(try await tells(everything.terms).first?[.content] == "term")
    #expect(try await tells(everything.holidays).first?[.content] == "holiday")
    #expect(try await tells(everything.requests).map(\.kind) == [.request])
    #expect(try await tells(everything.sessions).map(\.kind) == [.session])
    #expect(try await tells(everything.education).map(\.kind) == [.education])
    #expect(try await tells(everything.runs).map(\.kind) == [.run])
    #expect(try await tells(everything.plans).map(\.kind) == [.published])
    #expect(try await tells(everything.reviews).map(\.kind) == [.review])
    #expect(try await tells(everything.notices).map(\.kind) == [.notices])
    #expect(try await tells(everything.grants).map(\.kind) == [.granted])
    _ = try await tells(everything.partners)
    _ = try await tells(everything.advocates)
    _ = try await tells(everything.availability)
    _ = try await tells(everything.rooms)
    _ = try await tells(everything.programmes)
    _ = try await tells(everything.keepApart)
    _ = try await tells(everything.mandates)
    _ = try await tells(everything.hearings)
    _ = try await tells(everything.absences)
    _ = try await tells(everything.decisions)
    _ = try await tells(everything.weekdayHours)
    _ = try await tells(everything.conflicts)
    _ = try await tells(everything.overrides)
    #expect(try await tells(everything.inmates).contains { $0[.content] == "inmate" })
    #expect(
      try await Self.events(register) { transaction in
        _ = try transaction.remove(role: "ops", of: 0)
      }.map(\.kind) == [.revoked])
    try await register.close()
    withExtendedLifetime(house) {}
  }

  @Test("a request that changes hands names both partners; many of one kind are counted and not listed")
  func requests() async throws {
    let (house, register, everything) = try await Self.house()
    let offered = try #require(everything.requests.first { $0.offer != nil })
    let first = try #require(offered.offer?.partner)
    let second = try #require(everything.partners.map(\.id).first { $0 != first })
    var moved = offered
    moved.state = .offered
    moved.offer?.partner = second
    let last = moved
    let told = try await Self.events(register) { try $0.put(last) }
    #expect(told == [HouseEvent.request(last.id, .offered, partner: second, former: first).written(by: 1000)])
    // Put twice in a write it is one event, with the partner from before the write.
    let twice = try await Self.events(register) { transaction in
      try transaction.put(offered)
      try transaction.put(last)
    }
    #expect(twice.map { $0[.former] } == [nil])
    let many = try await Self.events(register) { transaction in
      for var request in everything.requests {
        request.state = .submitted
        request.offer = nil
        request.closing = nil
        try transaction.put(request)
      }
    }
    #expect(many.contains { $0.kind == .requests && $0[.partner] == nil })
    #expect(many.reduce(0) { $0 + (Int($1[.count] ?? "") ?? 1) } == everything.requests.count)
    try await register.close()
    withExtendedLifetime(house) {}
  }

  @Test("a call list has changed when a published session comes, goes or moves, and when its inmate's cell changes")
  func callLists() async throws {
    let (house, register, everything) = try await Self.house()
    let inmate = try #require(everything.inmates.first)
    var session = Session(
      id: Session.ID(bits: 77), service: .consultation, inmate: inmate.id, partner: everything.advocates[0].partner,
      advocate: everything.advocates[0].id, room: everything.rooms[0].id, date: day("2027-01-05"),
      hours: hours("10:00-10:30"), callAt: MinuteOfDay(hour: 9, minute: 45) ?? .startOfDay, state: .draft)
    func lists(_ session: Session) async throws -> [String?] {
      try await Self.events(register) { try $0.put(session) }.filter { $0.kind == .callList }.map { $0[.date] }
    }
    #expect(try await lists(session).isEmpty)
    session.state = .offered
    #expect(try await lists(session) == ["2027-01-05"])
    session.state = .confirmed
    #expect(try await lists(session).isEmpty, "who has accepted is not on the list")
    session.date = day("2027-01-06")
    #expect(try await lists(session) == ["2027-01-05", "2027-01-06"])
    let told = try await Self.events(register) { try $0.put(inmate) }
    #expect(told.filter { $0.kind == .callList }.map { $0[.date] } == ["2027-01-06"])
    session.state = .cancelled
    #expect(try await lists(session) == ["2027-01-06"])
    try await register.close()
    withExtendedLifetime(house) {}
  }

  @Test("the numbers rise with time and writes, whatever the clock does, and survive the daemon")
  func numbers() async throws {
    let house = try TestHouse()
    var last = EventNumber(0)
    for step in 0..<3 {
      let register = try house.open()
      if step == 1 { house.time.withLock { $0 = $0.adding(milliseconds: -3_600_000) } }
      _ = try await register.write(as: .test()) { transaction in
        transaction.tell(.discarded)
        transaction.tell(.round(lapsed: 1, unreported: step))
        return Done()
      }
      let before = last
      let page = try await register.readUnaudited { try $0.events(after: before) }
      #expect(page.events.map(\.number.position) == [1, 2])
      #expect(page.events.allSatisfy { $0.number > before })
      last = try #require(page.last)
      try await register.close()
    }
    #expect(last.write == 1_795_000_000_000 + 2)
  }

  @Test("an event of another version of the program is passed over; what was dropped is told")
  func strangeAndDropped() async throws {
    let house = try TestHouse()
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      transaction.tell(.discarded)
      return Done()
    }
    try await register.close()
    let insert = "INSERT INTO event (id, sequence, made_at, kind, body) VALUES (?, 1, 0, ?, ?)"
    let again = try house.open()
    _ = try await again.write(as: .test()) { transaction in
      try transaction.execute(insert, [.integer(5), .text("new"), .text("{}")])
      try transaction.execute(insert, [.integer(6), .text("run"), .text(#"{"inmate":"x"}"#)])
      return Done()
    }
    let page = try await again.readUnaudited { try $0.events(after: EventNumber(0), limit: 2) }
    #expect(page.events.isEmpty)
    #expect(page.last == EventNumber(6))
    #expect(try await again.readUnaudited { try $0.firstEvent(behind: EventNumber(0)) } == nil)
    try await again.close()
    let full = try house.open()
    _ = try await full.write(as: .test()) { transaction in
      for id in Int64(7)...10_100 {
        try transaction.execute(insert, [.integer(id), .text("discarded"), .text("{}")])
      }
      return Done()
    }
    #expect(try await full.readUnaudited { try $0.firstEvent(behind: EventNumber(4)) } == EventNumber(5))
    #expect(try await full.readUnaudited { try $0.firstEvent(behind: EventNumber(5)) } == nil)
    for _ in 0..<64 {
      _ = try await full.write(as: .test()) { transaction in
        transaction.tell(.discarded)
        return Done()
      }
    }
    let kept = try await full.readUnaudited { try $0.integer("SELECT count(*) FROM event", []) }
    #expect((10_001..<10_065).contains(kept), "\(kept)")
    try await full.close()
  }
}
