/// A partner that this request is not offered to any more.
package struct PartnerExclusion: Hashable, Sendable {
  /// Which partner.
  package var partner: Partner.ID
  /// Why.
  package var reason: ExclusionReason
  /// What the partner stated, if it refused.
  package var refusal: RefusalReason?
  /// Since when.
  package var since: CivilDate

  /// Takes the fields as they are.
  package init(
    partner: Partner.ID, reason: ExclusionReason, refusal: RefusalReason? = nil, since: CivilDate
  ) {
    self.partner = partner
    self.reason = reason
    self.refusal = refusal
    self.since = since
  }
}
