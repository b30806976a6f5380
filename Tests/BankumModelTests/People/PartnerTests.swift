import Testing

@testable import BankumModel

@Suite struct PartnerTests {
  private let partner = Partner(
    id: Fixture.partner(1), name: "LBH Contoh", shortName: "CONTOH",
    agreement: OpenDateRange(day("2025-11-11"), day("2027-11-10")), accreditationClass: .b,
    accreditation: OpenDateRange(day("2025-01-01"), day("2027-01-15")), capacity: 40, sharePerMille: 250)

  @Test(
    arguments: [
      ("2026-11-15", [], []), ("2026-11-16", [], [CredentialStatus.Credential.accreditation]),
      ("2027-01-15", [], [.accreditation]), ("2027-01-16", [.accreditation], []),
      ("2025-11-10", [.agreement], []), ("2027-11-11", [.agreement, .accreditation], []),
    ] as [(String, [CredentialStatus.Credential], [CredentialStatus.Credential])])
  func `A lapse is announced sixty days before and stops offers from the day after`(
    today: String, lapsed: [CredentialStatus.Credential], lapsing: [CredentialStatus.Credential]
  ) {
    let credentialStatus = partner.credentialStatus(on: day(today), warningDays: 60)
    #expect(credentialStatus.lapsed == lapsed)
    #expect(Array(credentialStatus.lapsing.keys) == lapsing)
    #expect(credentialStatus.isGood == lapsed.isEmpty)
  }

  @Test func `Partners, people and their hours keep their rules`() {
    var wrong = partner
    wrong.shortName = "A NAME THAT IS FAR TOO LONG"
    wrong.accreditation.last = day("2024-01-01")
    wrong.sharePerMille = 1001
    #expect(partner.problems == [])
    #expect(wrong.problems.map(\.place) == ["shortName", "accreditation", "sharePerMille"])
    var advocate = Advocate(
      id: Fixture.advocate(1), partner: partner.id, name: "SITI", kind: .paralegal, sex: .female,
      licence: OpenDateRange(day("2025-01-01"), day("2026-12-31")), employment: OpenDateRange(day("2025-01-01")))
    #expect(advocate.problems == [])
    #expect(advocate.credentialStatus(on: day("2027-01-01"), warningDays: 60).lapsed == [.licence])
    advocate.absences = [days("2026-11-23..2026-11-25")]
    #expect(advocate.isAbsent(on: day("2026-11-25")) && !advocate.isAbsent(on: day("2026-11-26")))
    advocate.dailyCap = 0
    #expect(advocate.problems.map(\.place) == ["dailyCap"])
  }

  @Test func `Hours come every week or on single days, and grow stale`() {
    var hoursOfTuesday = Availability(
      id: Availability.ID(bits: 1), advocate: Fixture.advocate(1), weekday: .tuesday,
      days: OpenDateRange(day("2026-11-01")), hours: hours("09:00-12:00"), confirmedOn: day("2026-11-01"))
    #expect(hoursOfTuesday.covers(day("2026-11-24")))
    #expect(!hoursOfTuesday.covers(day("2026-11-25")))
    #expect(!hoursOfTuesday.isStale(on: day("2026-12-01"), freshDays: 30))
    #expect(hoursOfTuesday.isStale(on: day("2026-12-02"), freshDays: 30))
    #expect(hoursOfTuesday.problems == [])
    hoursOfTuesday.weekday = nil
    #expect(hoursOfTuesday.problems.map(\.place) == ["weekday"])
  }

  @Test func `A mandate ends with a reason or not at all`() {
    var mandate = Fixture.mandate(1, inmate: 1, partner: 1, from: "2026-01-01", to: "2026-06-30")
    #expect(mandate.problems == [])
    #expect(mandate.isInForce(on: day("2026-06-30")) && !mandate.isInForce(on: day("2026-07-01")))
    mandate.endReason = nil
    #expect(mandate.problems.map(\.place) == ["endReason"])
  }

  @Test func `A case holds everybody once and links to other files only`() {
    var file = CaseFile(
      id: Fixture.caseFile(1), law: .new,
      parties: [
        CaseParty(inmate: Fixture.inmate(1), role: .accused), CaseParty(inmate: Fixture.inmate(1), role: .victim),
      ], linkedFiles: [Fixture.caseFile(1)])
    file.verdict = Verdict(stage: .cassation, knownOn: day("2026-11-01"), foughtOn: day("2026-10-01"))
    #expect(file.problems.map(\.place) == ["parties", "linkedFiles", "verdict.stage", "verdict.foughtOn"])
    #expect(file.role(of: Fixture.inmate(1)) == .accused)
    #expect(file.role(of: Fixture.inmate(2)) == nil)
  }

  @Test(arguments: [
    ("75", CriminalThreat.years(75)), ("0", .years(0)), ("life", .life), ("death", .death),
  ])
  func `Threats are read`(text: String, threat: CriminalThreat) throws {
    #expect(try CriminalThreat(parsing: text) == threat)
    for wrong in ["", "101", "-1", "Life", "1.5", "9999999999"] {
      #expect(throws: ModelError.self) { try CriminalThreat(parsing: wrong) }
    }
  }
}
