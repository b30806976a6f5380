@testable import BankumModel
@testable import BankumPlanning

/// The smallest change found the long way: every place with all rules that it breaks, and facts indexed anew for each
/// trial. What is quicker has to find the same.
struct LongWay {
  let check: RuleCheck
  private var index: FactIndex { check.index }

  /// A place and the changes that open it.
  struct Candidate {
    var placement: Placement
    var changes: [WhatIf]
    var price: Int
  }

  /// The cheapest candidate that really opens a place, or nil if no list of changes does: what is in the way is not
  /// the house's to change.
  func find(_ profile: RequestProfile) throws(PlanningError) -> (placement: Placement, changes: [WhatIf])? {
    let candidates = candidates(profile).enumerated().sorted {
      ($0.element.price, $0.offset) < ($1.element.price, $1.offset)
    }.map(\.element)
    for candidate in candidates.prefix(20) {
      let place = candidate.placement
      if try opens(candidate.changes, place) {
        // What is opened is kept for him: else whoever stands before him would take it.
        return (place, candidate.changes + [.reserve(place.request, place.advocate, place.date, place.start)])
      }
    }
    return nil
  }

  /// Who would get the place that the changes open, were it not reserved: of those who wait the one who stands first and
  /// may have it; nil when nobody else could.
  func rival(_ changes: [WhatIf], _ placement: Placement, among waiting: [RequestProfile]) throws(PlanningError)
    -> Request.ID?
  {
    let changed = try FactIndex(try index.facts.applying(changes), period: index.period)
    var check = RuleCheck(changed, sessions: [])
    check.bookings = Bookings(self.check.bookings.all, index: changed)
    let byRank = waiting.enumerated().sorted {
      ($0.element.priority.rank, $0.offset) < ($1.element.priority.rank, $1.offset)
    }.map(\.element.request.id)
    return byRank.first { other in
      guard other != placement.request else { return false }
      return check.breaches(
        Placement(
          request: other, advocate: placement.advocate, room: placement.room, date: placement.date,
          start: placement.start), notice: .new
      ).isEmpty
    }
  }

  /// Whether the rule set allows the placement in the changed facts, beside the same meetings.
  func opens(_ changes: [WhatIf], _ placement: Placement) throws(PlanningError) -> Bool {
    let changed = try FactIndex(try index.facts.applying(changes), period: index.period)
    var check = RuleCheck(changed, sessions: [])
    check.bookings = Bookings(self.check.bookings.all, index: changed)
    return check.breaches(placement, notice: .new).isEmpty
  }

  /// One candidate for each advocate and day at most: the cheapest start and room.
  private func candidates(_ profile: RequestProfile) -> [Candidate] {
    var found: [Candidate] = []
    let rooms = index.facts.rooms.filter { check.room(profile, $0).isEmpty }
    let extra = Room.ID(bits: (index.facts.rooms.map(\.id.bits).max() ?? 0) &+ 1)
    let always = check.request(profile)
    for advocate in index.facts.advocates {
      let personal = always + check.person(profile, advocate)
      if personal.contains(where: { price(of: $0.rule) == nil }) { continue }
      for date in index.period.days.days {
        let daily = personal + check.day(profile, date) + check.personOnDay(profile, advocate, date)
        if daily.contains(where: { price(of: $0.rule) == nil }) { continue }
        var best: Candidate?
        for minute in stride(from: 8 * 60, to: 17 * 60, by: index.numbers.slotMinutes) {
          guard let start = MinuteOfDay(minutes: minute), let end = start.adding(minutes: profile.minutes),
            let hours = MinuteRange(start, end)
          else { continue }
          let turn = check.turn(hours)
          var breaches =
            daily + check.time(profile, date, hours, .new) + check.personAtTime(profile, advocate, date, hours)
          breaches += check.advocateTaken(advocate, date, turn) { _ in false }
          breaches += check.inmateTaken(profile, date, turn) { _ in false }
          breaches += check.partnerTaken(profile, advocate.partner, date) { _ in false }
          let free = rooms.first {
            check.roomAtTime($0, advocate.partner, date, hours).isEmpty
              && check.roomTaken($0, date, turn, { _ in false }).isEmpty
          }
          let idle = free ?? rooms.first { check.roomTaken($0, date, turn, { _ in false }).isEmpty }
          let place = Placement(
            request: profile.request.id, advocate: advocate.id, room: idle?.id ?? extra, date: date, start: start)
          guard let lifted = changes(profile, advocate, place, turn, breaches) else { continue }
          let room = free == nil ? [roomChange(idle, date, turn)] : []
          let changes = lifted + room
          if changes.isEmpty { continue }
          let price = changes.reduce(0) { $0 + $1.price } + date.dayNumber - index.period.days.first.dayNumber
          if price < best?.price ?? .max {
            best = Candidate(placement: place, changes: changes.map(\.change), price: price)
          }
        }
        if let best { found.append(best) }
      }
    }
    return found
  }

  /// What it takes to lift a rule, nil for one that no change lifts. Others' meetings come first: a cap is easier
  /// raised than an advocate found; what somebody wished is asked of him last.
  private func price(of rule: HouseRule) -> Int? {
    switch rule {
    case .dailyCap, .weeklyCap: 1_000
    case .quota: 1_100
    case .escort: 1_200
    case .advocateUnavailable, .availabilityStale, .advocateAbsent: 1_300
    case .permitLead: 1_600
    case .openingHours, .houseClosed, .buffer: 1_800
    case .mandateMissing: 1_900
    case .wishOtherPartner: 2_000
    case .skill, .language, .advocateSex: 2_100
    case .classHours: 2_200
    case .permitRefused: 2_400
    default: nil
    }
  }

  private func changes(
    _ profile: RequestProfile, _ advocate: Advocate, _ place: Placement, _ turn: MinuteRange, _ breaches: [RuleBreach]
  ) -> [(change: WhatIf, price: Int)]? {
    let rules = Set(breaches.map(\.rule))
    var changes: [(change: WhatIf, price: Int)] = []
    func add(_ change: WhatIf, _ price: Int) {
      if !changes.contains(where: { $0.change == change }) { changes.append((change, price)) }
    }
    let request = profile.request.id
    for rule in HouseRule.allCases where rules.contains(rule) {
      guard let price = price(of: rule) else { return nil }
      switch rule {
      case .dailyCap, .weeklyCap:
        let isDaily = rules.contains(.dailyCap)
        let isWeekly = rules.contains(.weeklyCap)
        add(
          .cap(
            advocate.id, daily: advocate.dailyCap + (isDaily ? 1 : 0),
            weekly: advocate.weeklyCap + (isWeekly ? 1 : 0)), price)
      case .quota:
        guard let quota = index.partners[advocate.partner]?.quota else { return nil }
        add(.quota(advocate.partner, quota + 1), price)
      case .escort:
        guard let block = profile.inmate.block.flatMap({ index.blocks[$0] }) else { return nil }
        add(.escort(block.id, block.escortCapacity + 1), price)
      case .advocateUnavailable, .availabilityStale, .advocateAbsent:
        add(.come(advocate.id, place.date, turn), price)
      case .buffer:
        add(.openHouse(place.date, turn), price)
      case .openingHours, .houseClosed: add(.openHouse(place.date, turn), price)
      case .permitLead, .permitRefused: add(.permit(request, place.date), price)
      case .mandateMissing: add(.mandate(request, advocate.id), price)
      case .wishOtherPartner: add(.waive(request, .wish), price)
      case .skill: add(.waive(request, .skill), price)
      case .language: add(.waive(request, .language), price)
      case .advocateSex: add(.waive(request, .sex), price)
      case .classHours: add(.waive(request, .classHours), price)
      default: return nil
      }
    }
    return changes
  }

  /// A room that nobody has is opened; where all are taken it takes one more.
  private func roomChange(_ idle: Room?, _ date: CivilDate, _ turn: MinuteRange) -> (change: WhatIf, price: Int) {
    if let idle { return (.openRoom(idle.id, date, turn), 1_400) }
    return (.addRoom(date, turn), 1_500)
  }
}
