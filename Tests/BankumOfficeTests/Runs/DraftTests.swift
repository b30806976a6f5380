import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Testing

@testable import BankumModel

@Suite("Drafts and the facts they rest on")
struct DraftTests {
  private static let call = Call(uid: 1, role: "registrar", method: "test")

  @Test("what is moved is looked at again when it is published, and what is over is not touched")
  func moved() async throws {
    let test = try await TestOffice.withSample()
    let office = test.office
    _ = try await office.runAssignment(RunTests.quick, TestOffice.order())
    _ = try await office.publishPlan(TestOffice.order())
    // An advocate falls ill on a day on which he has meetings: they are repaired or given up.
    let published = try await office.register.readUnaudited { try $0.list(Filter<Session>.published) }
    let first = try #require(published.last)
    _ = try await office.register.write(as: Self.call) { transaction in
      var advocate = try transaction.get(first.advocate)
      advocate.absences.append(DateRange(first.date))
      try transaction.put(advocate)
      return Done()
    }
    var order = RunTests.quick
    order.days = 4
    _ = try await office.runAssignment(order, TestOffice.order())
    let draft = try #require(
      try await office.register.readUnaudited { try $0.list(Filter<BankumModel.Plan>.draft) }.first)
    let touched = draft.moved.map(\.session) + draft.cancelled
    #expect(touched.contains(first.id))
    let move = try #require(draft.moved.first)
    let inmate = try #require(published.first { $0.id == move.session }).inmate
    _ = try await office.register.write(as: Self.call) { transaction in
      try transaction.put(Hearing(id: Hearing.ID(bits: 78), inmate: inmate, date: move.date, status: .confirmed))
      return Done()
    }
    await #expect(throws: OfficeError.busy(.draftOutdated(move.session, .hearingDay))) {
      try await office.publishPlan(TestOffice.order())
    }
    _ = try await office.register.write(as: Self.call) { transaction in
      try transaction.remove(Hearing.ID(bits: 78))
      var session = try transaction.get(move.session)
      session.state = .held
      try transaction.put(session)
      return Done()
    }
    await #expect(throws: OfficeError.busy(.draftOutdated(move.session, .requestClosed))) {
      try await office.publishPlan(TestOffice.order())
    }
    #expect(try await office.register.readUnaudited { try $0.get(move.session) }.state == .held)
  }

  @Test("that nobody may serve somebody is seen on the request, and taken back once somebody may")
  func eligibility() async throws {
    let test = try await TestOffice.withSample()
    let office = test.office
    let request = try #require(
      try await office.register.readUnaudited { try $0.list(Filter<Request>.open) }
        .first { $0.state == .submitted && $0.service == .consultation })
    func state() async throws -> RequestState {
      try await office.register.readUnaudited { try $0.get(request.id) }.state
    }
    func setExclusions(_ exclusions: [PartnerExclusion]) async throws {
      _ = try await office.register.write(as: Self.call) { transaction in
        var changed = try transaction.get(request.id)
        changed.exclusions = exclusions
        changed.wishPartner = nil
        try transaction.put(changed)
        return Done()
      }
    }
    let partners = try await office.register.readUnaudited { try $0.all(Partner.self) }
    try await setExclusions(
      partners.map { PartnerExclusion(partner: $0.id, reason: .silent, since: request.submittedOn) })
    let first = try await office.runAssignment(RunTests.quick, TestOffice.order())
    #expect(try await state() == .noEligiblePartner)
    // The state is the run's own word: it does not make the facts others.
    let second = try await office.runAssignment(RunTests.quick, TestOffice.order())
    #expect(second.run.inputDigest == first.run.inputDigest)
    try await setExclusions([])
    _ = try await office.runAssignment(RunTests.quick, TestOffice.order())
    #expect(try await state() == .submitted)
  }

  @Test("a rule switches planning off, but not trying; another lets the nightly run publish by itself")
  func switches() async throws {
    let test = try await TestOffice.withSample()
    let office = test.office
    func set(_ key: RuleKey, _ value: Int) async throws {
      _ = try await office.register.write(as: Self.call) { transaction in
        try transaction.put(
          Rule(key: key, value: .integer(value), validFrom: try CivilDate(parsing: "2026-11-23"), source: "test"))
        return Done()
      }
    }
    try await set(.publishesItself, 1)
    let drafted = try await office.runAssignment(RunTests.quick, TestOffice.order())
    #expect(drafted.published == nil)
    let runner = Scope(uid: 1_002, role: .runner, reach: .house)
    let published = try await office.runAssignment(RunTests.quick, TestOffice.order(as: runner))
    #expect(published.published == 1)
    try await set(.scheduleEnabled, 0)
    await #expect(throws: OfficeError.refused(.planning(.switchedOff))) {
      try await office.runAssignment(RunTests.quick, TestOffice.order(as: runner))
    }
    var trying = RunTests.quick
    trying.isDryRun = true
    #expect(try await office.runAssignment(trying, TestOffice.order()).isDryRun)
  }
}
