package import BankumModel

/// That somebody of a partner met somebody: kept by the database with each reported meeting, so that it stays quick
/// however long the history is.
package struct Contact: Hashable, Sendable {
  /// Who was met.
  package let inmate: Inmate.ID
  /// For which partner.
  package let partner: Partner.ID
  /// By whom.
  package let advocate: Advocate.ID
  /// How often.
  package let meetings: Int
  /// The last time.
  package let lastOn: CivilDate
}
