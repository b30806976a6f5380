/// One thing that a partner is told and acknowledges.
package struct Notice: Entity {
  /// Ids are `nt-...`.
  package static let idPrefix = "nt"

  /// The id.
  package let id: Identifier<Notice>
  /// Who is told.
  package var partner: Partner.ID
  /// Whose meeting it is.
  package var advocate: Advocate.ID?
  /// What it is about.
  package var subject: NoticeSubject
  /// What happened to it.
  package var kind: NoticeKind
  /// The version of the plan that brought it; nil for a change by hand.
  package var planVersion: Int?
  /// When it was made.
  package var madeAt: Instant
  /// When somebody acknowledged it.
  package var acknowledgedAt: Instant?
  /// Who did.
  package var acknowledgedBy: UInt32?

  /// Makes one from its fields.
  package init(
    id: ID, partner: Partner.ID, advocate: Advocate.ID? = nil, about subject: NoticeSubject, kind: NoticeKind,
    planVersion: Int? = nil, madeAt: Instant, acknowledgedAt: Instant? = nil, acknowledgedBy: UInt32? = nil
  ) {
    self.id = id
    self.partner = partner
    self.advocate = advocate
    self.subject = subject
    self.kind = kind
    self.planVersion = planVersion
    self.madeAt = madeAt
    self.acknowledgedAt = acknowledgedAt
    self.acknowledgedBy = acknowledgedBy
  }

  /// Acknowledged by nobody, or at no time.
  package var problems: [Problem] {
    guard (acknowledgedAt == nil) != (acknowledgedBy == nil) else { return [] }
    return [Problem(place: "acknowledgedBy", value: "", expected: "both who and when, or neither")]
  }
}
