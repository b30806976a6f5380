package import BankumModel

/// The rule set as people ask it about single meetings.
extension RuleCheck {
  /// What is said of a meeting that has no open request: it is not the rule set's to place.
  package static let requestEnded = [RuleBreach(.requestClosed)]

  /// Every published meeting to come that breaks a rule as the facts are now, with all that it breaks: an advocate is
  /// absent, a room blocked, a hearing fell on the day, its request has ended. What two people decided about stands.
  package func brokenSessions() -> [Session.ID: [RuleBreach]] {
    var broken: [Session.ID: [RuleBreach]] = [:]
    for session in index.facts.sessions where session.state.isPublished && session.start >= index.facts.now {
      let breaches =
        if let request = session.request, index.profileOf[request] == nil {
          [RuleBreach(.requestClosed)]
        } else {
          self.breaches(session).filter { !session.brokenRules.contains($0.rule.code) }
        }
      if !breaches.isEmpty { broken[session.id] = breaches }
    }
    return broken
  }

  /// Every rule that a visit broke which took place: what was open and who was free then, not whether it lies in the
  /// past. Without a room the rules about rooms are not asked.
  package func breaches(
    visitFor request: Request.ID, advocate: Advocate.ID, room: Room.ID?, date: CivilDate, hours: MinuteRange
  ) -> [RuleBreach] {
    guard let profile = index.profileOf[request] else { return [RuleBreach(.requestClosed)] }
    guard let advocate = index.advocates[advocate] else { return [RuleBreach(.notEmployed, advocate: advocate)] }
    let turn = self.turn(hours)
    let isLeftOut: (Booking) -> Bool = { $0.isReplaced(by: request) }
    var found = self.request(profile) + day(profile, date) + time(profile, date, hours)
    found += person(profile, advocate) + personOnDay(profile, advocate, date)
    found += personAtTime(profile, advocate, date, hours)
    if let room = room.flatMap({ index.rooms[$0] }) {
      found += self.room(profile, room) + roomAtTime(room, advocate.partner, date, hours)
      found += roomTaken(room, date, turn, isLeftOut)
    }
    found += inmateTaken(profile, date, turn, isLeftOut) + partnerTaken(profile, advocate.partner, date, isLeftOut)
    found += advocateTaken(advocate, date, turn, isLeftOut)
    return found.filter { $0.rule != .past }
  }

  /// The reasons of the wall against a partner for a request; empty when it may serve him.
  package func conflicts(of request: Request.ID, with partner: Partner.ID) -> [RuleBreach] {
    index.profileOf[request].map { self.partner($0, partner).filter(\.rule.isConflict) } ?? []
  }

  /// When the block is to call somebody whose meeting begins at a minute.
  package func callAt(for request: Request.ID, _ start: MinuteOfDay) -> MinuteOfDay {
    let lead = index.profileOf[request]?.callLead ?? index.numbers.callLeadMinutes
    return MinuteOfDay(minutes: max(0, start.minutes - lead)) ?? .startOfDay
  }
}
