package import BankumModel

/// That an advocate met somebody here, in as few words as planning needs: the history itself stays in the register.
package struct Encounter: Hashable, Sendable {
  /// Who was met.
  package var inmate: Inmate.ID
  /// For which partner.
  package var partner: Partner.ID
  /// By whom.
  package var advocate: Advocate.ID
  /// The last day on which they met.
  package var lastOn: CivilDate

  /// Takes the fields as they are.
  package init(inmate: Inmate.ID, partner: Partner.ID, advocate: Advocate.ID, lastOn: CivilDate) {
    self.inmate = inmate
    self.partner = partner
    self.advocate = advocate
    self.lastOn = lastOn
  }
}
