package import BankumModel

/// One meeting that a run decides: who, with whom, where and when.
package struct PlannedSession: Hashable, Sendable {
  /// What it means for the schedule in force.
  package enum Change: Hashable, Sendable {
    /// The request had no meeting.
    case new
    /// Exactly as published.
    case kept(Session.ID)
    /// In place of a published meeting that was lawful.
    case moved(Session.ID)
    /// In place of a published meeting that had broken a rule.
    case repaired(Session.ID)
  }

  /// Whose request.
  package let request: Request.ID
  /// Who is met.
  package let inmate: Inmate.ID
  /// What for.
  package let service: Service
  /// For which partner.
  package let partner: Partner.ID
  /// With whom.
  package let advocate: Advocate.ID
  /// Where.
  package let room: Room.ID
  /// The day.
  package let date: CivilDate
  /// From when until when, without the buffer.
  package let hours: MinuteRange
  /// When the block is to call him.
  package let callAt: MinuteOfDay
  /// Whether nobody has met him about this request before.
  package let isFirstMeeting: Bool
  /// The mandate it rests on.
  package let mandate: Mandate.ID?
  /// What it means for the schedule in force.
  package let change: Change
}
