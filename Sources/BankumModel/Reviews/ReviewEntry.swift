/// Something that the registrar has to look at and decide.
package struct ReviewEntry: Entity {
  /// Ids are `rv-...`.
  package static let idPrefix = "rv"

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
  /// What one needs to decide: JSON as text.
  package var detailsText: String
  /// What was decided; nil while it is open.
  package var resolution: String?
  /// Who decided.
  package var resolvedBy: UInt32?

  /// Makes one from its fields.
  package init(
    id: ID, kind: String, inmate: Inmate.ID? = nil, candidates: [Inmate.ID] = [], batch: Int64? = nil,
    madeAt: Instant, detailsText: String = "null", resolution: String? = nil, resolvedBy: UInt32? = nil
  ) {
    self.id = id
    self.kind = kind
    self.inmate = inmate
    self.candidates = candidates
    self.batch = batch
    self.madeAt = madeAt
    self.detailsText = detailsText
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
}
