package import BankumModel

/// Somebody in a criminal case. The rows of one case repeat what is known about it, or leave it empty.
package struct CasePartyDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The case's id; it or the number is there.
  package let id: CaseFile.ID?
  /// The court's or the prosecutor's number.
  package let number: String?
  /// The articles charged.
  package let articles: String?
  /// The heaviest punishment threatened.
  package let threat: CriminalThreat?
  /// The law that governs the case.
  package let law: DetentionLaw?
  /// Who.
  package let inmate: InmateReference
  /// What he is in it.
  package let role: PartyRole
  /// Those of a case who share this word have one defence; nil: against all others.
  package let jointDefence: String?
  /// Why their defence is one.
  package let jointReason: String?
  /// Other files of the same deed (*splitsing*), by number or id.
  package let linkedFiles: [Reference]
  /// The verdict, if there is one that can be fought.
  package let verdict: Verdict?

  /// What makes rows one case: the id, or else the number as far as spelling counts.
  package var caseKey: String { id?.text ?? number.map { TextKey.of($0) } ?? "" }
}
