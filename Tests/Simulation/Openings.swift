import BankumModel
import BankumPlanning

/// The hours that advocates come and are still free, day by day, and where somebody who waits fits into them.
///
/// It only proposes: whether a place is lawful is asked of `RuleCheck`, the rule set of the house.
struct Openings {
  private let buffer: Int
  private let slot: Int
  private(set) var check: RuleCheck
  private let profiles: [Request.ID: RequestProfile]
  private let rooms: [Room]
  /// Free hours of each advocate on each day.
  private var free: [Key: [MinuteRange]] = [:]
  private var roomTurns: [RoomKey: [MinuteRange]] = [:]
  /// Who may not serve whom today, whatever the hour.
  private var impossible: [Request.ID: Set<Advocate.ID>] = [:]
  /// Rules that a proposal may break.
  private let waived: Set<HouseRule>

  struct Key: Hashable {
    let advocate: Advocate.ID
    let date: CivilDate
  }

  private struct RoomKey: Hashable {
    let room: Room.ID
    let date: CivilDate
  }

  /// The openings of some days; `sessions` are the meetings that are taken.
  init(_ index: FactIndex, sessions: [Session], dates: [CivilDate], waived: Set<HouseRule> = []) throws {
    let facts = index.facts
    self.waived = waived
    buffer = try facts.rules.integer(.bufferMinutes, on: facts.today)
    slot = try facts.rules.integer(.slotMinutes, on: facts.today)
    // Meetings that are given up are not there any more.
    check = RuleCheck(index, taken: [])
    profiles = Dictionary(index.profiles.map { ($0.request.id, $0) }, uniquingKeysWith: { one, _ in one })
    rooms = facts.rooms.filter { $0.kind == .consultation && $0.isConfidential }
    let byAdvocate = Dictionary(grouping: facts.availability, by: \.advocate)
    for date in dates {
      let open = try facts.calendar.openingHours(on: date)
      for advocate in facts.advocates where !advocate.isAbsent(on: date) {
        let hours = OpeningHours((byAdvocate[advocate.id] ?? []).filter { $0.covers(date) }.map(\.hours))
        let ranges = hours.intersection(open).ranges
        if !ranges.isEmpty { free[Key(advocate: advocate.id, date: date)] = ranges }
      }
    }
    for event in facts.education where event.state.isPlanned {
      for advocate in event.advocates { block(Key(advocate: advocate, date: event.date), event.hours) }
    }
    for session in sessions { take(session) }
  }

  /// Adds a meeting to what is taken.
  mutating func take(_ session: Session) {
    check.take(session)
    block(Key(advocate: session.advocate, date: session.date), session.hours)
    guard let room = session.room else { return }
    roomTurns[RoomKey(room: room, date: session.date), default: []].append(turn(session.hours))
  }

  /// Whether an advocate has free hours on a day.
  func isOpen(_ advocate: Advocate.ID, on date: CivilDate) -> Bool {
    !(free[Key(advocate: advocate, date: date)] ?? []).isEmpty
  }

  /// A lawful meeting of a request with an advocate on a day, as early as there is one; nil: none.
  mutating func meeting(_ request: Request.ID, with advocate: Advocate.ID, on date: CivilDate) -> DayPlan.Meeting? {
    guard let profile = profiles[request], impossible[request]?.contains(advocate) != true else { return nil }
    guard date >= profile.earliest ?? .latest else { return nil }
    var tries = 0
    for range in free[Key(advocate: advocate, date: date)] ?? [] {
      var start: MinuteOfDay? = range.start
      while let minute = start, let end = minute.adding(minutes: profile.minutes), end <= range.end,
        let hours = MinuteRange(minute, end)
      {
        start = minute.adding(minutes: slot)
        guard let room = room(for: profile, date, turn(hours)) else { continue }
        let placement = Placement(
          request: request, advocate: advocate, room: room, date: date, start: minute, minutes: profile.minutes)
        let breaches = check.breaches(placement).map(\.rule).filter { !waived.contains($0) }
        if breaches.isEmpty {
          let call = MinuteOfDay(minutes: max(0, minute.minutes - profile.callLead)) ?? .startOfDay
          return DayPlan.Meeting(
            request: request, advocate: advocate, room: room, date: date, hours: hours, callAt: call)
        }
        if breaches.contains(where: Self.isForGood) { impossible[request, default: []].insert(advocate) }
        tries += 1
        // Another hour helps only against what holds at this hour.
        if tries > 12 || breaches.contains(where: { !Self.isOfTheHour($0) }) { return nil }
      }
    }
    return nil
  }

  /// Whether the rule keeps these two apart at any hour of any day.
  private static func isForGood(_ rule: HouseRule) -> Bool {
    switch rule {
    case .partnerRefused, .partnerSilent, .refusedByInmate, .adverseMandate, .adverseClient, .adverseOffer,
      .adversePastClient, .conflictReported, .adversePlanned, .heldByOtherPartner, .wishOtherPartner,
      .paralegalNoAssistance, .mandateMissing, .mandateOfOtherPartner, .skill, .language, .advocateSex,
      .inmateGone, .permitRefused, .requestClosed:
      true
    default: false
    }
  }

  private static func isOfTheHour(_ rule: HouseRule) -> Bool {
    switch rule {
    case .inmateBusy, .classHours, .keptApart, .escort, .past, .openingHours, .buffer, .availabilityStale,
      .advocateBusy, .advocateUnavailable, .roomReserved, .roomClosed, .roomBusy:
      true
    default: false
    }
  }

  /// A room without stairs goes last to those who can climb them.
  private func room(for profile: RequestProfile, _ date: CivilDate, _ turn: MinuteRange) -> Room.ID? {
    let isFree: (Room) -> Bool = { room in
      !(roomTurns[RoomKey(room: room.id, date: date)] ?? []).contains { $0.overlaps(turn) }
        && !room.closedHours(on: date).contains { $0.overlaps(turn) }
    }
    if profile.wantsAccessibleRoom { return rooms.first { $0.isAccessible && isFree($0) }?.id }
    return (rooms.first { !$0.isAccessible && isFree($0) } ?? rooms.first(where: isFree))?.id
  }

  private func turn(_ hours: MinuteRange) -> MinuteRange {
    MinuteRange(hours.start, hours.end.adding(minutes: buffer) ?? .endOfDay) ?? hours
  }

  private mutating func block(_ key: Key, _ hours: MinuteRange) {
    guard let ranges = free[key] else { return }
    free[key] = ranges.flatMap { $0.subtracting(turn(hours)) }
  }
}
