package import BankumModel

/// One thing that a partner is told and acknowledges.
package struct Notice: Entity, Stored {
  /// Ids are `nt-...`.
  package static let idPrefix = "nt"
  package static let table = Table(
    "notice", ["partner", "advocate", "session", "kind", "plan_version", "made_at", "acknowledged_at"])

  /// The id.
  package let id: Identifier<Notice>
  /// Who is told.
  package var partner: Partner.ID
  /// Whose meeting it is.
  package var advocate: Advocate.ID?
  /// Which meeting.
  package var session: Session.ID
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
    id: ID, partner: Partner.ID, advocate: Advocate.ID? = nil, session: Session.ID, kind: NoticeKind,
    planVersion: Int? = nil, madeAt: Instant, acknowledgedAt: Instant? = nil, acknowledgedBy: UInt32? = nil
  ) {
    self.id = id
    self.partner = partner
    self.advocate = advocate
    self.session = session
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

  package func write(to record: inout RecordWriter) {
    record.columns.add(partner)
    record.columns.add(advocate)
    record.columns.add(session)
    record.columns.add(kind)
    record.columns.add(planVersion)
    record.columns.add(madeAt)
    record.columns.add(acknowledgedAt)
    record.body.add(acknowledgedBy)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), partner: try record.columns.id(), advocate: try record.columns.optionalID(),
      session: try record.columns.id(), kind: try record.columns.code(),
      planVersion: try record.columns.optionalInt(), madeAt: try record.columns.instant(),
      acknowledgedAt: try record.columns.optionalInstant(), acknowledgedBy: try record.body.optionalUser())
  }
}
