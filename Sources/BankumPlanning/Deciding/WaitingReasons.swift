import BankumModel

/// Finds everything that keeps a waiting request from a place, beside the plan.
///
/// What does not depend on the request (when an advocate or a room is free) is computed once for all of them.
final class WaitingReasons {
  private let check: RuleCheck
  private let index: FactIndex
  /// Whether the engine could have had a place that the rules leave free.
  private let isInGrid: (Placement) -> Bool
  /// The days of the period on which the house is open in an ordinary week, or receives somebody.
  let dates: [CivilDate]
  private var advocateDays: [AdvocateDay: [[RuleBreach]]] = [:]
  private var roomDays: [RoomDay: [[RuleBreach]]] = [:]
  /// Equal ones of different requests are one: what follows from them is worked out once.
  private var ownDays: [DayLength: [OwnDay]] = [:]
  /// Where the day stands of people about whom nothing but their block is special.
  private var ordinaryDays: [BlockDay: Int] = [:]
  private var partnerReasons: [[RuleBreach]] = []
  private var roomReasons: [[[RuleBreach]]] = []
  private var visits: [Visit: VisitReasons] = [:]
  private var breaches: [RuleBreach] = []
  private var breachPlaces: [RuleBreach: Int32] = [:]

  /// Above this count the days of advocates are worked out anew: memory does not grow with requests times advocates.
  private static let mostVisits = 50_000

  private struct AdvocateDay: Hashable {
    var advocate: Advocate.ID
    var date: CivilDate
    var minutes: Int
  }

  private struct RoomDay: Hashable {
    var room: Room.ID
    var partner: Partner.ID
    var date: CivilDate
    var minutes: Int
  }

  private struct DayLength: Hashable {
    var date: CivilDate
    var minutes: Int
  }

  private struct BlockDay: Hashable {
    var block: Block.ID?
    var day: DayLength
  }

  /// One request's day: the hours that a meeting could have, and what about him is against each.
  private struct OwnDay: Equatable {
    var hours: [MinuteRange]
    var breaches: [[RuleBreach]]
    /// What is against the first minute of the opening hours.
    var atOpening: [RuleBreach]
  }

  /// An advocate's day as far as a request has to do with it; numbers are places in the lists above.
  private struct Visit: Hashable {
    var advocate: Int32
    var day: Int32
    var minutes: Int32
    var own: Int32
    var partner: Int32
    var rooms: Int32
    var isBarred: Bool
  }

  /// What stands in the way of an advocate on a day, for all requests that are alike in this.
  private struct VisitReasons {
    /// Each reason once, by its place in the list of breaches, with where it shows.
    var reasons: [(breach: Int32, example: Spot)] = []
    /// What is free.
    var free: [Spot] = []
  }

  /// A room, by its place among the rooms, and an hour, by its place among those of the day; none: the first minute of the
  /// opening hours.
  private struct Spot {
    static let opening = Spot(room: -1, hour: -1)

    var room: Int16
    var hour: Int16
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
  func waiting(_ profile: RequestProfile, place: Int) -> WaitingRequest {
    var found = ReasonList()
    var isEligible = false
    let always = check.request(profile)
    let somewhere = index.facts.advocates.first.flatMap { sample(profile, $0, dates[0]) }
    for breach in always { found.add(breach, somewhere, times: dates.count) }
    let unfit = index.facts.rooms.map { check.room(profile, $0) }
    let rooms = Self.place(of: unfit, in: &roomReasons)
    let daily = dates.map { check.day(profile, $0) }
    let inmate = profile.inmate
    let isOrdinary =
      inmate.training.isEmpty && check.bookings.of(inmate.id).isEmpty && (index.keptApart[inmate.id] ?? []).isEmpty
    var own: [Int: Int] = [:]
    var partners: [Partner.ID: [Int: Int]] = [:]
    for (number, advocate) in index.facts.advocates.enumerated() {
      let personal = check.person(profile, advocate)
      for breach in personal { found.add(breach, sample(profile, advocate, dates[0]), times: dates.count) }
      var mayServe = personal.isEmpty
      for (offset, date) in dates.enumerated() {
        guard let sample = sample(profile, advocate, date) else { continue }
        let person = check.personOnDay(profile, advocate, date)
        for breach in daily[offset] { found.add(breach, sample) }
        for breach in person { found.add(breach, sample) }
        if person.contains(where: { $0.rule == .paralegalNoAssistance || $0.rule == .mandateOfOtherPartner }) {
          mayServe = false
        }
        guard personal.isEmpty && person.isEmpty && daily[offset].isEmpty else { continue }
        let day = DayLength(date: date, minutes: profile.minutes)
        let block = isOrdinary ? BlockDay(block: inmate.block, day: day) : nil
        let ownPlace =
          own[offset] ?? block.flatMap { ordinaryDays[$0] }
          ?? Self.place(of: ownDay(profile, date), in: &ownDays[day, default: []])
        own[offset] = ownPlace
        if let block { ordinaryDays[block] = ownPlace }
        let partnerPlace =
          partners[advocate.partner]?[offset]
          ?? Self.place(of: check.partnerTaken(profile, advocate.partner, date) { _ in false }, in: &partnerReasons)
        partners[advocate.partner, default: [:]][offset] = partnerPlace
        let visit = Visit(
          advocate: Int32(number), day: Int32(offset), minutes: Int32(profile.minutes), own: Int32(ownPlace),
          partner: Int32(partnerPlace), rooms: Int32(rooms), isBarred: !always.isEmpty)
        guard let hours = ownDays[day]?[ownPlace] else { continue }
        add(reasons(visit, advocate, date, hours), hours.hours, sample, &found)
      }
      if mayServe { isEligible = true }
    }
    if index.facts.advocates.isEmpty { found.add(RuleBreach(.advocateUnavailable), nil) }
    if index.facts.rooms.isEmpty { found.add(RuleBreach(.roomKind), nil) }
    return WaitingRequest(
      request: profile.request.id, place: place, priority: profile.priority, reasons: found.reasons,
      hasNoEligiblePartner: !isEligible)
  }

  /// Where a value stands in a list; it is added if it is not there.
  private static func place<Value: Equatable>(of value: Value, in list: inout [Value]) -> Int {
    if let known = list.firstIndex(of: value) { return known }
    list.append(value)
    return list.count - 1
  }

  /// Adds the reasons of an advocate's day: each once, it counts as one day however many hours it excludes.
  private func add(
    _ reasons: VisitReasons, _ hours: [MinuteRange], _ sample: Placement, _ found: inout ReasonList
  ) {
    func placement(_ spot: Spot) -> Placement {
      guard spot.room >= 0 else { return sample }
      return Placement(
        request: sample.request, advocate: sample.advocate, room: index.facts.rooms[Int(spot.room)].id,
        date: sample.date, start: hours[Int(spot.hour)].start)
    }
    for reason in reasons.reasons { found.add(breaches[Int(reason.breach)], placement(reason.example)) }
    var seen: Set<HouseRule> = []
    for spot in reasons.free where seen.count < 2 {
      let place = placement(spot)
      let rule: HouseRule = isInGrid(place) ? .leftFree : .timeGrid
      guard seen.insert(rule).inserted else { continue }
      found.add(
        RuleBreach(rule, partner: index.advocates[place.advocate]?.partner, advocate: place.advocate), place)
    }
  }

  private func place(of breach: RuleBreach) -> Int32 {
    if let known = breachPlaces[breach] { return known }
    let place = Int32(breaches.count)
    breaches.append(breach)
    breachPlaces[breach] = place
    return place
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
    return OwnDay(
      hours: hours, breaches: breaches,
      atOpening: opening(date, profile.minutes).map { check.time(profile, date, $0, .new) } ?? [])
  }

  /// A meeting at the first minute of the opening hours.
  private func opening(_ date: CivilDate, _ minutes: Int) -> MinuteRange? {
    let start = check.openingHours(on: date).ranges.first?.start ?? MinuteOfDay(hour: 9, minute: 0)
    guard let start, let end = start.adding(minutes: minutes) else { return nil }
    return MinuteRange(start, end)
  }

  /// What stands in the way of an advocate at each hour of a day on which nothing forbids the whole of it.
  private func reasons(
    _ visit: Visit, _ advocate: Advocate, _ date: CivilDate, _ own: OwnDay
  ) -> VisitReasons {
    if let known = visits[visit] { return known }
    if visits.count == Self.mostVisits { visits = [:] }
    let minutes = Int(visit.minutes)
    let (partnerTaken, unfit) = (partnerReasons[Int(visit.partner)], roomReasons[Int(visit.rooms)])
    let advocateTaken = advocateBreaches(advocate, date, minutes, own.hours)
    let isThere = advocateTaken.map { !$0.contains { $0.rule == .advocateUnavailable || $0.rule == .buffer } }
    var seen = ReasonList()
    var result = VisitReasons()
    if isThere.contains(true) {
      let rooms = index.facts.rooms.map { roomBreaches($0, advocate.partner, date, minutes, own.hours) }
      for offset in own.hours.indices where isThere[offset] && !rooms.isEmpty {
        let free = rooms.indices.first { unfit[$0].isEmpty && rooms[$0][offset].isEmpty }
        func add(_ breaches: [RuleBreach], _ room: Int) {
          for breach in breaches where seen.isNew(breach) {
            result.reasons.append((place(of: breach), Spot(room: Int16(room), hour: Int16(offset))))
          }
        }
        let breaches = advocateTaken[offset] + own.breaches[offset] + partnerTaken
        add(breaches, free ?? 0)
        if let free, breaches.isEmpty, !visit.isBarred {
          result.free.append(Spot(room: Int16(free), hour: Int16(offset)))
        }
        if free == nil { for room in rooms.indices { add(unfit[room] + rooms[room][offset], room) } }
      }
    } else if let hours = opening(date, minutes) {
      // Why he has no hour of the day.
      for breach in check.presence(of: advocate, on: date).breaches(hours) + own.atOpening where seen.isNew(breach) {
        result.reasons.append((place(of: breach), .opening))
      }
    }
    visits[visit] = result
    return result
  }

  private func advocateBreaches(
    _ advocate: Advocate, _ date: CivilDate, _ minutes: Int, _ hours: [MinuteRange]
  ) -> [[RuleBreach]] {
    let key = AdvocateDay(advocate: advocate.id, date: date, minutes: minutes)
    if let known = advocateDays[key] { return known }
    let presence = check.presence(of: advocate, on: date)
    let load = check.load(of: advocate, on: date) { _ in false }
    let found = hours.map { presence.breaches($0) + load.breaches(check.turn($0)) }
    advocateDays[key] = found
    return found
  }

  private func roomBreaches(
    _ room: Room, _ partner: Partner.ID, _ date: CivilDate, _ minutes: Int, _ hours: [MinuteRange]
  ) -> [[RuleBreach]] {
    let key = RoomDay(room: room.id, partner: partner, date: date, minutes: minutes)
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
