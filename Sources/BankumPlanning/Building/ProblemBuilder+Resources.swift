import BankumModel
import Matching

/// Partners, advocates, rooms and blocks of the problem.
extension ProblemBuilder {
  mutating func addResources(_ fixed: [Session]) {
    let partners = index.facts.partners
    let position = Dictionary(
      partners.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    problem.closed = (0..<grid.slotCount).filter { !resources.open[$0] }
    addAdvocates(fixed, position)
    problem.rooms = resources.places.indices.map { place in
      let room = resources.places[place]
      return Matching.Room(
        accessible: index.rooms[room.room]?.isAccessible ?? false,
        closed: resources.placeHours[place].complement, reservedFor: room.reservedFor.flatMap { position[$0] })
    }
    problem.blocks = index.facts.blocks.map { Matching.Block(escortCapacity: $0.escortCapacity) }
    // People without a block are fetched by nobody's escort.
    problem.blocks.append(Matching.Block(escortCapacity: problem.requests.count))
    let targets = FairShares.targets(index, meetings: min(problem.requests.count, seatsInPeriod()))
    problem.partners = partners.map { partner in
      Matching.Partner(target: targets[partner.id] ?? 0, quota: quota(partner, fixed))
    }
  }

  private mutating func addAdvocates(_ fixed: [Session], _ position: [BankumModel.Partner.ID: Int]) {
    let languages = Languages(index.profiles)
    for (seat, hours) in zip(resources.seats, resources.seatHours) {
      guard let advocate = index.advocates[seat.advocate] else { continue }
      let ranges = hours.ranges
      problem.advocates.append(
        Matching.Advocate(
          partner: position[advocate.partner] ?? 0, gender: advocate.sex == .male ? 1 : 2,
          skills: seat.isStale ? [] : [PlanningWeights.confirmedHours],
          languages: languages.spoken(by: advocate),
          available: ranges, dailyCap: advocate.dailyCap, weeklyCap: weeklyCap(advocate, seat)))
    }
  }

  /// What a seat may have in a week. Meetings that are taken out of the problem lower it; unconfirmed hours get what
  /// the confirmed ones cannot use.
  private func weeklyCap(_ advocate: BankumModel.Advocate, _ seat: PlanningProblem.Seat) -> Int {
    var byWeek: [Int: Int] = [:]
    for session in taken where session.advocate == advocate.id {
      byWeek[grid.monday.days(until: session.date) / 7, default: 0] += 1
    }
    let cap = max(0, advocate.weeklyCap - (byWeek.values.max() ?? 0))
    guard seat.isStale,
      let fresh = resources.seats.firstIndex(where: { $0.advocate == advocate.id && !$0.isStale })
    else { return cap }
    let shortest = max(1, problem.requests.map(\.duration).min() ?? 1)
    var used: [Int: Int] = [:]
    for day in 0..<grid.days {
      let free = (day * grid.slotsPerDay..<(day + 1) * grid.slotsPerDay).count { resources.seatHours[fresh][$0] }
      used[day / 7, default: 0] += min(advocate.dailyCap, free / shortest)
    }
    return max(0, cap - (used.values.max() ?? 0))
  }

  /// The quota for all of the grid: meetings of the days before the period do not count, those taken out do.
  private func quota(_ partner: BankumModel.Partner, _ fixed: [Session]) -> Int {
    guard let quota = partner.quota else { return problem.requests.count }
    let before = fixed.count { $0.partner == partner.id && !index.period.days.contains($0.date) }
    let takenOut = taken.count { $0.partner == partner.id && index.period.days.contains($0.date) }
    return max(0, quota - takenOut) + before
  }

  /// About how many meetings the advocates' hours hold.
  private func seatsInPeriod() -> Int {
    guard !problem.requests.isEmpty else { return 0 }
    let duration = max(1, problem.requests.reduce(0) { $0 + $1.duration } / problem.requests.count)
    return resources.seatHours.reduce(0) { sum, hours in
      sum + hours.ranges.reduce(0) { $0 + ($1.end - $1.start) / duration }
    }
  }
}
