/// One tie between a partner and somebody held here.
package struct Representation: Hashable, Sendable {
  /// Who is, or was, served.
  package var inmate: Inmate.ID
  /// By whom.
  package var partner: Partner.ID
  /// What binds them.
  package var tie: Tie

  /// Takes the fields as they are.
  package init(inmate: Inmate.ID, partner: Partner.ID, tie: Tie) {
    self.inmate = inmate
    self.partner = partner
    self.tie = tie
  }
}
