import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct DetentionClockTests {
  let clock = DetentionClock(firstNoticeDays: 10, secondNoticeDays: 3)

  private func status(
    _ terms: [DetentionTerm], _ today: String, away: [OpenDateRange] = [], isDetainee: Bool = true
  ) -> DetentionStatus {
    clock.status(isDetainee: isDetainee, terms: terms, suspensions: away.map { Suspension($0) }, on: day(today))
  }

  @Test(arguments: [
    ("2026-11-01", DetentionBand.far, 22), ("2026-11-12", .far, 11), ("2026-11-13", .firstNotice, 10),
    ("2026-11-19", .firstNotice, 4), ("2026-11-20", .secondNotice, 3), ("2026-11-23", .secondNotice, 0),
    ("2026-11-24", .overstay, -1), ("2026-12-31", .overstay, -38),
  ])
  func `Bands begin at ten and three days, and overstay on the day after the last`(
    today: String, band: DetentionBand, left: Int
  ) {
    let found = status([Fixture.term(1, .trial, "2026-10-25..2026-11-23")], today)
    #expect(found.band == band)
    #expect(found.daysLeft == left)
    #expect(found.lastLawfulDay == day("2026-11-23"))
  }

  @Test func `Convicts have no clock, detainees without a letter that has begun are unknown`() {
    let later = Fixture.term(1, .trial, "2026-12-01..2026-12-30")
    #expect(status([later], "2026-11-23", isDetainee: false).band == .none)
    #expect(status([], "2026-11-23").band == .unknown)
    #expect(status([later], "2026-11-23").band == .unknown)
  }

  @Test func `An extension on file counts before it begins, one after a gap does not`() {
    let first = Fixture.term(1, .trial, "2026-10-25..2026-11-23")
    let extended = Fixture.term(2, .trial, .extension, "2026-11-24..2027-01-22")
    #expect(status([extended, first], "2026-11-22").lastLawfulDay == day("2027-01-22"))
    #expect(status([extended, first], "2026-11-22").term == first.id)
    #expect(status([extended, first], "2026-11-24").term == extended.id)
    let late = Fixture.term(2, .trial, .extension, "2026-11-25..2027-01-23")
    #expect(status([late, first], "2026-11-22").lastLawfulDay == day("2026-11-23"))
    #expect(status([late, first], "2026-11-24").band == .overstay)
    #expect(status([late, first], "2026-11-25").band == .far)
  }

  @Test func `A new stage replaces the old one and left-over days are lost`() {
    let old = Fixture.term(1, .investigation, .extension, "2026-09-01..2026-12-31")
    let new = Fixture.term(2, .prosecution, "2026-11-10..2026-11-29")
    #expect(status([old, new], "2026-11-23").lastLawfulDay == day("2026-11-29"))
    #expect(status([old, new], "2026-11-23").stage == .prosecution)
    #expect(status([old, new], "2026-11-30").band == .overstay)
    // Already on file while the old stage still runs: it will replace it.
    #expect(status([old, new], "2026-11-09").lastLawfulDay == day("2026-11-29"))
    #expect(status([old, new], "2026-11-09").stage == .investigation)
  }

  @Test func `With two cases the one that allows more counts, in whatever order the letters come`() {
    let one = Fixture.term(1, .trial, "2026-10-25..2026-11-20", law: .old, caseFile: Fixture.caseFile(1))
    let two = Fixture.term(2, .investigation, "2026-11-10..2026-11-29", caseFile: Fixture.caseFile(2))
    #expect(status([one, two], "2026-11-23").lastLawfulDay == day("2026-11-29"))
    #expect(status([two, one], "2026-11-23") == status([one, two], "2026-11-23"))
    #expect(status([one, two], "2026-11-23").law == .new)
  }

  @Test func `Days in hospital are not counted`() {
    let term = Fixture.term(1, .trial, "2026-10-25..2026-11-23")
    let away = [OpenDateRange(day("2026-11-01"), day("2026-11-05"))]
    #expect(status([term], "2026-11-10", away: away).lastLawfulDay == day("2026-11-28"))
    #expect(status([term], "2026-11-28", away: away).daysLeft == 0)
    #expect(status([term], "2026-11-29", away: away).band == .overstay)
    // Before the order began, or after it had run out, hospital changes nothing.
    #expect(
      status([term], "2026-11-23", away: [OpenDateRange(day("2026-10-01"), day("2026-10-24"))]).lastLawfulDay
        == day("2026-11-23"))
    #expect(status([term], "2026-11-26", away: [OpenDateRange(day("2026-11-25"))]).band == .overstay)
    // What is only planned does not push the alarm back.
    let planned = [OpenDateRange(day("2026-11-15"), day("2026-11-20"))]
    #expect(status([term], "2026-11-14", away: planned).lastLawfulDay == day("2026-11-23"))
    #expect(status([term], "2026-11-15", away: planned).lastLawfulDay == day("2026-11-29"))
  }

  @Test func `While in hospital the clock stands still with the days that are left`() {
    let term = Fixture.term(1, .trial, "2026-10-25..2026-11-23")
    let open = [OpenDateRange(day("2026-11-20"))]
    for today in ["2026-11-20", "2026-11-23", "2026-11-24", "2027-03-01"] {
      let found = status([term], today, away: open)
      #expect(found.band == .suspended)
      #expect(found.daysLeft == 4)
      #expect(found.lastLawfulDay == nil)
    }
    let known = [OpenDateRange(day("2026-11-20"), day("2026-11-30"))]
    #expect(status([term], "2026-11-25", away: known).band == .suspended)
    #expect(status([term], "2026-11-25", away: known).daysLeft == 4)
    #expect(status([term], "2026-12-01", away: known).daysLeft == 3)
    #expect(status([term], "2026-12-04", away: known).daysLeft == 0)
    #expect(status([term], "2026-12-05", away: known).band == .overstay)
  }

  @Test func `Suspensions agree with a walk from day to day`() {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<4_000 {
      let first = randomDay(in: 2026...2300, using: &generator)
      let length = Int.random(in: 1...60, using: &generator)
      let term = DetentionTerm(
        id: DetentionTerm.ID(bits: 1), inmate: Fixture.inmate(1), stage: .trial, law: .new, grant: .first, letter: "L",
        first: first, last: first.adding(days: length - 1))
      var away: [OpenDateRange] = []
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let start = first.adding(days: Int.random(in: -20...80, using: &generator))
        away.append(OpenDateRange(start, start.adding(days: Int.random(in: 0...15, using: &generator))))
      }
      // Long after everything, so that no suspension lies in the future.
      let today = first.adding(days: 400)
      var left = length
      var walker = first
      var last = first
      while left > 0 {
        if !away.contains(where: { $0.contains(walker) }) {
          left -= 1
          last = walker
        }
        walker = walker.adding(days: 1)
      }
      // A stay that begins on the very day after the last counted one comes too late.
      let found = clock.status(
        isDetainee: true, terms: [term], suspensions: away.map { Suspension($0) }, on: today)
      #expect(found.lastLawfulDay == last, "\(first) \(length) \(away)")
      #expect(found.daysLeft == today.days(until: last))
    }
  }

  @Test func `One day later is never less urgent, and urgency depends on the days left alone`() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<2_000 {
      let first = randomDay(in: 1990...2300, using: &generator)
      let length = Int.random(in: 1...110, using: &generator)
      let term = DetentionTerm(
        id: DetentionTerm.ID(using: &generator), inmate: Fixture.inmate(1), stage: .cassation, law: .old, grant: .first,
        letter: "L", first: first, last: DetentionTermTable.lastDay(first: first, days: length))
      var before: DetentionStatus?
      for offset in 0..<(length + 5) {
        let found = clock.status(isDetainee: true, terms: [term], on: first.adding(days: offset))
        #expect(found.daysLeft == length - 1 - offset)
        #expect(found.band == clock.band(daysLeft: length - 1 - offset))
        if let before { #expect(found.band.urgency >= before.band.urgency) }
        before = found
      }
    }
  }

  @Test func `The order of letters never matters`() {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<1_000 {
      var terms: [DetentionTerm] = []
      for number in 1...5 as ClosedRange<UInt64> {
        let first = day("2026-06-01").adding(days: Int.random(in: 0...120, using: &generator))
        terms.append(
          DetentionTerm(
            id: DetentionTerm.ID(bits: number), inmate: Fixture.inmate(1),
            caseFile: Bool.random(using: &generator) ? Fixture.caseFile(1) : nil,
            stage: DetentionStage.allCases.randomElement(using: &generator) ?? .trial, law: .new, grant: .first,
            letter: "L\(number)", first: first, last: first.adding(days: Int.random(in: 0...60, using: &generator))))
      }
      let expected = status(terms, "2026-09-01")
      for _ in 0..<5 { #expect(status(terms.shuffled(using: &generator), "2026-09-01") == expected) }
    }
  }

  @Test func `The notices are rules`() throws {
    let rules = try RuleDefaults.table.adding(
      Rule(key: .firstNoticeDays, value: .integer(14), validFrom: day("2026-12-01"), source: "test"))
    #expect(try DetentionClock(rules: rules, on: day("2026-11-30")).firstNoticeDays == 10)
    #expect(try DetentionClock(rules: rules, on: day("2026-12-01")).band(daysLeft: 14) == .firstNotice)
  }

  @Test(
    arguments: [
      ("2025-10-01", nil, nil, false, DetentionLaw.old), ("2026-01-02", nil, nil, false, .new),
      ("2026-01-01", "2026-03-01", "2026-03-10", false, .old), ("2025-05-01", "2025-12-20", "2025-12-30", false, .old),
      ("2025-05-01", "2025-12-20", nil, false, .new), ("2025-05-01", "2025-12-20", "2026-01-02", false, .new),
      ("2020-05-01", "2020-12-20", "2021-01-02", true, .new),
    ] as [(String, String?, String?, Bool, DetentionLaw)])
  func `Article 361 decides by where the case stood when the new code came`(
    began: String, court: String?, examined: String?, isReview: Bool, law: DetentionLaw
  ) {
    let dates = CodeTransition.CaseDates(
      investigationBegan: day(began), reachedCourt: court.map { day($0) }, examinationBegan: examined.map { day($0) },
      isReview: isReview)
    #expect(CodeTransition.law(for: dates, newCodeFrom: day("2026-01-02")) == law)
  }

  @Test(arguments: [
    ("death", false, true), ("life", false, true), ("15", false, true), ("14", false, false), ("5", true, true),
    ("5", false, false), ("4", true, false), ("20", true, true),
  ])
  func `Counsel is mandatory by threat, or by poverty and threat`(threat: String, isPoor: Bool, expected: Bool) throws {
    for law in DetentionLaw.allCases {
      let parsed = try CriminalThreat(parsing: threat)
      #expect(parsed.code == threat)
      #expect(
        try MandatoryCounsel.isMissing(
          threat: parsed, isPoor: isPoor, hasCounsel: false, law: law, rules: RuleDefaults.table, on: day("2026-11-23"))
          == expected)
      #expect(
        try !MandatoryCounsel.isMissing(
          threat: parsed, isPoor: isPoor, hasCounsel: true, law: law, rules: RuleDefaults.table, on: day("2026-11-23")))
    }
  }

  @Test func `Verdicts can be fought for 7 and 14 days after the day they were known`() throws {
    let rules = RuleDefaults.table
    for law in DetentionLaw.allCases {
      let known = day("2026-12-01")
      #expect(try AppealClock.lastDay(verdictOf: .trial, knownOn: known, law: law, rules: rules) == day("2026-12-08"))
      #expect(try AppealClock.lastDay(verdictOf: .appeal, knownOn: known, law: law, rules: rules) == day("2026-12-15"))
      #expect(try AppealClock.lastDay(verdictOf: .cassation, knownOn: known, law: law, rules: rules) == nil)
      #expect(try AppealClock.memorandumLastDay(filedOn: known, law: law, rules: rules) == day("2026-12-15"))
    }
  }
}
