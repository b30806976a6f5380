import Testing

@testable import BankumModel

@Suite struct RuleTableTests {
  let table = RuleDefaults.table

  @Test func `The defaults are sound and give every key of the catalogue exactly one value`() throws {
    for rule in RuleDefaults.rules { #expect(rule.problems == [], "\(rule.key)") }
    #expect(table.missing(on: day("2026-11-23")) == [])
    #expect(Set(RuleDefaults.rules.map(\.key)).count == RuleDefaults.rules.count)
    #expect(RuleDefaults.rules.count == RuleCatalogue.definitions.count)
  }

  @Test(arguments: [
    (RuleKey.promotionWorkingDays, 40), (.freezeWorkingDays, 3), (.changeBudget, 10), (.checkWorkingDays, 1),
    (.answerWorkingDays, 3), (.educationMinimum, 15), (.educationMaximum, 30), (.educationMinutes, 120),
    (.firstNoticeDays, 10), (.secondNoticeDays, 3), (.lapseWarningDays, 60), (.unreportedWorkingDays, 2),
    (.departureLimit, 20), (.proposeOnlyMinutes, 120), (.telephoneWorkingDays, 1), (.publishesItself, 0),
    (.holdsWomen, 0), (.minimumAge, 18),
  ])
  func `What the contract fixes is the default`(key: RuleKey, value: Int) throws {
    #expect(try table.integer(key, on: day("2026-11-23")) == value)
  }

  @Test func `A look-up finds the rule of its day, and history keeps them all`() throws {
    let later = try table.adding(
      Rule(key: .promotionWorkingDays, value: .integer(30), validFrom: day("2027-01-01"), source: "letter 1"))
    #expect(try later.integer(.promotionWorkingDays, on: day("2026-12-31")) == 40)
    #expect(try later.integer(.promotionWorkingDays, on: day("2027-01-01")) == 30)
    #expect(later.history(of: .promotionWorkingDays).map(\.value) == [.integer(40), .integer(30)])
    // Of two for one day the later recorded stands, whatever the table looked like before.
    let corrected = try later.adding(
      Rule(key: .promotionWorkingDays, value: .integer(35), validFrom: day("2027-01-01"), source: "letter 2"))
    #expect(try corrected.integer(.promotionWorkingDays, on: day("2027-06-01")) == 35)
    #expect(try table.integer(.promotionWorkingDays, on: day("2027-06-01")) == 40)
  }

  @Test func `Before its first rule a key has no value, and the error names the key`() {
    let expected = ModelError(
      .ruleMissing, place: "rules", value: "detention.new.A.III.first", expected: "a rule that holds on 2026-01-01")
    #expect(throws: expected) {
      try table.integer(.detention(.new, .trial, .first), on: day("2026-01-01"))
    }
    #expect(throws: ModelError.self) { try RuleTable.empty.integer(.changeBudget, on: day("2026-01-01")) }
  }

  @Test func `A value of another type is refused at look-up`() throws {
    #expect(try table.date(.newCodeFrom, on: day("2026-11-23")) == day("2026-01-02"))
    let today = day("2026-11-23")
    #expect { try table.integer(.newCodeFrom, on: today) } throws: { ($0 as? ModelError)?.code == .ruleValue }
    #expect { try table.date(.changeBudget, on: today) } throws: { ($0 as? ModelError)?.code == .ruleValue }
  }

  @Test func `Unsound rules are refused together, each with its place`() {
    let rules = [
      Rule(key: RuleKey("no.such.key"), value: .integer(1), validFrom: day("2026-01-01"), source: "s"),
      Rule(key: .changeBudget, value: .integer(-1), validFrom: day("2026-01-01"), source: " "),
      Rule(key: .changeBudget, value: .text("ten"), validFrom: day("2026-01-01"), source: "s", confirmedBy: "sari"),
    ]
    #expect {
      try RuleTable(rules)
    } throws: {
      ($0 as? ModelError)?.problems.map(\.place) == [
        "rules[0].key", "rules[1].value", "rules[1].source", "rules[2].value", "rules[2].confirmedOn",
      ]
    }
  }

  @Test func `Legal rules are listed until the officer has confirmed them; the house's own are not`() throws {
    let today = day("2026-11-23")
    let open = table.unconfirmed(on: today)
    #expect(open.contains { $0.key == .detention(.new, .cassation, .extension) })
    #expect(!open.contains { $0.key == .changeBudget })
    #expect(open.count == RuleCatalogue.definitions.filter { $0.authority == .law }.count)
    var confirmed = table
    for rule in open {
      confirmed = try confirmed.adding(
        Rule(
          key: rule.key, value: rule.value, validFrom: rule.validFrom, source: rule.source, confirmedBy: "sari",
          confirmedOn: day("2026-11-20")))
    }
    #expect(confirmed.unconfirmed(on: today).isEmpty)
  }

  @Test func `Values are read as they are typed, with limits`() throws {
    let budget = try #require(RuleCatalogue.definition(of: .changeBudget))
    #expect(try budget.value(parsing: "12") == .integer(12))
    for text in ["", "ten", "-1", "10001", "1.5", "99999999999999999999"] {
      #expect(throws: ModelError.self) { try budget.value(parsing: text) }
    }
    let from = try #require(RuleCatalogue.definition(of: .newCodeFrom))
    #expect(try from.value(parsing: "2026-01-02") == .date(day("2026-01-02")))
    #expect(throws: ModelError.self) { try from.value(parsing: "2.1.2026") }
  }

  @Test func `Points are never negative, so that a reason never lowers a rank`() {
    for kind in PriorityFactor.Kind.allCases {
      #expect(RuleCatalogue.definition(of: .points(kind))?.limits == .integer(0...10_000))
    }
  }
}
