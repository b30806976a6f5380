import BankumOffice
import BankumStore
import BankumTesting
import Testing

@testable import BankumModel

@Suite("The change slip of a docket")
struct DocketSlipTests {
  static let register = Call(uid: 1, role: "registrar", method: "test")

  private static func change(
    _ test: TestOffice, _ body: @escaping @Sendable (Transaction) throws -> Void
  ) async throws {
    _ = try await test.office.register.write(as: register) { transaction in
      try body(transaction)
      return Done()
    }
  }

  /// A version that changes nothing by itself.
  private static func publish(_ test: TestOffice, _ version: Int) async throws {
    try await change(test) { transaction in
      if var former = try transaction.list(Filter<BankumModel.Plan>.published).first {
        try former.replace()
        try transaction.put(former)
      }
      var plan = BankumModel.Plan(
        id: .init(bits: UInt64(version)), baseSequence: 0, madeAt: transaction.now)
      try transaction.put(plan)
      try plan.publish(version: version, at: transaction.now)
      try transaction.put(plan)
    }
  }

  @Test("says once what is new, moved or cancelled since a version, wherever it came from")
  func kinds() async throws {
    let house = try await DocketTests.House()
    let office = house.test.office
    let (first, second) = (house.sessions[0], house.sessions[1])
    func slip(_ version: Int, _ question: DocketQuestion = DocketQuestion()) async throws -> [DocketChange] {
      try await office.docketSlip(question, since: version, TestOffice.registrar, method: "List").changes
    }
    try await Self.publish(house.test, 1)
    #expect(try await slip(0).map(\.kind) == [.new, .new])
    #expect(try await slip(1).isEmpty)
    let day = office.clock.today
    try await Self.change(house.test) { transaction in
      var session = try transaction.get(first)
      session.date = day.adding(days: 2)
      try transaction.put(session)
    }
    try await Self.publish(house.test, 2)
    try await Self.change(house.test) { transaction in
      var session = try transaction.get(second)
      session.state = .cancelled
      try transaction.put(session)
      var moved = try transaction.get(first)
      moved.date = day.adding(days: 3)
      try transaction.put(moved)
    }
    let changes = try await slip(1)
    #expect(changes.map(\.kind) == [.cancelled, .moved])
    // Where it was by the version that the reader holds, not by the one between.
    #expect(changes.last?.formerStart?.date == day.adding(days: 1))
    #expect(try await slip(2).last?.formerStart?.date == day.adding(days: 2))
    // What came and went is not told, and a day knows what was taken from it.
    #expect(try await slip(0).map(\.kind) == [.new])
    let tomorrow = DocketQuestion(from: day.adding(days: 1), to: day.adding(days: 1))
    #expect(try await slip(1, tomorrow).map(\.kind) == [.cancelled, .moved])
    #expect(try await slip(2, tomorrow).map(\.kind) == [.cancelled])
    await #expect(throws: OfficeError.invalid("since", "3", .number(0, 2))) { try await slip(3) }
    // A partner reads of its own alone; at the gate nothing of the legal details.
    let own = try await office.docketSlip(DocketQuestion(), since: 1, house.scope(0, .coordinator), method: "List")
    #expect(own.changes.map(\.line.id) == [first])
    let gate = Scope(uid: 3_000, role: .guardian, reach: .gate)
    let list = try await office.docketSlip(DocketQuestion(block: "a"), since: 1, gate, method: "List")
    #expect(list.changes.count == 2)
    #expect(list.changes.allSatisfy { $0.line.legalDetails == nil && $0.formerAdvocate == nil })
  }

  @Test("of the sample tells every published meeting since version 0 and none since the version in force")
  func sample() async throws {
    let test = try await TestOffice.withPublishedSample()
    let run = try #require(try await test.office.listRuns(limit: 1).first).run
    let all = DocketQuestion(to: test.office.clock.today.adding(days: 60))
    let first = try await test.office.docketSlip(all, since: 0, TestOffice.registrar, method: "List")
    #expect(first.changes.count == run.placed)
    #expect(first.changes.map(\.line) == first.page.lines)
    let none = try await test.office.docketSlip(all, since: 1, TestOffice.registrar, method: "List")
    #expect(none.changes.isEmpty)
  }

  @Test("a copy has what was called off too, with how often it changed; with names it is another entry of the log")
  func copy() async throws {
    let house = try await DocketTests.House()
    let office = house.test.office
    let second = house.sessions[1]
    try await Self.change(house.test) { transaction in
      var session = try transaction.get(second)
      session.state = .cancelled
      try transaction.put(session)
    }
    let copy = try await office.docketCopy(
      DocketQuestion(), TestOffice.registrar, method: "Export", showsNames: true)
    #expect(copy.page.lines.map(\.id) == [house.sessions[0]])
    #expect(copy.entries.count == 2)
    #expect(copy.entries.first { $0.line.id == second }?.changes == 1)
    try await office.register.flushAudit()
    let entries = try await office.register.readUnaudited { reading in
      try reading.audit(of: house.inmates[1], since: Instant(milliseconds: 0))
    }
    #expect(entries.contains { $0.draft.method == "Export with names" })
  }

  @Test("a week is the week of a day, from Monday to Sunday, and excludes other days")
  func week() async throws {
    let house = try await DocketTests.House()
    let friday = try CivilDate(parsing: "2026-11-27")
    let page = try await house.test.office.docket(
      DocketQuestion(week: friday), TestOffice.registrar, method: "List")
    #expect(page.days == DateRange(first: try CivilDate(parsing: "2026-11-23"), days: 7))
    await #expect(throws: OfficeError.invalid("to", friday.text, .absent)) {
      try await house.test.office.docket(
        DocketQuestion(to: friday, week: friday), TestOffice.registrar, method: "List")
    }
  }
}
