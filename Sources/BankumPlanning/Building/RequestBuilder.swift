import BankumModel
import Matching

/// The engine's requests, one by one.
struct RequestBuilder {
  let index: FactIndex
  let grid: TimeGrid
  let published: PublishedSessions
  let taken: [Session]
  let resources: Resources
  /// Slots in which a block's escort is bound by events and meetings taken out, so that none is left for sure.
  private let blockBusy: [BankumModel.Block.ID: SlotSet]
  private let blockPosition: [BankumModel.Block.ID: Int]
  private let partnerPosition: [BankumModel.Partner.ID: Int]
  private let languages: Languages
  /// Minutes of certified class that each inmate's meetings that stay will take.
  private let plannedClass: [Inmate.ID: Int]
  private let openCount: [Inmate.ID: Int]
  private let stay: [Inmate.ID: [Session]]

  init(
    _ index: FactIndex, grid: TimeGrid, published: PublishedSessions, taken: [Session], resources: Resources
  ) {
    self.index = index
    self.grid = grid
    self.published = published
    self.taken = taken
    self.resources = resources
    func positions<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
      Dictionary(ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
    blockPosition = positions(index.facts.blocks.map(\.id))
    partnerPosition = positions(index.facts.partners.map(\.id))
    languages = Languages(index.profiles)
    blockBusy = Self.blockBusy(index, grid, taken, places: resources.places.count)
    let lasting = index.facts.sessions.filter { session in
      session.takesPlace && !(published.movable[session.request ?? BankumModel.Request.ID(bits: 0)]?.id == session.id)
        && published.broken[session.id] == nil
    }
    stay = Dictionary(grouping: lasting, by: \.inmate)
    plannedClass = Self.plannedClass(index, lasting)
    openCount = index.profiles.filter { !published.served.contains($0.request.id) }
      .reduce(into: [:]) { $0[$1.inmate.id, default: 0] += 1 }
  }

  /// The request of somebody who looks for a place.
  func request(_ profile: RequestProfile, minutes: Int) -> Matching.Request {
    let rank = profile.priority.rank
    let from = CivilTime(max(profile.earliest ?? .latest, index.period.days.first), .startOfDay)
    let isRepair = published.movable[profile.request.id].map { published.broken[$0.id] != nil } ?? false
    let notice = index.noticeEnds[isRepair ? .repair : .new] ?? index.facts.now
    let release = grid.firstSlot(from: max(from, max(index.facts.now, notice)))
    let due = profile.due.map { grid.slots(of: $0).end } ?? grid.slotCount
    var request = Matching.Request(
      block: profile.inmate.block.flatMap { blockPosition[$0] } ?? index.facts.blocks.count,
      duration: max(1, grid.slots(minutes: minutes + index.numbers.bufferMinutes)), tier: rank.tier,
      waitingDays: profile.priority.factors.first { $0.kind == .waiting }?.count ?? 0,
      weight: PlanningWeights.weight(rank), release: release, due: due, skill: PlanningWeights.confirmedHours,
      language: 0,
      gender: profile.request.advocateSex.map { $0 == .male ? 1 : 2 } ?? 0, accessible: profile.wantsAccessibleRoom)
    let wanted = languages.number(profile.languages)
    request.language = wanted ?? 0
    request.excludedPartners = excludedPartners(profile)
    request.excludedAdvocates = resources.seats.indices.filter {
      isExcluded(profile, resources.seats[$0], hasLanguage: wanted != nil)
    }
    request.preferredAdvocate = profile.knownAdvocate.flatMap { known in
      resources.seats.firstIndex { $0.advocate == known && !$0.isStale }
    }
    var busy = busySlots(profile)
    request.costs =
      classes(profile, duration: request.duration, &busy)
      + DayPrices(profile, duration: request.duration, period: index.period, rules: index.numbers.value).costs(grid)
    request.busy = busy.ranges
    if let place = index.facts.reserved[profile.request.id], let start = grid.slot(place.date, place.start) {
      // Nothing outweighs it, so that it is served wherever the rules allow.
      request.tier = 1
      request.weight = PlanningWeights.reserved
      request.pinnedStart = start
      request.excludedAdvocates = resources.seats.indices.filter {
        resources.seats[$0].advocate != place.advocate || request.excludedAdvocates.contains($0)
      }
    }
    return request
  }

  /// A meeting that stays: it takes its time, place and escort, and nothing about it is asked again.
  func request(fixed session: Session, slots: SlotRange) -> Matching.Request {
    let profile = session.request.flatMap { index.profileOf[$0] }
    let rank = profile?.priority.rank ?? Rank(tier: 4, points: 0)
    let isOpen = session.state.isPublished && profile != nil
    return Matching.Request(
      block: index.inmates[session.inmate]?.block.flatMap { blockPosition[$0] } ?? index.facts.blocks.count,
      duration: slots.end - slots.start, tier: isOpen ? rank.tier : 4,
      weight: isOpen ? PlanningWeights.weight(rank) : 0, due: grid.slotCount)
  }

  /// The partners that must not serve: their own or the inmate's refusal, the wall, another that holds the request.
  private func excludedPartners(_ profile: RequestProfile) -> [Int] {
    var excluded = profile.request.excludedPartners.union(profile.conflicts.keys)
    for partner in index.facts.partners.map(\.id) {
      if profile.holder ?? partner != partner || profile.wish ?? partner != partner { excluded.insert(partner) }
    }
    for adversary in index.wall.adversaries(of: profile.inmate.id) {
      for session in stay[adversary] ?? [] where session.partner != profile.flagged {
        let isLifted = index.facts.conflictOverrides.contains {
          $0.isValid && $0.inmate == profile.inmate.id && $0.partner == session.partner
        }
        if !isLifted { excluded.insert(session.partner) }
      }
    }
    // Credentials that hold on no day of the period: only their own clients go on.
    for partner in index.facts.partners {
      let isLapsed = index.period.days.days.allSatisfy { !partner.credentialStatus(on: $0, warningDays: 0).isGood }
      if isLapsed && !isMandated(profile, by: partner.id) { excluded.insert(partner.id) }
    }
    return excluded.compactMap { partnerPosition[$0] }.sorted()
  }

  private func isMandated(_ profile: RequestProfile, by partner: BankumModel.Partner.ID) -> Bool {
    let mandates = (index.mandates[profile.inmate.id] ?? []).filter { $0.partner == partner }
    return index.period.days.days.allSatisfy { date in mandates.contains { $0.isInForce(on: date) } }
  }

  /// Whether the person on the seat must not serve, on some day of the period or at all.
  private func isExcluded(_ profile: RequestProfile, _ seat: PlanningProblem.Seat, hasLanguage: Bool) -> Bool {
    guard let advocate = index.advocates[seat.advocate] else { return true }
    if let skill = profile.request.skill, !advocate.skills.contains(skill) { return true }
    if profile.request.service == .assistance {
      if advocate.kind == .paralegal { return true }
      let mandates = index.mandates[profile.inmate.id] ?? []
      for date in [index.period.days.first, index.period.days.last] {
        let inForce = mandates.filter { $0.isInForce(on: date) }.map(\.partner)
        if inForce.isEmpty ? !profile.isFirstMeeting : !inForce.contains(advocate.partner) { return true }
      }
    }
    // More sets of languages than the engine has numbers for.
    guard let languages = profile.languages, !hasLanguage else { return false }
    return languages.isDisjoint(with: advocate.languages)
  }

  /// When the inmate is elsewhere, or somebody from whom he is kept apart is in the area.
  private func busySlots(_ profile: RequestProfile) -> SlotSet {
    let inmate = profile.inmate
    var busy = inmate.block.flatMap { blockBusy[$0] } ?? SlotSet(count: grid.slotCount)
    for absence in index.absences[inmate.id] ?? [] {
      for date in index.period.days.days where absence.days.contains(date) { busy.insert(grid.slots(of: date)) }
    }
    for hearing in index.hearings[inmate.id] ?? [] { busy.insert(grid.slots(of: hearing.date)) }
    func take(_ person: Inmate.ID, on days: OpenDateRange?) {
      for event in index.facts.education where event.state.isPlanned && event.participants.contains(person) {
        if days?.contains(event.date) ?? true { busy.insert(turn(event.date, event.hours)) }
      }
      for session in taken where session.inmate == person && days?.contains(session.date) ?? true {
        busy.insert(turn(session.date, session.hours))
      }
    }
    take(inmate.id, on: nil)
    let own = taken.filter { $0.inmate == inmate.id }
    for session in own { busy.insert(grid.slots(of: session.date)) }
    for order in index.keptApart[inmate.id] ?? [] {
      if let other = order.pair.partner(of: inmate.id) { take(other, on: order.days) }
    }
    return busy
  }

  private func turn(_ date: CivilDate, _ hours: MinuteRange) -> SlotRange? {
    grid.touching(date, Booking.turn(hours, buffer: index.numbers.bufferMinutes))
  }

  /// Class hours: a price while the certificate can bear the loss, closed when it cannot.
  private func classes(_ profile: RequestProfile, duration: Int, _ busy: inout SlotSet) -> [SlotCost] {
    let inmate = profile.inmate
    guard !inmate.training.isEmpty else { return [] }
    let left = max(0, profile.classAllowance - (plannedClass[inmate.id] ?? 0))
    let allowance = left / max(1, openCount[inmate.id] ?? 1)
    var costs: [SlotCost] = []
    for date in index.period.days.days {
      for programme in inmate.training.compactMap({ index.programmes[$0] }) {
        for hours in programme.classHours(on: date) {
          guard let slots = grid.touching(date, hours) else { continue }
          let whole = index.classMinutes(inmate, .certified, on: date, during: .wholeDay)
          let most = min(whole, duration * grid.slotMinutes)
          if programme.kind == .certified && most > allowance {
            busy.insert(slots)
          } else {
            let missed = index.facts.missedClassMinutes[inmate.id] ?? 0
            let price = PlanningWeights.classMinute(programme.kind, missed: missed, turn: duration * grid.slotMinutes)
            costs.append(SlotCost(slots: slots, perSlot: price * grid.slotMinutes))
          }
        }
      }
    }
    return costs
  }

  /// The minutes of certified class that meetings and events which stay will take from today on.
  private static func plannedClass(_ index: FactIndex, _ meetings: [Session]) -> [Inmate.ID: Int] {
    var minutes: [Inmate.ID: Int] = [:]
    func count(_ inmate: Inmate.ID, _ date: CivilDate, _ hours: MinuteRange) {
      guard date >= index.facts.today, let person = index.inmates[inmate], !person.training.isEmpty else { return }
      let turn = Booking.turn(hours, buffer: index.numbers.bufferMinutes)
      minutes[inmate, default: 0] += index.classMinutes(person, .certified, on: date, during: turn)
    }
    for meeting in meetings { count(meeting.inmate, meeting.date, meeting.hours) }
    for event in index.facts.education where event.state.isPlanned {
      for inmate in event.participants { count(inmate, event.date, event.hours) }
    }
    return minutes
  }

  /// Where events and meetings outside the problem bind so many of a block's escort that rooms could ask for more.
  private static func blockBusy(
    _ index: FactIndex, _ grid: TimeGrid, _ taken: [Session], places: Int
  ) -> [BankumModel.Block.ID: SlotSet] {
    let buffer = index.numbers.bufferMinutes
    var out: [BankumModel.Block.ID: [Int: Int]] = [:]
    func count(_ block: BankumModel.Block.ID?, _ escorts: Int, _ date: CivilDate, _ hours: MinuteRange) {
      guard let block, let slots = grid.touching(date, Booking.turn(hours, buffer: buffer)) else { return }
      for slot in slots.start..<slots.end { out[block, default: [:]][slot, default: 0] += escorts }
    }
    for event in index.facts.education where event.state.isPlanned {
      let people = Dictionary(grouping: event.participants, by: { index.inmates[$0]?.block })
      for (block, group) in people { count(block, index.escorts(leading: group.count), event.date, event.hours) }
    }
    for session in taken { count(index.inmates[session.inmate]?.block, 1, session.date, session.hours) }
    var busy: [BankumModel.Block.ID: SlotSet] = [:]
    for (block, counts) in out {
      var slots = SlotSet(count: grid.slotCount)
      let capacity = index.blocks[block]?.escortCapacity ?? 0
      for (slot, number) in counts where capacity - number < places { slots.insert(SlotRange(slot, slot + 1)) }
      busy[block] = slots
    }
    return busy
  }
}
