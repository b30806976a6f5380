/// A partner that already serves two people whose interests are against each other. Flagged for the registrar, never
/// broken by the daemon.
package struct WallBreach: Hashable, Sendable {
  /// Which partner.
  package var partner: Partner.ID
  /// The two.
  package var pair: InmatePair

  /// Takes the fields as they are.
  package init(partner: Partner.ID, pair: InmatePair) {
    self.partner = partner
    self.pair = pair
  }
}
