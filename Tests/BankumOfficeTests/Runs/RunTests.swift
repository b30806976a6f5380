import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Testing

@Suite("A run over the sample facility")
struct RunTests {
  static var quick: RunOrder {
    var order = RunOrder()
    order.effort = 1
    order.days = 2
    return order
  }

  @Test("places or leaves waiting every open request, drafts once for the same facts, and is published whole")
  func wholeWay() async throws {
    let test = try await TestOffice.withSample()
    let office = test.office
    var dry = Self.quick
    dry.isDryRun = true
    let before = office.register.sequence
    // Education is planned as events, not as meetings.
    let wanted = try await office.register.readUnaudited { reading in
      try reading.list(Filter<Request>.open).count { $0.service != .education }
    }
    let tried = try await office.runAssignment(dry, TestOffice.order())
    #expect(tried.isDryRun)
    #expect(office.register.sequence == before)

    let first = try await office.runAssignment(Self.quick, TestOffice.order())
    #expect(first.run.inputDigest == tried.run.inputDigest)
    #expect(first.run.objective == tried.run.objective)
    #expect(first.run.placed + first.run.waiting == wanted)
    #expect(first.run.changes == 0)
    #expect((first.run.bound ?? 0) >= first.run.objective)
    // Turns of 75 minutes in half-days of two or three hours: the bound knows how many fit.
    var longer = dry
    longer.effort = 16
    let proved = try await office.runAssignment(longer, TestOffice.order()).run
    #expect((proved.bound ?? .max) - proved.objective < proved.objective / 100)
    let drafts = try await office.register.readUnaudited { try $0.list(Filter<Session>.drafts) }
    #expect(drafts.count == first.run.placed)

    let second = try await office.runAssignment(Self.quick, TestOffice.order())
    #expect(second.run.inputDigest == first.run.inputDigest)
    #expect(second.run.placed + second.run.waiting == wanted)
    #expect(second.run.changes == 0)

    #expect(try await office.publishPlan(TestOffice.order()) == 1)
    let (published, left, notices, faults) = try await office.register.readUnaudited { reading in
      (
        try reading.list(Filter<Session>.published), try reading.list(Filter<Session>.drafts),
        try reading.list(Filter<Notice>.open), try reading.check()
      )
    }
    #expect(published.count == second.run.placed)
    #expect(left.isEmpty)
    #expect(notices.count == published.count)
    #expect(faults.isEmpty)
    let requests = Dictionary(
      uniqueKeysWithValues: try await office.register.readUnaudited { try $0.all(Request.self) }.map { ($0.id, $0) })
    for session in published {
      let request = requests[try #require(session.request)]
      switch session.state {
      case .offered: #expect(request?.state == .offered && request?.offer?.partner == session.partner)
      case .confirmed: #expect(request?.state == .scheduled)
      default: Issue.record("\(session.state)")
      }
    }
    await #expect(throws: OfficeError.notFound("draft", "")) { try await office.publishPlan(TestOffice.order()) }
  }

  @Test("whose facts change before it is published says which meeting would break which rule")
  func outdated() async throws {
    let test = try await TestOffice.withSample()
    let office = test.office
    _ = try await office.runAssignment(Self.quick, TestOffice.order())
    let draft = try #require(try await office.register.readUnaudited { try $0.list(Filter<Session>.drafts) }.first)
    _ = try await office.register.write(as: Call(uid: 1, role: "registrar", method: "test")) { transaction in
      try transaction.put(
        Hearing(id: Hearing.ID(bits: 77), inmate: draft.inmate, date: draft.date, status: .confirmed))
      return Done()
    }
    await #expect(throws: OfficeError.busy(.draftOutdated(draft.id, .hearingDay))) {
      try await office.publishPlan(TestOffice.order())
    }
    let published = try await office.register.readUnaudited { try $0.count(Filter<Session>.published) }
    #expect(published == 0)
    try await office.discardPlan(TestOffice.order())
    #expect(try await office.register.readUnaudited { try $0.count(Filter<Session>.drafts) } == 0)
  }
}
