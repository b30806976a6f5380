@testable import BankumModel

/// Small people and papers with ids that the test chooses.
enum Fixture {
  static func inmate(_ number: UInt64) -> Inmate.ID { Inmate.ID(bits: number) }
  static func partner(_ number: UInt64) -> Partner.ID { Partner.ID(bits: number) }
  static func advocate(_ number: UInt64) -> Advocate.ID { Advocate.ID(bits: number) }
  static func caseFile(_ number: UInt64) -> CaseFile.ID { CaseFile.ID(bits: number) }

  /// A letter for inmate 1; its number is its place in the test's list.
  static func term(
    _ number: UInt64, _ stage: DetentionStage, _ grant: DetentionGrant, _ range: String,
    law: DetentionLaw = .new, caseFile: CaseFile.ID? = nil
  ) -> DetentionTerm {
    DetentionTerm(
      id: DetentionTerm.ID(bits: number), inmate: inmate(1), caseFile: caseFile, stage: stage, law: law, grant: grant,
      letter: "L-\(number)", first: days(range).first, last: days(range).last)
  }

  /// A first order.
  static func term(
    _ number: UInt64, _ stage: DetentionStage, _ range: String, law: DetentionLaw = .new, caseFile: CaseFile.ID? = nil
  ) -> DetentionTerm {
    term(number, stage, .first, range, law: law, caseFile: caseFile)
  }

  static func mandate(
    _ number: UInt64, inmate inmateNumber: UInt64, partner partnerNumber: UInt64, from: String, to: String? = nil,
    caseFile: CaseFile.ID? = nil
  ) -> Mandate {
    Mandate(
      id: Mandate.ID(bits: number), inmate: inmate(inmateNumber), partner: partner(partnerNumber),
      advocate: advocate(partnerNumber), caseFile: caseFile, letter: "SK-\(number)",
      days: OpenDateRange(day(from), to.map { day($0) }), endReason: to == nil ? nil : .finished)
  }
}
