package import BankumModel

extension Notice: Stored {
  package static let table = Table(
    "notice",
    ["partner", "advocate", "session", "request", "education", "kind", "plan_version", "made_at", "acknowledged_at"])

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
