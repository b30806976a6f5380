package import BankumModel

/// A visit that took place without having been planned.
package struct RecordedVisit: Sendable, Equatable {
  /// Who was met.
  package var inmate: Inmate.ID
  /// By whom.
  package var advocate: Advocate.ID
  /// The day.
  package var date: CivilDate
  /// From when until when.
  package var hours: MinuteRange
  /// What for.
  package var service: Service
  /// Where; nil: nobody has said.
  package var room: Room.ID?
  /// The request that it served; nil: none.
  package var request: Request.ID?
  /// How it ended.
  package var outcome: SessionState
  /// Whether another meeting is needed.
  package var needsFollowUp: Bool
  /// Whether it was urgent; otherwise counsel just came.
  package var isUrgent: Bool

  /// A visit.
  package init(
    inmate: Inmate.ID, advocate: Advocate.ID, date: CivilDate, hours: MinuteRange, service: Service = .consultation,
    room: Room.ID? = nil, request: Request.ID? = nil, outcome: SessionState = .held, needsFollowUp: Bool = false,
    isUrgent: Bool = false
  ) {
    self.inmate = inmate
    self.advocate = advocate
    self.date = date
    self.hours = hours
    self.service = service
    self.room = room
    self.request = request
    self.outcome = outcome
    self.needsFollowUp = needsFollowUp
    self.isUrgent = isUrgent
  }
}
