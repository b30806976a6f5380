package import BankumModel

/// How a meeting ended: of the docket by its id, or one that took place without being in the register.
package struct OutcomeDraft: Hashable, Sendable {
  /// A meeting that is described, because it may not be in the register.
  package struct Record: Hashable, Sendable {
    /// Who was to be met.
    package let inmate: InmateReference
    /// Who met him, by name or id.
    package let advocate: Reference
    /// The day.
    package let date: CivilDate
    /// From when until when.
    package let hours: MinuteRange
    /// What for.
    package let service: Service
    /// Where, by name or id.
    package let room: Reference?
    /// The request that it served, by id.
    package let request: Request.ID?
  }

  /// Where the fields stand.
  package let places: RowPlaces
  /// The meeting's id; nil: it is new, and `record` is there.
  package let id: Session.ID?
  /// How it ended; nil: nobody has said, the row says nothing.
  package let outcome: SessionState?
  /// Whether another meeting is needed.
  package let followUp: Bool
  /// The meeting, where the row describes it.
  package let record: Record?
}
