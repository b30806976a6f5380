import BankumModel

/// Finds everything that keeps a waiting request from a place, beside the plan.
///
/// What does not depend on the request (when an advocate or a room is free) is computed once for all of them.
struct WaitingReasons {
  private let check: RuleCheck
  private let index: FactIndex
  /// Whether the engine could have had a place that the rules leave free.
  private let isInGrid: (Placement) -> Bool
  /// The days of the period on which the house is open in an ordinary week, or receives somebody.
  private let dates: [CivilDate]
  private var advocateDays: [AdvocateDay: [[RuleBreach]]] = [:]
  private var roomDays: [RoomDay: [[RuleBreach]]] = [:]

  private struct AdvocateDay: Hashable {
    var advocate: Advocate.ID
    var date: CivilDate
    var minutes: Int
    var isUrgent: Bool
  }

  private struct RoomDay: Hashable {
    var room: Room.ID
    var partner: Partner.ID
    var date: CivilDate
    var minutes: Int
  }

  /// One request's day: the hours that a meeting could have, and what about him is against each.
  private struct OwnDay {
    var hours: [MinuteRange]
    var breaches: [[RuleBreach]]
  }

  init(_ check: RuleCheck, isInGrid: @escaping (Placement) -> Bool) {
    self.check = check
    self.isInGrid = isInGrid
    let index = check.index
    self.index = index
    let weekly = index.facts.calendar.weeklyHours
    // Days on which nothing new can be placed, because nobody could get ready, are no reason.
    let first = index.noticeEnds[.new]?.date ?? index.facts.today
    let later = index.period.days.days.filter { $0 >= first }
    let days = later.isEmpty ? Array(index.period.days.days) : later
    let open = days.filter {
      !check.openingHours(on: $0).ranges.isEmpty || !(weekly[$0.weekday]?.ranges.isEmpty ?? true)
    }
    // A weekend is no reason, unless there is nothing else.
    dates = open.isEmpty ? days : open
  }

  /// The request with its reasons.
  mutating func waiting(_ profile: RequestProfile, place: Int) -> WaitingRequest {
    var found = ReasonList()
    var isEligible = false
    let always = check.request(profile)
    let somewhere = index.facts.advocates.first.flatMap { sample(profile, $0, dates[0]) }
    for breach in always { found.add(breach, somewhere, times: dates.count) }
    let unfit = index.facts.rooms.map { check.room(profile, $0) }
    let daily = dates.map { check.day(profile, $0) }
    var ownDays: [Int: OwnDay] = [:]
    for advocate in index.facts.advocates {
      let personal = check.person(profile, advocate)
      for breach in personal { found.add(breach, sample(profile, advocate, dates[0]), times: dates.count) }
      var mayServe = personal.isEmpty
      for (offset, date) in dates.enumerated() {
        guard let sample = sample(profile, advocate, date) else { continue }
        let person = check.personOnDay(profile, advocate, date)
        for breach in daily[offset] + person { found.add(breach, sample) }
        if person.contains(where: { $0.rule == .paralegalNoAssistance || $0.rule == .mandateOfOtherPartner }) {
          mayServe = false
        }
        guard personal.isEmpty && person.isEmpty && daily[offset].isEmpty else { continue }
        let own = ownDays[offset] ?? ownDay(profile, date)
        ownDays[offset] = own
        for reason in times(profile, advocate, date, own, unfit, always).found {
          found.add(reason.breach, reason.example)
        }
      }
      if mayServe { isEligible = true }
    }
    if index.facts.advocates.isEmpty { found.add(RuleBreach(.advocateUnavailable), nil) }
    if index.facts.rooms.isEmpty { found.add(RuleBreach(.roomKind), nil) }
    return WaitingRequest(
      request: profile.request.id, place: place, priority: profile.priority, reasons: found.reasons,
      hasNoEligiblePartner: !isEligible)
  }

  /// The grid's hours on a day in which meeting and buffer lie in the opening hours, and what is against them.
  private func ownDay(_ profile: RequestProfile, _ date: CivilDate) -> OwnDay {
    let buffer = index.numbers.bufferMinutes
    let step = index.numbers.slotMinutes
    let hours = check.openingHours(on: date).ranges.flatMap { range in
      let first = (range.start.minutes + step - 1) / step * step
      return stride(from: first, through: range.end.minutes - profile.minutes - buffer, by: step).compactMap { start in
        MinuteOfDay(minutes: start).flatMap { start in
          start.adding(minutes: profile.minutes).flatMap { MinuteRange(start, $0) }
        }
      }
    }
    let breaches = hours.map { hours in
      check.time(profile, date, hours, .new) + check.inmateTaken(profile, date, check.turn(hours)) { _ in false }
    }
    return OwnDay(hours: hours, breaches: breaches)
  }

  /// What stands in the way of an advocate at each hour of a day on which nothing forbids the whole of it. Each reason
  /// once: a day counts once however many hours it excludes.
  private mutating func times(
    _ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate, _ own: OwnDay, _ unfit: [[RuleBreach]],
    _ always: [RuleBreach]
  ) -> ReasonList {
    let advocateTaken = advocateBreaches(profile, advocate, date, own.hours)
    let isThere = advocateTaken.map { !$0.contains { $0.rule == .advocateUnavailable || $0.rule == .buffer } }
    var seen = ReasonList()
    guard isThere.contains(true) else {
      addAbsence(profile, advocate, date, &seen)
      return seen
    }
    let partnerTaken = check.partnerTaken(profile, advocate.partner, date) { _ in false }
    let rooms = index.facts.rooms.map { roomBreaches(profile, $0, advocate.partner, date, own.hours) }
    for (offset, hours) in own.hours.enumerated() where isThere[offset] {
      let breaches = advocateTaken[offset] + own.breaches[offset] + partnerTaken
      let free = rooms.indices.first { unfit[$0].isEmpty && rooms[$0][offset].isEmpty }
      func example(_ room: Int) -> Placement {
        Placement(
          request: profile.request.id, advocate: advocate.id, room: index.facts.rooms[room].id, date: date,
          start: hours.start)
      }
      guard !rooms.isEmpty else { continue }
      for breach in breaches { seen.add(breach, example(free ?? 0)) }
      if let free, breaches.isEmpty, always.isEmpty {
        let rule: HouseRule = isInGrid(example(free)) ? .leftFree : .timeGrid
        seen.add(RuleBreach(rule, partner: advocate.partner, advocate: advocate.id), example(free))
      }
      if free == nil {
        for room in rooms.indices {
          for breach in unfit[room] + rooms[room][offset] { seen.add(breach, example(room)) }
        }
      }
    }
    return seen
  }

  /// Why an advocate has no hour of the day.
  private func addAbsence(
    _ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate, _ seen: inout ReasonList
  ) {
    guard let sample = sample(profile, advocate, date), let end = sample.start.adding(minutes: profile.minutes),
      let hours = MinuteRange(sample.start, end)
    else { return }
    for breach in check.personAtTime(profile, advocate, date, hours) + check.time(profile, date, hours, .new) {
      seen.add(breach, sample)
    }
  }

  private mutating func advocateBreaches(
    _ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate, _ hours: [MinuteRange]
  ) -> [[RuleBreach]] {
    let key = AdvocateDay(
      advocate: advocate.id, date: date, minutes: profile.minutes, isUrgent: profile.priority.tier == 1)
    if let known = advocateDays[key] { return known }
    let presence = check.presence(of: advocate, on: date)
    let load = check.load(of: advocate, on: date) { _ in false }
    let found = hours.map { presence.breaches($0) + load.breaches(check.turn($0)) }
    advocateDays[key] = found
    return found
  }

  private mutating func roomBreaches(
    _ profile: RequestProfile, _ room: Room, _ partner: Partner.ID, _ date: CivilDate, _ hours: [MinuteRange]
  ) -> [[RuleBreach]] {
    let key = RoomDay(room: room.id, partner: partner, date: date, minutes: profile.minutes)
    if let known = roomDays[key] { return known }
    let found = hours.map { hours in
      check.roomAtTime(room, partner, date, hours) + check.roomTaken(room, date, check.turn(hours)) { _ in false }
    }
    roomDays[key] = found
    return found
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
