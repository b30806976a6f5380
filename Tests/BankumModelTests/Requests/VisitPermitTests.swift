import Testing

@testable import BankumModel

@Suite struct VisitPermitTests {
  private func earliest(_ stage: DetentionStage?, _ permit: VisitPermit?, _ today: String) throws -> CivilDate? {
    try VisitPermit.earliestMeeting(
      stage: stage, permit: permit, rules: RuleDefaults.table, calendar: Holidays.calendar(), on: day(today))
  }

  @Test func `The prosecutor's permit takes three working days from when it is asked for`() throws {
    // Friday: Monday, Tuesday, Wednesday.
    #expect(try earliest(.prosecution, nil, "2026-11-20") == day("2026-11-25"))
    let asked = VisitPermit(state: .requested, requestedOn: day("2026-11-18"))
    #expect(try earliest(.prosecution, asked, "2026-11-20") == day("2026-11-23"))
    #expect(try earliest(.prosecution, asked, "2026-11-30") == day("2026-11-30"))
    #expect(try earliest(.trial, nil, "2026-11-20") == day("2026-11-20"))
  }

  @Test func `A granted permit counts from its day, a refused one never, and convicts need none`() throws {
    let granted = VisitPermit(state: .granted, requestedOn: day("2026-11-18"), firstDay: day("2026-12-01"))
    #expect(try earliest(.prosecution, granted, "2026-11-20") == day("2026-12-01"))
    #expect(try earliest(.prosecution, granted, "2026-12-05") == day("2026-12-05"))
    let refused = VisitPermit(state: .refused, requestedOn: day("2026-11-18"))
    #expect(try earliest(.prosecution, refused, "2026-11-20") == nil)
    #expect(try earliest(nil, refused, "2026-11-20") == day("2026-11-20"))
  }
}
