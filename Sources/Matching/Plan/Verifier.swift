/// Checks a plan against every hard rule and counts its score, from the problem alone.
///
/// It shares nothing with the search but `Problem`: no bit mask, no table, no order. It runs on every plan.
package struct Verifier: Sendable {
  private let problem: Problem
  private let open: [Bool]

  /// Takes a validated problem.
  package init(_ problem: Problem) {
    self.problem = problem
    var open = Array(repeating: true, count: problem.slotCount)
    for slot in problem.closed { open[slot] = false }
    self.open = open
  }

  /// Every hard rule that the assignments break; empty for a legal plan.
  ///
  /// - Parameter changeLimit: the most published sessions that may differ, or nil for any number.
  package func violations(_ assignments: [Assignment], changeLimit: Int? = nil) -> [Violation] {
    var found = ruleViolations(assignments)
    if !found.contains(where: { $0.rule == .unknown || $0.rule == .twice }) {
      let placed = Dictionary(uniqueKeysWithValues: assignments.map { ($0.request, $0) })
      for session in bindingFrozenSessions() where placed[session.request] != session {
        found.append(Violation(.frozen, [session.request]))
      }
      if let changeLimit, changes(assignments) > changeLimit { found.append(Violation(.changes, [])) }
    }
    return found
  }

  /// Whether a session breaks a rule that has nothing to do with other sessions.
  package func breaksAlone(_ session: Assignment) -> Bool {
    var found: [Violation] = []
    checkAlone(session, &found)
    return !found.isEmpty
  }

  /// Whether a legal plan stays legal with one more session, of a request that it does not place.
  ///
  /// Only sessions of its day or of its partner can stand against it: everything else that sessions share is of one of
  /// the two.
  package func allows(_ session: Assignment, beside plan: [Assignment]) -> Bool {
    if breaksAlone(session) { return false }
    let (day, partner) = (session.start / problem.slotsPerDay, problem.advocates[session.advocate].partner)
    let near = plan.filter {
      $0.start / problem.slotsPerDay == day || problem.advocates[$0.advocate].partner == partner
    }
    return ruleViolations(near + [session]).isEmpty
  }

  /// The frozen sessions that bind: those that break no rule within the set of all frozen sessions.
  package func bindingFrozenSessions() -> [Assignment] {
    let frozen = problem.published.filter(\.frozen).map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    let free = Set(ruleViolations(frozen).flatMap(\.requests))
    return frozen.filter { !free.contains($0.request) }
  }

  /// How many published sessions are not in the assignments exactly as published.
  package func changes(_ assignments: [Assignment]) -> Int {
    let kept = Set(assignments)
    return problem.published.count {
      !kept.contains(
        Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room))
    }
  }

  /// The score of assignments whose indices are known.
  package func score(_ assignments: [Assignment]) -> Score {
    var score = Score(tierOne: 0, rest: 0)
    var load = Array(repeating: 0, count: problem.partners.count)
    for session in assignments {
      let request = problem.requests[session.request]
      let advocate = problem.advocates[session.advocate]
      if request.tier == 1 { score.tierOne += request.weight } else { score.rest += request.weight }
      let day = session.start / problem.slotsPerDay
      score.rest += problem.weights.earlyPerDay * (problem.days - 1 - day)
      if request.preferredAdvocate == session.advocate { score.rest += problem.weights.continuity }
      if advocate.skills.contains(request.skill) { score.rest += problem.weights.skill }
      for cost in request.costs {
        let first = max(cost.slots.start, session.start)
        let last = min(cost.slots.end, session.start + request.duration)
        if last > first { score.rest -= cost.perSlot * (last - first) }
      }
      load[advocate.partner] += 1
    }
    for (partner, count) in zip(problem.partners, load) {
      score.rest -= problem.weights.fairPerSession * abs(count - partner.target)
    }
    let kept = Set(assignments)
    for session in problem.published
    where !kept.contains(
      Assignment(request: session.request, advocate: session.advocate, start: session.start, room: session.room))
    {
      score.rest -= session.movePrice ?? problem.weights.change
    }
    return score
  }

  private func ruleViolations(_ assignments: [Assignment]) -> [Violation] {
    var found: [Violation] = []
    var known: [Assignment] = []
    var seen: Set<Int> = []
    for session in assignments {
      guard problem.requests.indices.contains(session.request),
        problem.advocates.indices.contains(session.advocate), problem.rooms.indices.contains(session.room),
        (0..<problem.slotCount).contains(session.start)
      else {
        found.append(Violation(.unknown, [session.request]))
        continue
      }
      if !seen.insert(session.request).inserted {
        found.append(Violation(.twice, [session.request]))
        continue
      }
      known.append(session)
    }
    for session in known { checkAlone(session, &found) }
    checkTogether(known, &found)
    return found
  }

  private func checkAlone(_ session: Assignment, _ found: inout [Violation]) {
    let request = problem.requests[session.request]
    let advocate = problem.advocates[session.advocate]
    let room = problem.rooms[session.room]
    func broken(_ rule: Violation.Rule) { found.append(Violation(rule, [session.request])) }
    let end = session.start + request.duration
    let dayEnd = (session.start / problem.slotsPerDay + 1) * problem.slotsPerDay
    if end > dayEnd || (session.start..<min(end, dayEnd)).contains(where: { !open[$0] }) { broken(.closed) }
    if session.start < request.release || end > request.due { broken(.window) }
    let slots = session.start..<min(end, dayEnd)
    if slots.contains(where: { slot in request.busy.contains { $0.contains(slot) } }) { broken(.busy) }
    if slots.contains(where: { slot in !advocate.available.contains { $0.contains(slot) } }) { broken(.unavailable) }
    if slots.contains(where: { slot in room.closed.contains { $0.contains(slot) } }) { broken(.roomClosed) }
    if request.skillHard && !advocate.skills.contains(request.skill) { broken(.skill) }
    if !advocate.languages.contains(request.language) { broken(.language) }
    if request.gender != 0 && request.gender != advocate.gender { broken(.gender) }
    if request.excludedPartners.contains(advocate.partner) || request.excludedAdvocates.contains(session.advocate) {
      broken(.excluded)
    }
    if let pinned = request.pinnedAdvocate, pinned != session.advocate { broken(.pin) }
    if let pinned = request.pinnedStart, pinned != session.start { broken(.pin) }
    if let pinned = request.pinnedRoom, pinned != session.room { broken(.pin) }
    if request.accessible && !room.accessible { broken(.roomUnfit) }
    if let eligible = request.eligibleRooms, !eligible.contains(session.room) { broken(.roomUnfit) }
    if let owner = room.reservedFor, owner != advocate.partner { broken(.roomUnfit) }
  }

  /// What only shows in company. `Key` is what is shared and scarce; more users than `capacity` is a violation.
  private func checkTogether(_ sessions: [Assignment], _ found: inout [Violation]) {
    func check<Key: Hashable>(
      _ rule: Violation.Rule, _ keys: (Assignment) -> [Key], _ capacity: (Key) -> Int
    ) {
      var users: [Key: [Int]] = [:]
      for session in sessions { for key in keys(session) { users[key, default: []].append(session.request) } }
      for (key, requests) in users where requests.count > capacity(key) {
        found.append(Violation(rule, requests.sorted()))
      }
    }
    func slots(_ session: Assignment) -> Range<Int> {
      let end = session.start + problem.requests[session.request].duration
      return session.start..<min(end, problem.slotCount)
    }
    func day(_ session: Assignment) -> Int { session.start / problem.slotsPerDay }
    check(.advocateTwice, { session in slots(session).map { [session.advocate, $0] } }, { _ in 1 })
    check(.roomTwice, { session in slots(session).map { [session.room, $0] } }, { _ in 1 })
    check(.dailyCap, { [[$0.advocate, day($0)]] }, { problem.advocates[$0[0]].dailyCap })
    check(
      .weeklyCap, { [[$0.advocate, day($0) / problem.daysPerWeek]] }, { problem.advocates[$0[0]].weeklyCap })
    check(.quota, { [problem.advocates[$0.advocate].partner] }, { problem.partners[$0].quota })
    check(
      .escort, { session in slots(session).map { [problem.requests[session.request].block, $0] } },
      { problem.blocks[$0[0]].escortCapacity })
    let placed = Dictionary(uniqueKeysWithValues: sessions.map { ($0.request, $0) })
    for group in problem.adverseGroups {
      var sidesOf: [Int: [Int: [Int]]] = [:]
      for (side, members) in group.enumerated() {
        for request in members {
          guard let session = placed[request] else { continue }
          sidesOf[problem.advocates[session.advocate].partner, default: [:]][side, default: []].append(request)
        }
      }
      for (_, sides) in sidesOf where sides.count > 1 {
        found.append(Violation(.adverse, Set(sides.values.flatMap(\.self)).sorted()))
      }
    }
    for pair in problem.apartPairs {
      guard let first = placed[pair.first], let second = placed[pair.second] else { continue }
      if slots(first).overlaps(slots(second)) {
        found.append(Violation(.apart, [pair.first, pair.second].sorted()))
      }
    }
    for group in problem.inmateGroups {
      let members = group.members.compactMap { placed[$0] }
      for (position, session) in members.enumerated() {
        for other in members.dropFirst(position + 1) where slots(session).overlaps(slots(other)) {
          found.append(Violation(.inmate, [session.request, other.request].sorted()))
        }
      }
      for (_, sessions) in Dictionary(grouping: members, by: day) where sessions.count > group.perDay {
        found.append(Violation(.inmate, sessions.map(\.request).sorted()))
      }
    }
  }
}
