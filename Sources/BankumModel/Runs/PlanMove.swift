/// Where a published meeting goes when the plan is published; the meeting itself stays what it is until then.
package struct PlanMove: Hashable, Sendable {
  /// Which meeting.
  package var session: Session.ID
  /// Its advocate, of the same partner.
  package var advocate: Advocate.ID
  /// Its room.
  package var room: Room.ID
  /// Its day.
  package var date: CivilDate
  /// Its hours.
  package var hours: MinuteRange
  /// When the block calls.
  package var callAt: MinuteOfDay

  /// Makes one from its fields.
  package init(
    session: Session.ID, advocate: Advocate.ID, room: Room.ID, date: CivilDate, hours: MinuteRange,
    callAt: MinuteOfDay
  ) {
    self.session = session
    self.advocate = advocate
    self.room = room
    self.date = date
    self.hours = hours
    self.callAt = callAt
  }
}
