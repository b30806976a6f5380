package import BankumModel

/// Time that is taken: a meeting with its turn, or an education event with all who take part.
package struct Booking: Hashable, Sendable {
  /// The meeting, if it is one of the register.
  package var session: Session.ID?
  /// The request it serves, if any.
  package var request: Request.ID?
  /// The inmates.
  package var inmates: [Inmate.ID]
  /// The partner.
  package var partner: Partner.ID
  /// The advocates.
  package var advocates: [Advocate.ID]
  /// The room, if any.
  package var room: Room.ID?
  /// The day.
  package var date: CivilDate
  /// From the first minute to the end of search and way back.
  package var turn: MinuteRange
  /// Whether it counts as a meeting: for caps and quotas.
  package var isMeeting: Bool
  /// Whether it has taken place: then nothing replaces it, not even another meeting of the same request.
  package var isOver = false

  /// A meeting of the register. The turn ends with the buffer, or with the day.
  init(_ session: Session, buffer: Int) {
    self.session = session.id
    request = session.request
    inmates = [session.inmate]
    partner = session.partner
    advocates = [session.advocate]
    room = session.room
    date = session.date
    turn = Self.turn(session.hours, buffer: buffer)
    isMeeting = true
    isOver = !session.state.isPublished
  }

  /// Whether a meeting of this request would take its place: it serves the same request and is still to come.
  func isReplaced(by request: Request.ID) -> Bool { self.request == request && !isOver }

  /// An education event.
  init(_ event: EducationEvent, buffer: Int) {
    session = nil
    request = nil
    inmates = Array(event.participants)
    partner = event.partner
    advocates = event.advocates
    room = event.room
    date = event.date
    turn = Self.turn(event.hours, buffer: buffer)
    isMeeting = false
  }

  /// A planned meeting.
  init(_ placement: Placement, inmate: Inmate.ID, partner: Partner.ID, hours: MinuteRange, buffer: Int) {
    session = nil
    request = placement.request
    inmates = [inmate]
    self.partner = partner
    advocates = [placement.advocate]
    room = placement.room
    date = placement.date
    turn = Self.turn(hours, buffer: buffer)
    isMeeting = true
  }

  /// The hours and the buffer after them, cut at midnight.
  static func turn(_ hours: MinuteRange, buffer: Int) -> MinuteRange {
    let end = hours.end.adding(minutes: buffer) ?? .endOfDay
    return MinuteRange(hours.start, end) ?? hours
  }
}
