import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct DetentionTermTableTests {
  let table = DetentionTermTable(rules: RuleDefaults.table)
  let today = day("2026-11-23")

  @Test(arguments: [
    (DetentionStage.investigation, 20, 40, 60), (.prosecution, 20, 30, 50), (.trial, 30, 60, 90), (.appeal, 30, 60, 90),
    (.cassation, 50, 60, 110),
  ])
  func `Both codes give each stage its days`(stage: DetentionStage, first: Int, more: Int, all: Int) throws {
    for law in [DetentionLaw.old, .new] {
      #expect(try table.limit(law, stage, .first, on: today) == first)
      #expect(try table.limit(law, stage, .extension, on: today) == more)
      #expect(try table.maximum(law, stage, on: today) == all)
    }
  }

  @Test(arguments: [
    (DetentionStage.investigation, 7, 8), (.prosecution, 5, 5), (.trial, 10, 15), (.appeal, 10, 15),
    (.cassation, 15, 20),
  ])
  func `Children are held for shorter`(stage: DetentionStage, first: Int, more: Int) throws {
    #expect(try table.limit(.child, stage, .first, on: today) == first)
    #expect(try table.limit(.child, stage, .extension, on: today) == more)
    #expect(throws: ModelError.self) { try table.limit(.child, stage, .exceptionFirst, on: today) }
  }

  @Test func `All stages together are 400 days, 700 with every exception`() throws {
    var ordinary = 0
    var exceptional = 0
    for stage in DetentionStage.allCases {
      ordinary += try table.maximum(.old, stage, on: today)
      exceptional += try table.maximum(.old, stage, on: today, withExceptions: true)
    }
    #expect(ordinary == 400)
    #expect(exceptional == 700)
  }

  // From a judgment of a district court of 2025: the first day counts as day one.
  @Test(arguments: [
    ("2024-12-05", 20, "2024-12-24"), ("2024-12-25", 40, "2025-02-02"), ("2025-02-12", 30, "2025-03-13"),
  ])
  func `Real letters end where the judgment says`(first: String, count: Int, last: String) {
    #expect(DetentionTermTable.lastDay(first: day(first), days: count) == day(last))
    #expect(days("\(first)..\(last)").count == count)
  }

  @Test func `Over centuries, first order and extension end on the last day of the stage`() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<5_000 {
      let start = randomDay(in: 2026...2400, using: &generator)
      let stage = DetentionStage.allCases.randomElement(using: &generator) ?? .trial
      guard start >= day("2026-01-02") else { continue }
      let firstEnd = try table.lastDay(.new, stage, .first, first: start)
      let secondEnd = try table.lastDay(.new, stage, .extension, first: firstEnd.adding(days: 1))
      #expect(start.days(until: secondEnd) + 1 == (try table.maximum(.new, stage, on: start)))
      #expect(firstEnd >= start)
    }
  }

  @Test func `The new code has no table before it was in force`() {
    #expect { try table.limit(.new, .trial, .first, on: day("2026-01-01")) } throws: {
      ($0 as? ModelError)?.code == .ruleMissing
    }
  }

  @Test func `Letters that follow the table are plausible`() {
    let letters = [
      Fixture.term(1, .investigation, .first, "2026-03-01..2026-03-20"),
      Fixture.term(2, .investigation, .extension, "2026-03-21..2026-04-29"),
      Fixture.term(3, .prosecution, .first, "2026-04-20..2026-05-09"),
      Fixture.term(4, .prosecution, .extension, "2026-05-10..2026-06-08"),
      Fixture.term(5, .prosecution, .exceptionFirst, "2026-06-09..2026-07-08"),
      Fixture.term(6, .prosecution, .exceptionSecond, "2026-07-09..2026-08-07"),
    ]
    for letter in letters { #expect(table.findings(letter, earlier: letters) == []) }
  }

  @Test func `Each oddity of a letter is found and named`() {
    let first = Fixture.term(1, .investigation, .first, "2026-03-01..2026-03-20")
    func findings(_ term: DetentionTerm, _ earlier: [DetentionTerm]) -> [TermFinding] {
      table.findings(term, earlier: earlier)
    }
    #expect(
      findings(Fixture.term(2, .investigation, .extension, "2026-03-21..2026-05-05"), [first])
        == [.longerThanTable(days: 46, limit: 40)])
    #expect(
      findings(Fixture.term(2, .investigation, .extension, "2026-03-21..2026-03-30"), [first])
        == [.shorterThanTable(days: 10, limit: 40)])
    #expect(
      findings(Fixture.term(2, .investigation, .extension, "2026-03-24..2026-05-02"), [first]) == [.gap(days: 3)])
    #expect(
      findings(Fixture.term(2, .investigation, .extension, "2026-03-22..2026-04-30"), [first]) == [.gap(days: 1)])
    #expect(
      findings(Fixture.term(2, .investigation, .extension, "2026-03-20..2026-04-28"), [first]) == [.overlap(days: 1)])
    #expect(
      findings(Fixture.term(2, .investigation, .extension, "2026-03-19..2026-04-27"), [first]) == [.overlap(days: 2)])
    let foreign = Fixture.term(2, .prosecution, .extension, "2026-03-21..2026-04-19")
    #expect(findings(foreign, [first]) == [.nothingToExtend])
    #expect(
      findings(Fixture.term(2, .investigation, .exceptionSecond, "2026-03-21..2026-04-19"), [first])
        == [.nothingToExtend])
    #expect(
      findings(first, [Fixture.term(9, .prosecution, .first, "2026-01-10..2026-01-29")])
        == [.earlierStage(reached: .prosecution)])
    #expect(
      findings(Fixture.term(2, .prosecution, .first, "2026-04-01..2026-04-20", law: .old), [first])
        == [.otherLaw(.new), .transition(.new)]
    )
    #expect(findings(Fixture.term(2, .trial, .first, "2025-12-01..2025-12-30"), []) == [.lawNotInForce])
    // Another case of the same person is another clock.
    var other = Fixture.term(2, .investigation, .extension, "2026-03-21..2026-04-29")
    other.caseFile = Fixture.caseFile(7)
    #expect(findings(other, [first]) == [.nothingToExtend])
  }

  @Test(arguments: [
    ("2026-01-01", DetentionLaw.old, nil as DetentionLaw?), ("2026-01-01", .new, .old), ("2026-01-02", .new, nil),
    ("2026-01-02", .old, .new), ("2025-11-01", .old, nil),
  ])
  func `The first letter of the investigation tells which code governs`(
    first: String, law: DetentionLaw, other: DetentionLaw?
  ) {
    let began = day(first)
    let last = DetentionTermTable.lastDay(first: began, days: 20)
    let letter = Fixture.term(1, .investigation, .first, "\(began.text)..\(last.text)", law: law)
    let found = table.findings(letter, earlier: []).filter { $0 != .lawNotInForce }
    #expect(found == (other.map { [.transition($0)] } ?? []))
    // Later orders are judged by that first one, save where the court had the case before the new code.
    let court = last.adding(days: 1)
    let trial = Fixture.term(
      2, .trial, .first, "\(court.text)..\(DetentionTermTable.lastDay(first: court, days: 30).text)", law: law)
    let later = table.findings(trial, earlier: [letter]).filter { $0 != .lawNotInForce }
    #expect(later == (court < day("2026-01-02") ? [] : found))
  }

  @Test func `A child is held from fourteen years on, and for seven years of threat`() {
    let letter = Fixture.term(1, .investigation, .first, "2026-03-01..2026-03-07", law: .child)
    for age in 8...17 {
      let found = table.findings(letter, earlier: [], age: age, threat: .years(7))
      #expect(found == (age < 14 ? [.childTooYoung(age: age, minimum: 14)] : []))
    }
    for years in 1...20 {
      let found = table.findings(letter, earlier: [], age: 16, threat: .years(years))
      #expect(found == (years < 7 ? [.childThreatLow(minimum: 7)] : []))
    }
    #expect(table.findings(letter, earlier: []) == [])
    #expect(table.findings(letter, earlier: [], age: 15, threat: .life) == [])
  }

  @Test func `A letter backwards, without number or with a child's exception is no letter`() {
    var term = Fixture.term(1, .trial, .exceptionFirst, "2026-03-01..2026-03-20", law: .child)
    term.letter = " "
    term.last = day("2026-02-01")
    #expect(term.problems.map(\.place) == ["letter", "last", "grant"])
  }
}
