import BankumModel

/// Finds everything that keeps a waiting request from a place, beside the plan.
///
/// What does not depend on the request (when an advocate or a room is free) is computed once for all of them.
struct WaitingReasons {
  private let check: RuleCheck
  private let index: FactIndex
  /// Whether the engine could have had a place that the rules leave free.
  private let isInGrid: (Placement) -> Bool
  private var advocateStarts: [AdvocateDay: [[RuleBreach]]] = [:]
  private var roomStarts: [RoomDay: [Bool]] = [:]

  private struct AdvocateDay: Hashable {
    var advocate: Advocate.ID
    var date: CivilDate
    var minutes: Int
    var isUrgent: Bool
  }

  private struct RoomDay: Hashable {
    var room: Room.ID
    var date: CivilDate
    var minutes: Int
  }

  init(_ check: RuleCheck, isInGrid: @escaping (Placement) -> Bool) {
    self.check = check
    self.isInGrid = isInGrid
    index = check.index
  }

  /// The request with its reasons.
  mutating func waiting(_ profile: RequestProfile, place: Int) -> WaitingRequest {
    var found = ReasonList()
    var eligible = false
    let first = somewhere(profile)
    let always = check.request(profile)
    for breach in always { found.add(breach, first) }
    let dates = Array(index.period.days.days)
    let opening = Dictionary(uniqueKeysWithValues: dates.map { ($0, starts(profile, on: $0)) })
    let own = Dictionary(uniqueKeysWithValues: dates.map { ($0, check.day(profile, $0)) })
    for advocate in index.facts.advocates {
      let personal = check.person(profile, advocate)
      for breach in personal { found.add(breach, with(first, advocate), times: dates.count) }
      var mayServe = personal.isEmpty
      for date in dates {
        guard let sample = self.sample(profile, advocate, date) else { continue }
        let daily = check.personOnDay(profile, advocate, date)
        let inmate = own[date] ?? []
        for breach in inmate + daily { found.add(breach, sample) }
        if daily.contains(where: { $0.rule == .paralegalNoAssistance || $0.rule == .mandateOfOtherPartner }) {
          mayServe = false
        }
        if personal.isEmpty && daily.isEmpty && inmate.isEmpty {
          addTimes(profile, advocate, date, opening[date] ?? [], beside: always, &found)
        }
      }
      if mayServe { eligible = true }
    }
    if index.facts.advocates.isEmpty { found.add(RuleBreach(.advocateUnavailable), nil) }
    if index.facts.rooms.isEmpty { found.add(RuleBreach(.roomKind), nil) }
    return WaitingRequest(
      request: profile.request.id, place: place, priority: profile.priority, reasons: found.reasons,
      hasNoEligiblePartner: !eligible)
  }

  /// The grid's starts on a day at which the meeting and its buffer lie in the opening hours.
  private func starts(_ profile: RequestProfile, on date: CivilDate) -> [MinuteOfDay] {
    let turn = profile.minutes + index.numbers.bufferMinutes
    let step = index.numbers.slotMinutes
    return check.openingHours(on: date).ranges.flatMap { range in
      stride(from: (range.start.minutes + step - 1) / step * step, through: range.end.minutes - turn, by: step)
        .compactMap { MinuteOfDay(minutes: $0) }
    }
  }

  /// What stands in the way at each start of a day on which nothing else does.
  private mutating func addTimes(
    _ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate, _ starts: [MinuteOfDay],
    beside always: [RuleBreach], _ found: inout ReasonList
  ) {
    let others = advocateBreaches(profile, advocate, date, starts)
    var seen = ReasonList()
    var hasHours = false
    for (start, taken) in zip(starts, others) {
      guard let end = start.adding(minutes: profile.minutes), let hours = MinuteRange(start, end) else { continue }
      let isThere = !taken.contains { $0.rule == .advocateUnavailable || $0.rule == .buffer }
      guard isThere else { continue }
      hasHours = true
      let turn = check.turn(hours)
      var breaches = taken + check.time(profile, date, hours)
      breaches += check.inmateTaken(profile, date, turn) { _ in false }
      breaches += check.partnerTaken(profile, advocate.partner, date) { _ in false }
      let rooms = index.facts.rooms.map { ($0, check.room(profile, $0)) }
      var free: Room?
      for (room, unfit) in rooms where unfit.isEmpty && free == nil {
        if isFree(room, date, profile.minutes, start) && check.roomAtTime(room, advocate.partner, date, hours).isEmpty {
          free = room
        }
      }
      let room = free ?? index.facts.rooms.first
      guard let room else { continue }
      let example = Placement(
        request: profile.request.id, advocate: advocate.id, room: room.id, date: date, start: start)
      for breach in breaches { seen.add(breach, example) }
      if free == nil {
        for (room, unfit) in rooms {
          var example = example
          example.room = room.id
          let all =
            unfit + check.roomAtTime(room, advocate.partner, date, hours)
            + check.roomTaken(room, date, turn) { _ in false }
          for breach in all { seen.add(breach, example) }
        }
      } else if breaches.isEmpty && always.isEmpty {
        let rule: HouseRule = isInGrid(example) ? .leftFree : .timeGrid
        seen.add(RuleBreach(rule, partner: advocate.partner, advocate: advocate.id), example)
      }
    }
    if !hasHours, let sample = sample(profile, advocate, date) {
      let hours = MinuteRange(sample.start, sample.start.adding(minutes: profile.minutes) ?? .endOfDay)
      for breach in hours.map({ check.personAtTime(profile, advocate, date, $0) }) ?? [] { seen.add(breach, sample) }
    }
    // A day counts once for each reason, however many starts it excludes.
    for reason in seen.reasons { found.add(reason.breach, reason.example) }
  }

  private mutating func advocateBreaches(
    _ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate, _ starts: [MinuteOfDay]
  ) -> [[RuleBreach]] {
    let key = AdvocateDay(
      advocate: advocate.id, date: date, minutes: profile.minutes, isUrgent: profile.priority.tier == 1)
    if let known = advocateStarts[key] { return known }
    let found =
      starts.map { start in
        guard let end = start.adding(minutes: profile.minutes), let hours = MinuteRange(start, end) else { return [] }
        return check.personAtTime(profile, advocate, date, hours)
          + check.advocateTaken(advocate, date, check.turn(hours)) { _ in false }
      } as [[RuleBreach]]
    advocateStarts[key] = found
    return found
  }

  /// Whether nobody has the room from a start on.
  private mutating func isFree(_ room: Room, _ date: CivilDate, _ minutes: Int, _ start: MinuteOfDay) -> Bool {
    let key = RoomDay(room: room.id, date: date, minutes: minutes)
    let slot = start.minutes / index.numbers.slotMinutes
    if let known = roomStarts[key] { return slot < known.count && known[slot] }
    let turns = check.bookings.of(room.id, on: date).map(\.turn)
    let found = stride(from: 0, to: 1440, by: index.numbers.slotMinutes).map { minute in
      guard let start = MinuteOfDay(minutes: minute), let end = start.adding(minutes: minutes),
        let hours = MinuteRange(start, end)
      else { return false }
      let turn = check.turn(hours)
      return !turns.contains { $0.overlaps(turn) }
    }
    roomStarts[key] = found
    return slot < found.count && found[slot]
  }

  /// Some place, to show what holds everywhere.
  private func somewhere(_ profile: RequestProfile) -> Placement? {
    guard let advocate = index.facts.advocates.first else { return nil }
    return sample(profile, advocate, index.period.days.first)
  }

  private func with(_ placement: Placement?, _ advocate: Advocate) -> Placement? {
    var placement = placement
    placement?.advocate = advocate.id
    return placement
  }

  /// A place with the advocate on the day, at the first minute of the opening hours.
  private func sample(_ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate) -> Placement? {
    guard let room = index.facts.rooms.first else { return nil }
    let start = check.openingHours(on: date).ranges.first?.start ?? MinuteOfDay(hour: 9, minute: 0)
    return start.map {
      Placement(request: profile.request.id, advocate: advocate.id, room: room.id, date: date, start: $0)
    }
  }
}
