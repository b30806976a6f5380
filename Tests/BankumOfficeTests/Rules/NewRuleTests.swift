import BankumModel
import BankumStore
import BankumTesting
import Testing

@testable import BankumOffice

/// An old register meets a program that knows more rules.
@Suite struct NewRuleTests {
  @Test("A rule key that an old register does not know gets its default at start, and what was decided stays")
  func defaults() async throws {
    let test = try TestOffice()
    let old = RuleDefaults.rules.filter { $0.key != .slotMinutes && $0.key != .changeBudget }
    let decided = Rule(
      key: .freezeWorkingDays, value: .integer(9), validFrom: SmallRegister.date("2026-01-01"), source: "decided")
    _ = try await test.office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
      try transaction.put(all: old + [decided])
      return Done()
    }
    for _ in 1...2 { try await test.office.prepare(uid: 0) }
    let (rules, entries) = try await test.office.register.readUnaudited { reading in
      (try reading.rules(), try reading.audit().map(\.draft.method))
    }
    let today = SmallRegister.today
    #expect(try rules.integer(.slotMinutes, on: today) == 15)
    #expect(try rules.integer(.changeBudget, on: today) == 10)
    #expect(try rules.integer(.freezeWorkingDays, on: today) == 9)
    #expect(rules.all.count == RuleDefaults.rules.count + 1)
    // Once, and it is in the audit log.
    #expect(entries.filter { $0 == "NewRules" }.count == 1)
  }
}
