/// A partner that this request is not offered to any more.
package struct PartnerExclusion: Hashable, Sendable {
  /// Which partner.
  package var partner: Partner.ID
  /// Why.
  package var reason: ExclusionReason
  /// Since when.
  package var since: CivilDate

  /// Takes the fields as they are.
  package init(partner: Partner.ID, reason: ExclusionReason, since: CivilDate) {
    self.partner = partner
    self.reason = reason
    self.since = since
  }
}
