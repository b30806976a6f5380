import BankumModel
import BankumPlanning

/// The policies without an engine.
extension Simulation {
  /// The meetings in force that stay, and those that a fact has broken.
  private func sorted(_ index: FactIndex) -> (stay: [Session], broken: Set<Session.ID>) {
    let broken = Set(RuleCheck(index).brokenSessions().keys)
    // What took place this week counts in the weekly caps.
    return (
      facts.sessions.filter {
        ($0.state.isPublished || $0.state.isMeeting || $0.state == .unreported) && !broken.contains($0.id)
      }, broken
    )
  }

  /// Whose meeting stays, and whose offer goes back with its meeting: that one is made anew tomorrow, and asks anew for
  /// the permit.
  private func planned(_ stay: [Session], _ broken: Set<Session.ID>) -> Set<Request.ID> {
    let offered = Set(facts.requests.filter { $0.state == .offered || $0.state == .incomplete }.map(\.id))
    return Set(stay.filter(\.state.isPublished).compactMap(\.request)).union(
      facts.sessions.filter { broken.contains($0.id) }.compactMap(\.request).filter(offered.contains))
  }

  /// `deadline`: whose clock ends first takes the earliest place of the horizon, whoever has it; then who waits longest.
  func planByDeadline(_ index: FactIndex) throws -> DayPlan {
    let (stay, broken) = sorted(index)
    var plan = DayPlan()
    for id in broken { plan.calledOff[id] = true }
    // Nobody is told in the morning of a meeting on the same day.
    let dates = Array(index.period.days.days).filter { $0 > facts.today }
    var openings = try Openings(index, sessions: stay, dates: dates)
    let planned = planned(stay, broken)
    let waiting = try index.profiles.filter { !planned.contains($0.request.id) && $0.earliest != nil }
      .map { (profile: $0, end: try clockEnd($0)) }
      .sorted { left, right in
        if left.end != right.end { return left.end ?? .latest < right.end ?? .latest }
        return (left.profile.request.waitsSince, left.profile.request.id.bits)
          < (right.profile.request.waitsSince, right.profile.request.id.bits)
      }
    for (profile, _) in waiting {
      if let meeting = first(profile, dates, &openings) { add(meeting, profile, to: &plan, &openings) }
    }
    return plan
  }

  /// The earliest meeting that anybody can give; of advocates on one day the one whose partner has had least of its
  /// share.
  private func first(
    _ profile: RequestProfile, _ dates: [CivilDate], _ openings: inout Openings
  ) -> DayPlan.Meeting? {
    let order = facts.advocates.sorted { load($0.partner) < load($1.partner) }
    for date in dates {
      for advocate in order where openings.isOpen(advocate.id, on: date) {
        if let meeting = openings.meeting(profile.request.id, with: advocate.id, on: date) { return meeting }
      }
    }
    return nil
  }

  private func load(_ partner: Partner.ID) -> Int {
    let share = facts.partners.first { $0.id == partner }?.sharePerMille ?? 1
    return 1_000_000 * (outcomes.held[partner] ?? 0) / max(1, share)
  }

  /// The first clock that ends: the last lawful day (also one that is past), a hearing, an appeal.
  private func clockEnd(_ profile: RequestProfile) throws -> CivilDate? {
    let inmate = profile.inmate
    var ends = facts.hearings.filter { $0.inmate == inmate.id && $0.status != .cancelled && $0.date >= facts.today }
      .map(\.date)
    if inmate.isDetainee, let last = lastDays[inmate.id] { ends.append(last) }
    for file in facts.cases where file.role(of: inmate.id)?.isAccused == true {
      if let last = try appealEnd(file), last >= facts.today { ends.append(last) }
    }
    return ends.min()
  }

  /// `paper`: every partner fills the next visit of each of its advocates from its own list, in the order of filing.
  mutating func planOnPaper(_ index: FactIndex) throws -> DayPlan {
    let (stay, broken) = sorted(index)
    var plan = DayPlan()
    for id in broken { plan.calledOff[id] = true }
    let dates = Array(index.period.days.days).filter { $0 > facts.today }
    var openings = try Openings(index, sessions: stay, dates: dates)
    let visits = try Openings(index, sessions: [], dates: dates)
    let planned = planned(stay, broken)
    var lists: [Partner.ID: [RequestProfile]] = [:]
    for profile in index.profiles where !planned.contains(profile.request.id) && profile.earliest != nil {
      if let partner = list(of: profile) { lists[partner, default: []].append(profile) }
    }
    for partner in facts.partners {
      let own = (lists[partner.id] ?? []).sorted {
        ($0.request.waitsSince, $0.request.id.bits) < ($1.request.waitsSince, $1.request.id.bits)
      }
      var done: Set<Request.ID> = []
      for advocate in facts.advocates where advocate.partner == partner.id {
        guard let visit = dates.first(where: { visits.isOpen(advocate.id, on: $0) }) else { continue }
        for profile in own where !done.contains(profile.request.id) {
          guard openings.isOpen(advocate.id, on: visit) else { break }
          guard let meeting = openings.meeting(profile.request.id, with: advocate.id, on: visit) else { continue }
          done.insert(profile.request.id)
          add(meeting, profile, to: &plan, &openings)
        }
      }
    }
    return plan
  }

  /// On whose list a request stands: of the partner that holds it, the one he wishes, or one thrown by the agreed
  /// shares; anew for each that has refused or may not serve him.
  private mutating func list(of profile: RequestProfile) -> Partner.ID? {
    if let holder = profile.holder { return holder }
    let request = profile.request
    let ask = chronicle.asks[request.id]
    let open = facts.partners.filter { partner in
      !request.excludedPartners.contains(partner.id) && profile.conflicts[partner.id] == nil
        && facts.advocates.contains { $0.partner == partner.id && ask?.advocates.contains($0.id) ?? true }
    }
    if let wish = profile.wish, open.contains(where: { $0.id == wish }) { return wish }
    let sum = open.reduce(0) { $0 + $1.sharePerMille }
    guard sum > 0 else { return nil }
    var throwing = dice.generator(.list, request.id.bits, UInt64(request.exclusions.count))
    var place = throwing.number(0...sum - 1)
    for partner in open {
      place -= partner.sharePerMille
      if place < 0 { return partner.id }
    }
    return nil
  }

  private func add(
    _ meeting: DayPlan.Meeting, _ profile: RequestProfile, to plan: inout DayPlan, _ openings: inout Openings
  ) {
    plan.meetings.append(meeting)
    guard let partner = facts.advocates.first(where: { $0.id == meeting.advocate })?.partner else { return }
    openings.take(
      Session(
        id: Session.ID(bits: profile.request.id.bits), request: meeting.request, service: profile.request.service,
        inmate: profile.inmate.id, partner: partner, advocate: meeting.advocate, room: meeting.room,
        date: meeting.date, hours: meeting.hours, callAt: meeting.callAt, state: .offered))
  }

  /// How many more meetings of people who wait the day could hold, under all rules but the notice of a new meeting:
  /// one after the other, by the queue.
  func unusedPlaces(_ index: FactIndex, on date: CivilDate) throws -> Int {
    var openings = try Openings(index, sessions: sorted(index).stay, dates: [date])
    let planned = Set(facts.sessions.filter(\.state.isPublished).compactMap(\.request))
    var plan = DayPlan()
    let waiting = index.profiles.filter { !planned.contains($0.request.id) && $0.earliest != nil }
      .sorted { ($0.priority.rank, $0.request.id.bits) < ($1.priority.rank, $1.request.id.bits) }
    for profile in waiting {
      if let meeting = first(profile, [date], &openings) { add(meeting, profile, to: &plan, &openings) }
    }
    return plan.meetings.count
  }
}
