package import BankumModel
package import JSON

/// Something that the registrar has to look at and decide.
package struct ReviewEntry: Entity, Stored {
  /// Ids are `rv-...`.
  package static let idPrefix = "rv"
  package static let table = Table(
    "review_entry", ["kind", "is_open", "inmate", "batch", "made_at"], isSealed: true,
    links: [Table.Link("review_candidate", ["inmate"])])

  /// The id.
  package let id: Identifier<ReviewEntry>
  /// What it is about: `samePerson`, `missing`, ...
  package var kind: String
  /// Whom it is about, if somebody in the register.
  package var inmate: Inmate.ID?
  /// Who else it may be about.
  package var candidates: [Inmate.ID]
  /// The import that raised it.
  package var batch: Int64?
  /// When it was raised.
  package var madeAt: Instant
  /// What one needs to decide.
  package var details: JSONValue
  /// What was decided; nil while it is open.
  package var resolution: String?
  /// Who decided.
  package var resolvedBy: UInt32?

  /// Makes one from its fields.
  package init(
    id: ID, kind: String, inmate: Inmate.ID? = nil, candidates: [Inmate.ID] = [], batch: Int64? = nil,
    madeAt: Instant, details: JSONValue = .null, resolution: String? = nil, resolvedBy: UInt32? = nil
  ) {
    self.id = id
    self.kind = kind
    self.inmate = inmate
    self.candidates = candidates
    self.batch = batch
    self.madeAt = madeAt
    self.details = details
    self.resolution = resolution
    self.resolvedBy = resolvedBy
  }

  /// Whether nobody has decided yet.
  package var isOpen: Bool { resolution == nil }

  /// Decided by nobody.
  package var problems: [Problem] {
    guard (resolution == nil) != (resolvedBy == nil) else { return [] }
    return [Problem(place: "resolvedBy", value: "", expected: "both the decision and who made it, or neither")]
  }

  package func write(to record: inout RecordWriter) {
    record.columns.add(kind)
    record.columns.add(isOpen)
    record.columns.add(inmate)
    record.columns.add(batch.map { Int($0) })
    record.columns.add(madeAt)
    record.body.add(list: candidates) { $1.add($0) }
    record.body.add(details)
    record.body.add(resolution)
    record.body.add(resolvedBy)
    record.link(candidates.map { [.integer(Int64($0.bits))] })
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let kind = try record.columns.text()
    _ = try record.columns.bool()
    self.init(
      id: Self.id(rowKey), kind: kind, inmate: try record.columns.optionalID(),
      candidates: try record.body.list { body throws(StoreError) in try body.id() },
      batch: try record.columns.optionalInteger(), madeAt: try record.columns.instant(),
      details: try record.body.json(), resolution: try record.body.optionalText(),
      resolvedBy: try record.body.optionalUser())
  }
}
