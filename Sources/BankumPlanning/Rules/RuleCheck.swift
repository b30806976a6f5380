package import BankumModel

/// The one rule set of the house: may this request meet this advocate, in this room, at this minute of this day?
///
/// Predicates on dates and people, nothing of the engine's problem in them. It serves assigning, moving, accepting,
/// explaining and importing, and looks at every plan again beside the engine's verifier. It answers with *all* rules
/// that a meeting breaks.
///
/// A meeting takes a turn: its own minutes and the buffer after them for search and way back. Inmate, escort,
/// advocate and room are bound for the whole turn, and the turn lies inside the hours of house and room; of the
/// advocate's hours the meeting itself is enough.
package struct RuleCheck: Sendable {
  /// The facts that it judges by.
  package let index: FactIndex
  var bookings: Bookings

  /// A rule set over the facts, with the meetings in force and the education events planned as what is taken.
  package init(_ index: FactIndex) {
    self.init(index, sessions: index.facts.sessions)
  }

  /// A rule set over the facts with other meetings than those in force.
  init(_ index: FactIndex, sessions: [Session]) {
    let buffer = index.numbers.bufferMinutes
    self.index = index
    bookings = Bookings(
      sessions.filter(\.takesPlace).map { Booking($0, buffer: buffer) }
        + index.facts.education.filter(\.state.isPlanned).map { Booking($0, buffer: buffer) }, index: index)
  }

  /// Every rule that the placement breaks beside what is taken; empty if it is allowed.
  ///
  /// - `ignoring`: meetings that it would replace; the request's own meeting is ignored always.
  /// - `notice`: what brings it about, if it is to come about now; nil for a meeting that stands.
  /// A request, advocate or room that the facts do not hold breaks `requestClosed`, `notEmployed`, `roomKind`.
  package func breaches(_ placement: Placement, ignoring: Set<Session.ID> = [], notice: LeastNotice? = nil)
    -> [RuleBreach]
  {
    guard let profile = index.profileOf[placement.request] else { return [RuleBreach(.requestClosed)] }
    guard let advocate = index.advocates[placement.advocate] else {
      return [RuleBreach(.notEmployed, advocate: placement.advocate)]
    }
    guard let room = index.rooms[placement.room] else { return [RuleBreach(.roomKind, room: placement.room)] }
    let end = placement.start.adding(minutes: placement.minutes ?? profile.minutes)
    guard let end, let hours = MinuteRange(placement.start, end) else { return [RuleBreach(.openingHours)] }
    let date = placement.date
    let turn = Booking.turn(hours, buffer: index.numbers.bufferMinutes)
    let isLeftOut: (Booking) -> Bool = { booking in
      booking.request == placement.request || booking.session.map(ignoring.contains) ?? false
    }
    return request(profile) + day(profile, date) + time(profile, date, hours, notice)
      + person(profile, advocate) + personOnDay(profile, advocate, date) + personAtTime(profile, advocate, date, hours)
      + self.room(profile, room) + roomAtTime(room, advocate.partner, date, hours)
      + inmateTaken(profile, date, turn, isLeftOut) + partnerTaken(profile, advocate.partner, date, isLeftOut)
      + advocateTaken(advocate, date, turn, isLeftOut) + roomTaken(room, date, turn, isLeftOut)
  }

  /// Every rule against moving or cancelling a published meeting on the house's or a run's own account.
  ///
  /// Meetings inside the freeze, counted in working days from today, do not move while they are lawful; a pinned one
  /// stays until the registrar takes the pin out. Throws `facts` for a year without a calendar.
  package func breaches(moving session: Session) throws(PlanningError) -> [RuleBreach] {
    var found: [RuleBreach] = []
    if session.isPinned { found.append(RuleBreach(.pinned)) }
    let frozenThrough = try Freeze.lastDay(index)
    if session.state.isPublished, session.date <= frozenThrough, breaches(session).isEmpty {
      found.append(RuleBreach(.frozen, [.date(frozenThrough)]))
    }
    return found
  }

  /// Every rule that a planned meeting of the register breaks today; empty for one that is lawful. A meeting without
  /// a request that is open, or without a room, is not the rule set's.
  package func breaches(_ session: Session, notice: LeastNotice? = nil) -> [RuleBreach] {
    guard let request = session.request, index.profileOf[request] != nil, let room = session.room else { return [] }
    let placement = Placement(
      request: request, advocate: session.advocate, room: room, date: session.date, start: session.hours.start,
      minutes: session.hours.minutes)
    return breaches(placement, ignoring: [session.id], notice: notice)
  }
}

extension Session {
  /// Whether it takes, or took, time and place: drafts do not.
  var takesPlace: Bool { state.isPublished || state.isMeeting || state == .unreported }
}
