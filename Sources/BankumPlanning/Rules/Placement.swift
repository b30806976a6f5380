package import BankumModel

/// A request with an advocate, in a room, from a minute of a day on: what the rule set is asked about.
package struct Placement: Hashable, Sendable {
  /// Whose request.
  package var request: Request.ID
  /// With whom.
  package var advocate: Advocate.ID
  /// Where.
  package var room: Room.ID
  /// The day.
  package var date: CivilDate
  /// The first minute.
  package var start: MinuteOfDay
  /// Minutes of the meeting; nil: as long as such a meeting takes.
  package var minutes: Int?

  /// A placement.
  package init(
    request: Request.ID, advocate: Advocate.ID, room: Room.ID, date: CivilDate, start: MinuteOfDay,
    minutes: Int? = nil
  ) {
    self.request = request
    self.advocate = advocate
    self.room = room
    self.date = date
    self.start = start
    self.minutes = minutes
  }
}
