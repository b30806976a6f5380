package import BankumModel

/// New values of a request's fields; what is nil stays, an inner nil empties.
package struct RequestEdit: Sendable, Equatable {
  /// What it is about.
  package var topic: String??
  /// The partner he would choose.
  package var wishPartner: Partner.ID??
  /// The partners he does not want; those that refused themselves stay left out.
  package var refusePartners: [Partner.ID]?
  /// The language he wants to speak.
  package var language: LanguageCode??
  /// What the meeting needs.
  package var needs: Set<Need>?
  /// The proof of poverty.
  package var povertyProof: PovertyProof??

  /// An edit of nothing.
  package init() {}
}
