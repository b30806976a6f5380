import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Testing

@Suite("The rules, through the office")
struct RuleUseTests {
  static let ops = WriteOrder<RegisterOutcome>(Scope(uid: 0, role: .ops, reach: .house), method: "SetRule")
  static let officer = WriteOrder<RegisterOutcome>(Scope(uid: 7, role: .officer, reach: .house), method: "SetRule")
  static let today = SmallRegister.today
  static let tomorrow = SmallRegister.today.adding(days: 1)

  private static func office() async throws -> TestOffice {
    let test = try TestOffice()
    try await test.office.prepare(uid: 0)
    return test
  }

  private static func number(_ test: TestOffice, _ key: String, on day: CivilDate) async throws -> Int {
    try await test.office.register.readUnaudited { try $0.rules().integer(RuleKey(key), on: day) }
  }

  @Test("one of the house holds from its day on, and the one before stays in the history")
  func house() async throws {
    let test = try await Self.office()
    let key = "schedule.changeBudget"
    let before = try await Self.number(test, key, on: Self.today)
    _ = try await test.office.setRule(
      key, "4", from: Self.tomorrow, source: "rapat 23 November", confirms: false, Self.ops)
    #expect(try await Self.number(test, key, on: Self.today) == before)
    #expect(try await Self.number(test, key, on: Self.tomorrow) == 4)
    let entry = try await test.office.showRule(key)
    #expect(entry.history.map(\.value) == [.integer(before), .integer(4)])
    #expect(entry.history.last?.recordedBy == "uid-0")
    #expect(entry.history.last?.recordedOn == Self.today)
    #expect(entry.current?.value == .integer(before))
  }

  @Test(
    "a day that would be worth more later, or overflow, is refused with its place",
    arguments: [
      ("value.day.tier3", "100", "value.day.tier3"), ("value.day.tier1", "1", "value.day.tier2"),
      ("value.after.termLater", "99999", "value.after.termLater"), ("value.day.tier4", "-1", "value"),
      ("value.day.overstay", "9223372036854775807", "value"), ("value.after.hearing", "99999999999999999999", "value"),
    ])
  func backwards(key: String, value: String, place: String) async throws {
    let test = try await Self.office()
    await #expect {
      _ = try await test.office.setRule(key, value, from: Self.today, source: "rapat", confirms: false, Self.ops)
    } throws: { error in
      guard case .invalid(let problems)? = error as? OfficeError else { return false }
      return problems.map(\.place) == [place]
    }
    #expect(try await test.office.showRule(key).history.count == 1)
  }

  @Test("one of the law is a proposal until an officer confirms it")
  func law() async throws {
    let test = try await Self.office()
    let key = "detention.new.A.V.extension"
    _ = try await test.office.setRule(
      key, "40", from: SmallRegister.date("2026-01-02"), source: "UU 20/2025 Pasal 106", confirms: false, Self.ops)
    #expect(try await Self.number(test, key, on: Self.today) == 60)
    let waiting = try await test.office.listRules(beginning: key, authority: nil, waiting: true)
    #expect(waiting.map { $0.history.count } == [2])
    // What holds today is unconfirmed too, and has the same first day: the later entry of a day stands for it.
    _ = try await test.office.confirmRule(key, from: SmallRegister.date("2026-01-02"), Self.officer)
    #expect(try await Self.number(test, key, on: Self.today) == 40)
    let entry = try await test.office.showRule(key)
    #expect(entry.current?.confirmedBy == "uid-7")
    #expect(entry.history.count == 3)
    await #expect(throws: OfficeError.refused(.house(.nothingToConfirm))) {
      _ = try await test.office.confirmRule(key, from: nil, Self.officer)
    }
  }

  @Test("an officer enters and confirms at once; nobody else does")
  func confirmed() async throws {
    let test = try await Self.office()
    let key = "answer.checkWorkingDays"
    _ = try await test.office.setRule(key, "2", from: Self.today, source: "SK", confirms: true, Self.officer)
    #expect(try await Self.number(test, key, on: Self.today) == 2)
    await #expect(throws: OfficeError.refused(.house(.officerConfirms))) {
      _ = try await test.office.setRule(key, "3", from: Self.today, source: "SK", confirms: true, Self.ops)
    }
  }

  @Test("everything that is wrong is told at once, and nothing is entered")
  func badInput() async throws {
    let test = try await Self.office()
    do {
      _ = try await test.office.setRule(
        "schedule.changeBudget", "many", from: Self.today.adding(days: -1), source: " ", confirms: false, Self.ops)
      Issue.record("an error was expected")
    } catch OfficeError.invalid(let problems) {
      #expect(problems.map(\.place) == ["value", "from", "source"])
    }
    await #expect(throws: OfficeError.notFound("rule", "schedule.changeBudgets")) {
      _ = try await test.office.setRule(
        "schedule.changeBudgets", "1", from: Self.today, source: "x", confirms: false, Self.ops)
    }
    #expect(try await test.office.showRule("schedule.changeBudget").history.count == 1)
  }

  @Test("are part of a run's input: one that holds changes the digest, a proposal does not")
  func digest() async throws {
    let house = try await SmallRegister()
    func digest() async throws -> [UInt8] {
      try await house.office.runAssignment(dryRun, TestOffice.order()).run.inputDigest
    }
    var dryRun = RunOrder()
    dryRun.isDryRun = true
    dryRun.effort = 1
    dryRun.days = 5
    let first = try await digest()
    #expect(try await digest() == first)
    _ = try await house.office.setRule(
      "answer.checkWorkingDays", "2", from: Self.today, source: "SK", confirms: false, Self.ops)
    #expect(try await digest() == first)
    _ = try await house.office.confirmRule("answer.checkWorkingDays", from: Self.today, Self.officer)
    let second = try await digest()
    #expect(second != first)
    _ = try await house.office.setRule(
      "schedule.changeBudget", "4", from: Self.today, source: "rapat", confirms: false, Self.ops)
    #expect(try await digest() != second)
  }
}
