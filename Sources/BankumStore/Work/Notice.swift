package import BankumModel

/// One thing that a partner is told and acknowledges.
package struct Notice: Entity, Stored {
  /// Ids are `nt-...`.
  package static let idPrefix = "nt"
  package static let table = Table(
    "notice",
    ["partner", "advocate", "session", "request", "education", "kind", "plan_version", "made_at", "acknowledged_at"])

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

  package func write(to record: inout RecordWriter) {
    record.columns.add(partner)
    record.columns.add(advocate)
    record.columns.add(subject.session)
    record.columns.add(subject.request)
    record.columns.add(subject.education)
    record.columns.add(kind)
    record.columns.add(planVersion)
    record.columns.add(madeAt)
    record.columns.add(acknowledgedAt)
    record.body.add(acknowledgedBy)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), partner: try record.columns.id(), advocate: try record.columns.optionalID(),
      about: try Self.subject(from: &record), kind: try record.columns.code(),
      planVersion: try record.columns.optionalInt(), madeAt: try record.columns.instant(),
      acknowledgedAt: try record.columns.optionalInstant(), acknowledgedBy: try record.body.optionalUser())
  }

  private static func subject(from record: inout RecordReader) throws(StoreError) -> NoticeSubject {
    let session: Session.ID? = try record.columns.optionalID()
    let request: Request.ID? = try record.columns.optionalID()
    let education: EducationEvent.ID? = try record.columns.optionalID()
    switch (session, request, education) {
    case (let id?, nil, nil): return .session(id)
    case (nil, let id?, nil): return .request(id)
    case (nil, nil, let id?): return .education(id)
    default: throw FieldReader.damage("a notice about nothing, or about several things")
    }
  }
}
