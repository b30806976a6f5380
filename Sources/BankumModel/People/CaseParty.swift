/// Somebody in a case who is, or was, held here.
package struct CaseParty: Hashable, Sendable {
  /// Who.
  package var inmate: Inmate.ID
  /// What he is in the case.
  package var role: PartyRole

  /// Takes the fields as they are.
  package init(inmate: Inmate.ID, role: PartyRole) {
    self.inmate = inmate
    self.role = role
  }
}
