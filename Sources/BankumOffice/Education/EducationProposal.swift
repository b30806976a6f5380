package import BankumModel

/// An education event that somebody wants to give.
package struct EducationProposal: Sendable, Equatable {
  /// The topic.
  package var topic: String
  /// The day.
  package var date: CivilDate
  /// The first minute.
  package var start: MinuteOfDay
  /// How long.
  package var minutes: Int
  /// Who gives it.
  package var partner: Partner.ID
  /// Who speaks.
  package var advocates: [Advocate.ID]
  /// How many shall take part.
  package var size: Int
  /// Which hall; nil: one that is free.
  package var room: Room.ID?

  /// A proposal.
  package init(
    topic: String, date: CivilDate, start: MinuteOfDay, minutes: Int, partner: Partner.ID, advocates: [Advocate.ID],
    size: Int, room: Room.ID? = nil
  ) {
    self.topic = topic
    self.date = date
    self.start = start
    self.minutes = minutes
    self.partner = partner
    self.advocates = advocates
    self.size = size
    self.room = room
  }
}
