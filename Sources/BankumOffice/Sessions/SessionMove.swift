package import BankumModel
package import BankumPlanning

/// Where somebody wants a meeting to go.
package struct SessionMove: Sendable, Equatable {
  /// The day.
  package var date: CivilDate
  /// The first minute.
  package var start: MinuteOfDay
  /// Another advocate of the same partner; nil: the same.
  package var advocate: Advocate.ID?
  /// The room; nil: the same if it serves, else any that does.
  package var room: Room.ID?
  /// Why; needed for a meeting in the days in which meetings do not move.
  package var reason: ChangeReason?
  /// The rules in spite of which it shall go there; a second person decides.
  package var overrides: Set<HouseRule>
  /// Why in spite of them; needed with `overrides`.
  package var overrideReason: String?

  /// A move.
  package init(
    date: CivilDate, start: MinuteOfDay, advocate: Advocate.ID? = nil, room: Room.ID? = nil,
    reason: ChangeReason? = nil, overrides: Set<HouseRule> = [], overrideReason: String? = nil
  ) {
    self.date = date
    self.start = start
    self.advocate = advocate
    self.room = room
    self.reason = reason
    self.overrides = overrides
    self.overrideReason = overrideReason
  }
}
