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

  /// The same meetings as what is taken, by facts that place nobody elsewhere and lead nobody otherwise.
  func judging(by index: FactIndex) -> RuleCheck { RuleCheck(index: index, bookings: bookings) }

  private init(index: FactIndex, bookings: Bookings) {
    self.index = index
    self.bookings = bookings
  }

  /// Every rule that the placement breaks beside what is taken; empty if it is allowed.
  ///
  /// - `ignoring`: meetings that it would replace; the request's own meeting that is to come is ignored always.
  /// - `notice`: what brings it about, if it is to come about now; nil for a meeting that stands.
  /// A request, advocate or room that the facts do not hold breaks `requestClosed`, `notEmployed`, `roomKind`.
  package func breaches(_ placement: Placement, ignoring: Set<Session.ID> = [], notice: LeastNotice? = nil)
    -> [RuleBreach]
  {
    let asked: Asked
    switch look(placement) {
    case .success(let known): asked = known
    case .failure(let unknown): return [unknown.breach]
    }
    let (profile, advocate, room, date) = (asked.profile, asked.advocate, asked.room, placement.date)
    let isLeftOut: (Booking) -> Bool = { booking in
      booking.isReplaced(by: placement.request) || booking.session.map(ignoring.contains) ?? false
    }
    return request(profile) + day(profile, date) + time(profile, date, asked.hours, notice)
      + person(profile, advocate) + personOnDay(profile, advocate, date)
      + personAtTime(profile, advocate, date, asked.hours)
      + self.room(profile, room) + roomAtTime(room, advocate.partner, date, asked.hours)
      + inmateTaken(profile, date, asked.turn, isLeftOut) + partnerTaken(profile, advocate.partner, date, isLeftOut)
      + advocateTaken(advocate, date, asked.turn, isLeftOut) + roomTaken(room, date, asked.turn, isLeftOut)
  }

  /// Whether the placement breaks no rule; asked of many, so it ends at the first that it breaks, the quickest first.
  func allows(_ placement: Placement, notice: LeastNotice? = nil) -> Bool {
    guard case .success(let asked) = look(placement) else { return false }
    let (profile, advocate, room, date) = (asked.profile, asked.advocate, asked.room, placement.date)
    let isLeftOut: (Booking) -> Bool = { $0.isReplaced(by: placement.request) }
    return request(profile).isEmpty && person(profile, advocate).isEmpty && day(profile, date).isEmpty
      && self.room(profile, room).isEmpty && time(profile, date, asked.hours, notice).isEmpty
      && personOnDay(profile, advocate, date).isEmpty && personAtTime(profile, advocate, date, asked.hours).isEmpty
      && roomAtTime(room, advocate.partner, date, asked.hours).isEmpty
      && roomTaken(room, date, asked.turn, isLeftOut).isEmpty
      && inmateTaken(profile, date, asked.turn, isLeftOut).isEmpty
      && advocateTaken(advocate, date, asked.turn, isLeftOut).isEmpty
      && partnerTaken(profile, advocate.partner, date, isLeftOut).isEmpty
  }

  /// Who and what a placement names.
  private struct Asked {
    let profile: RequestProfile
    let advocate: Advocate
    let room: Room
    let hours: MinuteRange
    let turn: MinuteRange
  }

  /// The rule that a placement breaks because something in it is not known.
  private struct Unknown: Error {
    let breach: RuleBreach
  }

  private func look(_ placement: Placement) -> Result<Asked, Unknown> {
    func unknown(_ breach: RuleBreach) -> Result<Asked, Unknown> { .failure(Unknown(breach: breach)) }
    guard let profile = index.profileOf[placement.request] else { return unknown(RuleBreach(.requestClosed)) }
    guard let advocate = index.advocates[placement.advocate] else {
      return unknown(RuleBreach(.notEmployed, advocate: placement.advocate))
    }
    guard let room = index.rooms[placement.room] else { return unknown(RuleBreach(.roomKind, room: placement.room)) }
    let end = placement.start.adding(minutes: placement.minutes ?? profile.minutes)
    guard let end, let hours = MinuteRange(placement.start, end) else { return unknown(RuleBreach(.openingHours)) }
    return .success(
      Asked(profile: profile, advocate: advocate, room: room, hours: hours, turn: turn(hours)))
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
