package import BankumModel

/// A wish for legal aid.
package struct RequestDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The request's id, where the file gives one.
  package let id: Request.ID?
  /// Who asks.
  package let inmate: InmateReference
  /// What for.
  package let service: Service
  /// The day of filing.
  package let submittedOn: CivilDate
  /// How it came.
  package let channel: Channel
  /// What it is about.
  package let topic: String?
  /// Which case, by number or id.
  package let caseFile: Reference?
  /// The partner that he would choose.
  package let wishPartner: Reference?
  /// The partners that he does not want.
  package let refusedPartners: [Reference]
  /// The sex of counsel that he asks for; nil: any.
  package let advocateSex: Sex?
  /// What counsel must know.
  package let skill: Skill?
  /// The language that he wants to speak; nil: one of his.
  package let language: LanguageCode?
  /// Needs beyond those on his record.
  package let needs: Set<Need>
  /// The proof of poverty; nil: missing.
  package let povertyProof: PovertyProof?
  /// The visit permit; nil: not asked for.
  package let permit: VisitPermit?
  /// The partner that has accepted it already; nil: none has.
  package let acceptedBy: Reference?
  /// The day of that acceptance; there if and only if `acceptedBy` is.
  package let acceptedOn: CivilDate?
}
