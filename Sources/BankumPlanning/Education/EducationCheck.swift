package import BankumModel

/// The rule set for education events: whether one may take place, and who takes part.
///
/// It is the rule set of meetings wherever that has something to say (hours of the house, hearings, absences, the wall,
/// keep-apart orders, class hours, escorts by block, who is taken); what is about one meeting with counsel alone is left
/// out: the visit permit, the last useful day, the caps and quotas of meetings.
package struct EducationCheck: Sendable {
  /// The facts that it judges by.
  package let index: FactIndex
  private let check: RuleCheck
  private let clock: DetentionClock
  private let priorityRules: PriorityRules

  /// What is about a meeting with counsel alone.
  private static let ofMeetings: Set<HouseRule> = [.permitLead, .permitRefused, .inmateDailyLimit, .quota]

  /// A rule set over the facts, without an event that is looked at anew. Throws `facts` for a missing rule.
  package init(_ facts: HouseFacts, without event: EducationEvent.ID? = nil) throws(PlanningError) {
    var facts = facts
    facts.education.removeAll { $0.id == event }
    index = try FactIndex(facts, period: try PlanningPeriod(facts))
    check = RuleCheck(index)
    let (rules, today) = (facts.rules, facts.today)
    clock = try PlanningError.facts { () throws(ModelError) in try DetentionClock(rules: rules, on: today) }
    priorityRules = try PlanningError.facts { () throws(ModelError) in try PriorityRules(rules: rules, on: today) }
  }

  /// Every rule that the event breaks, whoever takes part: house, hall, partner and speakers.
  package func breaches(_ event: EducationEvent) -> [RuleBreach] {
    var found: [RuleBreach] = []
    let turn = check.turn(event.hours)
    if CivilTime(event.date, event.hours.start) < index.facts.now { found.append(RuleBreach(.past)) }
    let open = check.openingHours(on: event.date)
    if open.ranges.isEmpty {
      found.append(RuleBreach(.houseClosed, [.date(event.date)]))
    } else if !open.contains(turn) {
      found.append(RuleBreach(open.contains(event.hours) ? .buffer : .openingHours, open.ranges.map { .hours($0) }))
    }
    if let partner = index.partners[event.partner] {
      for credential in partner.credentialStatus(on: event.date, warningDays: 0).lapsed {
        found.append(RuleBreach(HouseRule(credential), partner: partner.id, [.date(event.date)]))
      }
    }
    for id in event.advocates { found += speaker(id, event, turn) }
    if let hall = index.rooms[event.room] {
      if hall.kind != .hall { found.append(RuleBreach(.roomKind, room: hall.id)) }
      found += check.roomAtTime(hall, event.partner, event.date, event.hours)
      found += check.roomTaken(hall, event.date, turn) { _ in false }
    }
    return found
  }

  private func speaker(_ id: Advocate.ID, _ event: EducationEvent, _ turn: MinuteRange) -> [RuleBreach] {
    guard let advocate = index.advocates[id] else { return [RuleBreach(.notEmployed, advocate: id)] }
    var found: [RuleBreach] = []
    func add(_ rule: HouseRule, _ values: [RuleBreach.Value] = []) {
      found.append(RuleBreach(rule, partner: advocate.partner, advocate: id, values))
    }
    let date = event.date
    for credential in advocate.credentialStatus(on: date, warningDays: 0).lapsed {
      add(HouseRule(credential), [.date(date)])
    }
    if advocate.isAbsent(on: date) { add(.advocateAbsent, [.date(date)]) }
    if (index.hearingsOfAdvocate[id] ?? []).contains(where: { $0.blocks(date) }) {
      add(.advocateInCourt, [.date(date)])
    }
    let (fresh, stale) = index.hours(of: id, on: date)
    let comes = OpeningHours(fresh.ranges + stale.ranges)
    if !comes.contains(turn) { add(.advocateUnavailable, comes.ranges.map { .hours($0) }) }
    if let other = check.bookings.of(id).first(where: { $0.date == date && $0.turn.overlaps(turn) }) {
      add(.advocateBusy, [.hours(other.turn)])
    }
    return found
  }

  /// Who takes part: from `requests`, then from `others`, each by the queue, as many as `size`, everybody under the
  /// rules beside those chosen before.
  ///
  /// - `requests`: open requests for education on the topic. `others`: people whom nobody has seen yet.
  /// Of equals in the queue goes first who has been here longer, then who is fetched faster. Those equal in this too
  /// are equal in all that may count, and a place is theirs by lot: the event's random id, thrown for each event anew and
  /// mixed with who somebody is, so that nobody is favoured twice and the lot can be drawn again by anybody. Neither
  /// name nor the order of the facts decides.
  package func participants(
    of event: EducationEvent, requests: [Request], others: [Inmate.ID], size: Int
  ) throws(PlanningError) -> [Inmate.ID] {
    var chosen: [Inmate.ID] = []
    var taken: Set<Inmate.ID> = []
    var check = self.check
    // Nobody waits in years of which the house has no calendar: who came before them waits since their first day, and who
    // has been here longer goes first all the same.
    let known = index.facts.calendar.years.first.flatMap { CivilDate(year: $0, month: 1, day: 1) } ?? .earliest
    let assumed = others.map { inmate in
      Request(
        id: Request.ID(bits: inmate.bits), inmate: inmate, service: .education,
        submittedOn: max(index.inmates[inmate]?.enteredOn ?? event.date, known), channel: .oral)
    }
    var led: [Block.ID: Int] = [:]
    for group in [requests, assumed] where chosen.count < size {
      for profile in try ranked(group, event) where chosen.count < size && !taken.contains(profile.inmate.id) {
        guard breaches(profile, event, check, led: led).isEmpty else { continue }
        taken.insert(profile.inmate.id)
        chosen.append(profile.inmate.id)
        if let block = profile.inmate.block { led[block, default: 0] += 1 }
        check.bookings.add(booking(profile.inmate.id, event), index: index, takesEscorts: false)
      }
    }
    return chosen
  }

  /// Every rule that keeps somebody away from an event, beside those who take part; `led`: how many of each block.
  private func breaches(
    _ profile: RequestProfile, _ event: EducationEvent, _ check: RuleCheck, led: [Block.ID: Int]
  ) -> [RuleBreach] {
    let (date, turn) = (event.date, check.turn(event.hours))
    var found = check.request(profile) + check.day(profile, date) + check.time(profile, date, event.hours)
    found += check.partner(profile, event.partner)
    found += check.inmateTaken(profile, date, turn) { _ in false }.filter { $0.rule != .escort }
    if let block = profile.inmate.block.flatMap({ index.blocks[$0] }) {
      // The group is led: one escort for so many people, beside those who are out with others.
      let others = check.bookings.turns(of: block.id, on: date) { _ in false }.filter { $0.overlaps(turn) }
      let crowd = ([turn.start] + others.map(\.start).filter { turn.contains($0) }).map { minute in
        others.count { $0.contains(minute) }
      }
      if (crowd.max() ?? 0) + index.escorts(leading: (led[block.id] ?? 0) + 1) > block.escortCapacity {
        found.append(RuleBreach(.escort, [.number(block.escortCapacity)]))
      }
    }
    found += check.partnerTaken(profile, event.partner, date) { _ in false }
    let isUnderstood = event.advocates.contains { id in
      guard let languages = profile.languages, let advocate = index.advocates[id] else { return true }
      return !languages.isDisjoint(with: advocate.languages)
    }
    if !isUnderstood { found.append(RuleBreach(.language, partner: event.partner)) }
    if profile.wantsAccessibleRoom, index.rooms[event.room]?.isAccessible != true {
      found.append(RuleBreach(.roomNotAccessible, room: event.room))
    }
    return found.filter { !Self.ofMeetings.contains($0.rule) }
  }

  /// A participant's time. It counts as a meeting, so that two who are adverse do not sit in one room before one partner.
  private func booking(_ inmate: Inmate.ID, _ event: EducationEvent) -> Booking {
    var event = event
    event.participants = [inmate]
    event.advocates = []
    var booking = Booking(event, buffer: index.numbers.bufferMinutes)
    booking.room = nil
    booking.isMeeting = true
    return booking
  }

  /// The requests of people who are here, by the queue.
  private func ranked(_ requests: [Request], _ event: EducationEvent) throws(PlanningError) -> [RequestProfile] {
    var entries: [(profile: RequestProfile, lot: UInt64)] = []
    for request in requests {
      guard let inmate = index.inmates[request.inmate] else { continue }
      let (index, clock, rules) = (index, clock, priorityRules)
      let profile = try PlanningError.facts { () throws(ModelError) in
        try RequestProfile(request, inmate, index: index, clock: clock, priorityRules: rules)
      }
      entries.append((profile, Self.lot(event.id.bits, inmate.id.bits)))
    }
    return entries.sorted { left, right in
      let (one, other) = (left.profile, right.profile)
      if one.priority.rank != other.priority.rank { return one.priority.rank < other.priority.rank }
      if one.request.waitsSince != other.request.waitsSince {
        return one.request.waitsSince < other.request.waitsSince
      }
      if one.inmate.enteredOn != other.inmate.enteredOn { return one.inmate.enteredOn < other.inmate.enteredOn }
      if one.callLead != other.callLead { return one.callLead < other.callLead }
      return left.lot < right.lot
    }.map(\.profile)
  }

  /// SplitMix64 of both numbers (Steele, Lea, Flood 2014).
  private static func lot(_ event: UInt64, _ person: UInt64) -> UInt64 {
    var mixed = (event ^ (person &* 0xD6E8_FEB8_6659_FD93)) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
