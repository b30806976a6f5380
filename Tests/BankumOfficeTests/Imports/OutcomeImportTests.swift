import BankumExchange
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@testable import BankumModel
@testable import SeedGenerator

@Suite("Outcomes from a file")
struct OutcomeImportTests {
  private func file(_ text: String) -> ImportFile {
    ImportFile(kind: .outcomes, name: "outcomes.csv", bytes: Array(text.utf8))
  }

  @Test("change a meeting and its request as a report by hand does, and once")
  func report() async throws {
    let test = try await TestOffice.prepared()
    let id = Request.ID(bits: 4)
    let session = try await UndoTests.confirmed(test)
    let request = Request(
      id: id, inmate: session.inmate, service: .consultation, state: .scheduled,
      submittedOn: try CivilDate(parsing: "2026-11-02"), channel: .oral,
      offer: Offer(
        partner: session.partner, offeredAt: CivilTime(try CivilDate(parsing: "2026-11-20"), .startOfDay),
        events: [.complete(try CivilDate(parsing: "2026-11-20")), .answered(try CivilDate(parsing: "2026-11-21"))]))
    var asked = session
    asked.request = id
    let meeting = asked
    try await test.write {
      try $0.put(request)
      try $0.put(meeting)
    }
    test.now = Instant(milliseconds: test.now.milliseconds + 2 * 86_400_000)
    let before = try await test.picture()
    let lost = file("ID;Hasil\n\(session.id.text);advokat tidak hadir\n")
    let first = try await test.take(lost)
    let after = try await test.office.register.readUnaudited { try $0.get(id) }
    #expect(after.state == .accepted && after.lostMeetings == 1)
    #expect(try await test.take(lost).lines == [ImportReport.Line(kind: .outcomes, added: 0, changed: 0, same: 1)])
    #expect(try await test.office.register.readUnaudited { try $0.get(id) } == after)
    let undone = try await test.office.undoImport(try #require(first.number), isDryRun: false, TestOffice.order())
    #expect(undone.left.isEmpty)
    #expect(try await test.picture() == before)
  }

  @Test(
    "and undone leave no word of a meeting that is off; whoever has read it is told that it is on",
    arguments: [false, true])
  func notices(isRead: Bool) async throws {
    let test = try await TestOffice.prepared()
    let (served, other) = try await Self.twoMeetings(test)
    test.now = Instant(milliseconds: test.now.milliseconds + 2 * 86_400_000)
    let before = try await test.picture()
    let report = try await test.take(file("ID;Hasil\n\(served.id.text);terlaksana\n"))
    let told = try await test.office.register.readUnaudited { try $0.list(Filter<Notice>.session(other.id)) }
    #expect(told.map(\.kind) == [.cancelled])
    let notice = try #require(told.first)
    if isRead {
      var read = notice
      (read.acknowledgedAt, read.acknowledgedBy) = (test.now, 7)
      let value = read
      try await test.write { try $0.put(value) }
    }
    let undone = try await test.office.undoImport(try #require(report.number), isDryRun: false, TestOffice.order())
    #expect(try await test.office.register.readUnaudited { try $0.get(other.id) } == other)
    guard isRead else {
      #expect(undone.left.isEmpty)
      #expect(try await test.picture() == before)
      return
    }
    #expect(
      undone.left == [ImportUndoing.Left(kind: "notice", id: notice.id.text, field: nil, reason: .changedSince)])
    let now = try await test.office.register.readUnaudited { try $0.list(Filter<Notice>.session(other.id)) }
    #expect(Set(now.map(\.kind)) == [.cancelled, .new] && now.count { $0.acknowledgedAt == nil } == 1)
  }

  /// A request with a meeting that has begun in two days and one that is still to come then.
  private static func twoMeetings(_ test: TestOffice) async throws -> (Session, Session) {
    let session = try await UndoTests.confirmed(test)
    let request = Request(
      id: Request.ID(bits: 4), inmate: session.inmate, service: .consultation, state: .scheduled,
      submittedOn: try CivilDate(parsing: "2026-11-02"), channel: .oral,
      offer: Offer(
        partner: session.partner, offeredAt: CivilTime(try CivilDate(parsing: "2026-11-20"), .startOfDay),
        events: [.complete(try CivilDate(parsing: "2026-11-20")), .answered(try CivilDate(parsing: "2026-11-21"))]))
    var first = session
    (first.request, first.state) = (request.id, .unreported)
    let second = Session(
      id: Session.ID(bits: 78), request: request.id, service: session.service, inmate: session.inmate,
      partner: session.partner, advocate: session.advocate, room: session.room,
      date: try CivilDate(parsing: "2026-12-01"), hours: session.hours, callAt: session.callAt, state: .confirmed)
    let meetings = (first, second)
    try await test.write {
      try $0.put(request)
      try $0.put(meetings.0)
      try $0.put(meetings.1)
    }
    return meetings
  }

  @Test(
    "that cannot be are refused with their place: not begun, called off, still a draft",
    arguments: [
      (SessionState.confirmed, OutcomeRefusal.sessionNotBegun), (.cancelled, .sessionOver), (.draft, .sessionDraft),
    ])
  func impossible(state: SessionState, reason: OutcomeRefusal) async throws {
    let test = try await TestOffice.prepared()
    var session = try await UndoTests.confirmed(test)
    session.state = state
    let value = session
    try await test.write { try $0.put(value) }
    await #expect(
      throws: OfficeError.invalid([
        OfficeProblem(place: "outcomes.csv:2:2", value: "held", expected: .possibleOutcome(reason))
      ])
    ) { try await test.take(file("ID;Hasil\n\(session.id.text);terlaksana\n")) }
    let after = try await test.office.register.readUnaudited { try $0.get(value.id) }
    #expect(after == value)
  }

  @Test("a list of requests that comes again takes nothing back of what happened since")
  func requestsAgain() async throws {
    let test = try await TestOffice.prepared()
    let files = try UndoTests.files(Options(seed: 8, inmates: 400, dirt: 20))
    _ = try await test.office.importFiles(files, isDryRun: false, TestOffice.order())
    let before = try await test.picture()
    #expect(before.requests.contains { $0.lostMeetings > 0 })
    let again = try await test.office.importFiles(files, isDryRun: false, scope: .full, TestOffice.order())
    #expect(again.lines.allSatisfy { $0.added == 0 && $0.changed == 0 })
    #expect(try await test.picture() == before)
  }
}
