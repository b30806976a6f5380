/// A conflict that a partner reported when it refused. It writes the wall; its details stay with the partner.
package struct ReportedConflict: Hashable, Sendable {
  /// Whom it must not serve.
  package var inmate: Inmate.ID
  /// Who reported it.
  package var partner: Partner.ID

  /// Takes the fields as they are.
  package init(inmate: Inmate.ID, partner: Partner.ID) {
    self.inmate = inmate
    self.partner = partner
  }
}
