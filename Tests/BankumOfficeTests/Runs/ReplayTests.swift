import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Instances
import Matching
import Testing

@Suite("A run over the sample, once more")
struct ReplayTests {
  /// What the draft says: who meets whom where and when, with the ids of the meetings.
  private static func draft(_ office: Office) async throws -> [Session] {
    try await office.register.readUnaudited { try $0.list(Filter<Session>.drafts) }
  }

  @Test("the same input gives the same plan, meeting by meeting, and nothing is changed")
  func sameInput() async throws {
    let test = try await TestOffice.withSample()
    let office = test.office
    let outcome = try await office.runAssignment(RunTests.quick, TestOffice.order())
    let first = outcome.run
    let before = try await Self.draft(office)
    let again = try await office.runAssignment(RunTests.quick, TestOffice.order()).run
    #expect(again.inputDigest == first.inputDigest)
    #expect(again.objective == first.objective)
    #expect(again.bound == first.bound)
    #expect(again.changes == 0)
    #expect(try await Self.draft(office) == before)
    let runs = try await office.listRuns(limit: 10)
    #expect(runs.count == 2)
    #expect(runs.allSatisfy { $0.isKept })
    #expect(try await office.showRun(first.id).plan?.state == .discarded)
    #expect(try await office.showRun(again.id).plan?.state == .draft)

    // Later the run is computed again from what was kept, whatever the register says by now.
    _ = try await office.publishPlan(TestOffice.order())
    let sequence = office.register.sequence
    let replay = try await office.replayRun(first.id)
    #expect(replay.isSame)
    #expect(replay.objective == first.objective)
    // With each run it is kept who waits in spite of his rank, and why; the same input, the same list.
    let fairness = try #require(try await office.showRun(first.id).fairness)
    #expect(fairness.count == outcome.exceptions)
    #expect(fairness.allSatisfy { ($0.loss ?? 0) >= 0 && $0.waiting != $0.holder })
    #expect(try await office.showRun(again.id).fairness == fairness)
    #expect(office.register.sequence == sequence)
    let instance = try InstanceReader.read(try await office.exportRun(first.id))
    #expect(instance.name == first.id.text)
    #expect(instance.problem.requests.count > 500)
    await #expect(throws: OfficeError.notFound("run", Run.ID(bits: 5).text)) {
      try await office.replayRun(Run.ID(bits: 5))
    }
    // Only the latest are kept.
    _ = try await office.register.write(as: DocketBoardTests.register) { transaction in
      try transaction.removeAttachments(butOfLatest: 0)
      return Done()
    }
    await #expect(throws: OfficeError.refused(.planning(.notKept(30)))) { try await office.replayRun(first.id) }
    await #expect(throws: OfficeError.refused(.planning(.notKept(30)))) { try await office.exportRun(first.id) }
    #expect(try await office.showRun(first.id).fairness == nil)
  }

  @Test("a plan that cannot be published any more when it is ready is committed as a draft")
  func notPublished() async throws {
    let test = try await TestOffice.withSample()
    var order = RunTests.quick
    order.publishes = true
    // The run takes three weeks.
    let outcome = try await test.office.runAssignment(order, TestOffice.order()) { _ in
      test.now = TestOffice.monday.adding(milliseconds: 21 * 86_400_000)
    }
    #expect(outcome.published == nil)
    #expect(!outcome.isDryRun)
    let (drafts, runs) = try await test.office.register.readUnaudited { reading in
      (try reading.list(Filter<Session>.drafts).count, try reading.count(Run.self))
    }
    #expect(drafts == outcome.run.placed)
    #expect(runs == 1)
  }

  @Test("when an advocate falls ill, meetings of others inside the freeze stay and at most ten later ones move")
  func freeze() async throws {
    let test = try await TestOffice.withPublishedSample()
    let office = test.office
    let published = try await office.register.readUnaudited { try $0.list(Filter<Session>.published) }
    let counts = Dictionary(grouping: published, by: \.advocate).mapValues(\.count)
    let ill = try #require(counts.max { ($0.value, $0.key.text) < ($1.value, $1.key.text) }?.key)
    _ = try await office.register.write(as: DocketBoardTests.register) { transaction in
      for hours in try transaction.list(Filter<Availability>.of(ill)) { try transaction.remove(hours.id) }
      return Done()
    }
    var order = RunTests.quick
    order.days = 6
    _ = try await office.runAssignment(order, TestOffice.order())
    let page = try await office.showPlan(version: nil, isDraftOnly: true, TestOffice.registrar, method: "ShowPlan")
    let moved = page.plan.moved.map(\.session)
    let byID = Dictionary(uniqueKeysWithValues: published.map { ($0.id, $0) })
    // The meetings of the one who is ill cannot stay: each is moved to somebody else or called off.
    let touched = Set(moved + page.plan.cancelled)
    let now = office.clock.civilNow
    let late = published.filter { $0.advocate == ill && now.minutes(until: $0.start) > 120 }
    #expect(!late.isEmpty && late.allSatisfy { touched.contains($0.id) })
    let others = touched.compactMap { byID[$0] }.filter { $0.advocate != ill }
    let frozen = try await office.register.readUnaudited { reading in
      try reading.calendar().addingWorkingDays(3, to: CivilDate(parsing: "2026-11-23"))
    }
    #expect(others.allSatisfy { $0.date > frozen })
    #expect(others.count <= 10)
    // The difference says where each was and with whom.
    for change in page.changes where change.kind == .moved {
      let former = try #require(byID[change.session.id])
      #expect(change.former == former)
      #expect((change.formerAdvocate == nil) == (former.advocate == change.session.advocate))
    }
  }
}
