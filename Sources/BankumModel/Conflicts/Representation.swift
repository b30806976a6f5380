/// One tie between a partner and somebody held here.
package struct Representation: Hashable, Sendable {
  /// Who is, or was, served.
  package var inmate: Inmate.ID
  /// By whom.
  package var partner: Partner.ID
  /// What binds them.
  package var tie: Tie

  /// Makes one from its fields.
  package init(inmate: Inmate.ID, partner: Partner.ID, tie: Tie) {
    self.inmate = inmate
    self.partner = partner
    self.tie = tie
  }
}
