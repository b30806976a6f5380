import BankumOffice
import BankumStore
import BankumTesting
import SeededNumbers
import Testing

@testable import BankumModel

@Suite("The docket in memory")
struct DocketBoardTests {
  static let register = Call(uid: 1, role: "registrar", method: "test")

  /// Everything that stands on dockets of five weeks, for the house.
  private static func whole(_ office: Office) async throws -> DocketPage {
    let today = office.clock.today
    return try await office.docket(
      DocketQuestion(from: today.adding(days: -7), to: today.adding(days: 27)), TestOffice.registrar, method: "List")
  }

  /// What somebody reads who looks at the register for the first time.
  private static func fresh(_ office: Office) -> Office {
    Office(register: office.register, clock: office.clock, directory: office.directory, users: .none)
  }

  /// Changes of every kind that a docket shows, one of them, of something that the dice choose.
  private static func change(
    _ kind: Int, _ dice: inout SeededGenerator, _ transaction: Transaction, today: CivilDate
  ) throws {
    guard let meeting = try transaction.list(Filter<Session>.published).randomElement(using: &dice) else { return }
    switch kind {
    case 0:
      var session = meeting
      session.state = .cancelled
      try transaction.put(session)
    case 1:
      var session = meeting
      session.date = session.date.adding(days: 21)
      try transaction.put(rearranged: [session])
    case 2:
      var inmate = try transaction.get(meeting.inmate)
      inmate.block = try transaction.all(Block.self).randomElement(using: &dice)?.id
      inmate.cell = "7"
      try transaction.put(inmate)
    case 3:
      try transaction.put(
        Hearing(id: .init(using: &dice), inmate: meeting.inmate, date: meeting.date.adding(days: 1), status: .reported))
    case 4:
      if let term = try transaction.list(Filter<DetentionTerm>.of(meeting.inmate)).last {
        try transaction.remove(term.id)
      }
    case 5:
      try transaction.put(
        Absence(
          id: .init(using: &dice), inmate: meeting.inmate, days: OpenDateRange(today, today.adding(days: 3)),
          reason: .hospital,
          suspendsDetention: true))
    case 6:
      var block = try #require(try transaction.all(Block.self).randomElement(using: &dice))
      block.name += "x"
      try transaction.put(block)
    case 7:
      if let request = meeting.request {
        var request = try transaction.get(request)
        request.language = try LanguageCode(parsing: "bbc")
        try transaction.put(request)
      }
    default:
      var advocate = try transaction.get(meeting.advocate)
      advocate.name += " BARU"
      try transaction.put(advocate)
    }
  }

  @Test("says after any change just what the register says to one who reads it anew")
  func trueAfterChanges() async throws {
    let test = try await TestOffice.withPublishedSample()
    let office = test.office
    let today = office.clock.today
    #expect(try await Self.whole(office).lines.count > 20)
    for seed in 1...45 {
      let changes = seed % 3 == 0 ? 2 : 1
      for step in 1...changes {
        _ = try await office.register.write(as: Self.register) { transaction in
          var dice = SeededGenerator(seed: UInt64(seed * 10 + step))
          try Self.change((seed + step) % 9, &dice, transaction, today: today)
          return Done()
        }
      }
      let expected = try await Self.whole(Self.fresh(office))
      #expect(try await Self.whole(office) == expected, "after change \(seed % 9)")
    }
  }

  @Test("is answered without waiting until something that it shows has changed")
  func quick() async throws {
    let house = try await DocketTests.House()
    let office = house.test.office
    func quick() throws -> Int? {
      try office.quickDocket(DocketQuestion(), TestOffice.registrar, method: "List") { [UInt8($0.lines.count)] }?.bytes
        .first.map { Int($0) }
    }
    #expect(try quick() == nil)
    #expect(try await house.ids(DocketQuestion(), TestOffice.registrar).count == 2)
    #expect(try quick() == 2)
    _ = try await office.register.write(as: Self.register) { transaction in
      try transaction.put(
        RoleGrant(uid: 77, role: "guard", grantedBy: 0, grantedAt: transaction.now))
      return Done()
    }
    #expect(try quick() == 2)
    _ = try await office.register.write(as: Self.register) { transaction in
      var session = try transaction.get(house.sessions[0])
      session.state = .cancelled
      try transaction.put(session)
      return Done()
    }
    #expect(try quick() == nil)
    #expect(try await house.ids(DocketQuestion(), TestOffice.registrar).count == 1)
    #expect(try quick() == 1)
    // The next day it is another week.
    house.test.now = house.test.now.adding(milliseconds: 86_400_000)
    #expect(try quick() == nil)
    // Days that are not held are read from the register.
    let past = DocketQuestion(from: try CivilDate(parsing: "2026-11-01"), to: try CivilDate(parsing: "2026-12-31"))
    #expect(try await house.ids(past, TestOffice.registrar) == [house.sessions[1]])
  }

  @Test("the same read by the same user is one entry of the audit log, with how often; another's is another")
  func counted() async throws {
    let house = try await DocketTests.House()
    for _ in 1...5 { _ = try await house.ids(DocketQuestion(), TestOffice.registrar) }
    _ = try await house.ids(DocketQuestion(), house.scope(0, .advocate))
    try await house.test.office.register.flushAudit()
    _ = try await house.ids(DocketQuestion(), TestOffice.registrar)
    try await house.test.office.register.flushAudit()
    let (entries, verdict) = try await house.test.office.register.readUnaudited { reading in
      (try reading.audit(of: house.inmates[0], since: Instant(milliseconds: 0)), try reading.verifyAudit())
    }
    #expect(entries.filter { $0.draft.outcome == .read }.map(\.draft.times) == [5, 1, 1])
    #expect(verdict.fault == nil)
  }

  @Test("what was made of a page is kept for the same question and reach, until the register or the minute goes on")
  func kept() async throws {
    let house = try await DocketTests.House()
    let office = house.test.office
    _ = try await house.ids(DocketQuestion(), TestOffice.registrar)
    var made = 0
    func ask(
      _ question: DocketQuestion = DocketQuestion(), _ scope: Scope = TestOffice.registrar
    ) async throws -> Int? {
      let answer = try office.quickDocket(question, scope, method: "List") { page in
        made += 1
        return [UInt8(page.lines.count)]
      }
      guard let answer else { return nil }
      let failure = await withCheckedContinuation { done in answer.entry.write { done.resume(returning: $0) } }
      #expect(failure == nil)
      return answer.bytes.first.map { Int($0) }
    }
    for _ in 0..<3 { #expect(try await ask() == 2) }
    #expect(made == 1)
    // Another registrar sees the same; a gate does not, nor does another question.
    #expect(try await ask(DocketQuestion(), Scope(uid: 9, role: .registrar, reach: .house)) == 2)
    #expect(made == 1)
    #expect(try await ask(DocketQuestion(), Scope(uid: 9, role: .guardian, reach: .gate)) == 2)
    #expect(try await ask(DocketQuestion(from: office.clock.today.adding(days: 6))) == 0)
    #expect(made == 3)
    house.test.now = house.test.now.adding(milliseconds: 60_000)
    #expect(try await ask() == 2)
    #expect(made == 4)
    // Each is in the audit log, whether it was made anew or not.
    _ = try await office.register.write(as: Self.register) { transaction in
      var session = try transaction.get(house.sessions[0])
      session.state = .cancelled
      try transaction.put(session)
      return Done()
    }
    _ = try await house.ids(DocketQuestion(), TestOffice.registrar)
    #expect(try await ask() == 1)
    #expect(made == 5)
    try await office.register.flushAudit()
    let entries = try await office.register.readUnaudited { reading in
      try reading.audit(of: house.inmates[0], since: Instant(milliseconds: 0))
    }
    let asked = entries.filter { $0.draft.method == "List" && $0.draft.uid == TestOffice.registrar.uid }
    // The one that filled the read model, and the four above that show him.
    #expect(asked.reduce(0) { $0 + $1.draft.times } == 5)
  }
}
