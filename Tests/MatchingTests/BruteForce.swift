@testable import Matching

/// Every plan of a tiny problem, one by one, with rules and score written once more.
struct BruteForce {
  /// The best score of all legal plans, tier 1 first, and the highest total of all.
  private(set) var best: Score?
  private(set) var highestTotal = Int.min
  private let problem: Problem
  private let frozen: [Int: Assignment]

  init(_ problem: Problem) {
    self.problem = problem
    frozen = Dictionary(
      uniqueKeysWithValues: Verifier(problem).bindingFrozenSessions().map { ($0.request, $0) })
    var chosen: [Assignment] = []
    descend(0, &chosen)
  }

  private mutating func descend(_ request: Int, _ chosen: inout [Assignment]) {
    if request == problem.requests.count {
      let score = BruteForce.score(problem, chosen)
      if best.map({ $0 < score }) ?? true { best = score }
      highestTotal = max(highestTotal, score.total)
      return
    }
    if let session = frozen[request] {
      if fits(session, chosen) { step(session, request, &chosen) }
      return
    }
    descend(request + 1, &chosen)
    for advocate in problem.advocates.indices {
      for start in 0..<problem.slotCount {
        for room in problem.rooms.indices {
          let session = Assignment(request: request, advocate: advocate, start: start, room: room)
          if fits(session, chosen) { step(session, request, &chosen) }
        }
      }
    }
  }

  private mutating func step(_ session: Assignment, _ request: Int, _ chosen: inout [Assignment]) {
    chosen.append(session)
    descend(request + 1, &chosen)
    chosen.removeLast()
  }

  private func end(_ session: Assignment) -> Int { session.start + problem.requests[session.request].duration }

  private func meet(_ one: Assignment, _ other: Assignment) -> Bool {
    one.start < end(other) && other.start < end(one)
  }

  private func day(_ session: Assignment) -> Int { session.start / problem.slotsPerDay }

  private func fits(_ session: Assignment, _ chosen: [Assignment]) -> Bool {
    let request = problem.requests[session.request]
    let advocate = problem.advocates[session.advocate]
    let room = problem.rooms[session.room]
    if end(session) > (day(session) + 1) * problem.slotsPerDay { return false }
    if session.start < request.release || end(session) > request.due { return false }
    for slot in session.start..<end(session) {
      if problem.closed.contains(slot) || request.busy.contains(where: { $0.contains(slot) }) { return false }
      if room.closed.contains(where: { $0.contains(slot) }) { return false }
      if !advocate.available.contains(where: { $0.contains(slot) }) { return false }
      let out = chosen.count {
        $0.start <= slot && slot < end($0) && problem.requests[$0.request].block == request.block
      }
      if out >= problem.blocks[request.block].escortCapacity { return false }
    }
    if request.skillHard && !advocate.skills.contains(request.skill) { return false }
    if !advocate.languages.contains(request.language) { return false }
    if request.gender != 0 && request.gender != advocate.gender { return false }
    if request.excludedPartners.contains(advocate.partner) { return false }
    if request.excludedAdvocates.contains(session.advocate) { return false }
    if request.accessible && !room.accessible { return false }
    if let eligible = request.eligibleRooms, !eligible.contains(session.room) { return false }
    if let owner = room.reservedFor, owner != advocate.partner { return false }
    if request.pinnedAdvocate ?? session.advocate != session.advocate { return false }
    if request.pinnedStart ?? session.start != session.start { return false }
    if request.pinnedRoom ?? session.room != session.room { return false }
    for other in chosen where meet(session, other) {
      if other.advocate == session.advocate || other.room == session.room { return false }
    }
    let same = chosen.filter { $0.advocate == session.advocate }
    if same.count(where: { day($0) == day(session) }) >= advocate.dailyCap { return false }
    let week = day(session) / problem.daysPerWeek
    if same.count(where: { day($0) / problem.daysPerWeek == week }) >= advocate.weeklyCap { return false }
    let load = chosen.count { problem.advocates[$0.advocate].partner == advocate.partner }
    if load >= problem.partners[advocate.partner].quota { return false }
    return related(session, chosen, advocate.partner)
  }

  private func related(_ session: Assignment, _ chosen: [Assignment], _ partner: Int) -> Bool {
    for group in problem.adverseGroups {
      guard let side = group.firstIndex(where: { $0.contains(session.request) }) else { continue }
      for other in chosen where problem.advocates[other.advocate].partner == partner {
        if let otherSide = group.firstIndex(where: { $0.contains(other.request) }), otherSide != side { return false }
      }
    }
    for pair in problem.apartPairs {
      for other in chosen where meet(session, other) {
        if Set([pair.first, pair.second]) == Set([session.request, other.request]) { return false }
      }
    }
    for group in problem.inmateGroups where group.members.contains(session.request) {
      let others = chosen.filter { group.members.contains($0.request) }
      if others.contains(where: { meet(session, $0) }) { return false }
      if others.count(where: { day($0) == day(session) }) >= group.perDay { return false }
    }
    return true
  }

  /// The score, counted once more.
  static func score(_ problem: Problem, _ sessions: [Assignment]) -> Score {
    var tierOne = 0
    var rest = 0
    for session in sessions {
      let request = problem.requests[session.request]
      tierOne += request.tier == 1 ? request.weight : 0
      rest += request.tier == 1 ? 0 : request.weight
      rest += problem.weights.earlyPerDay * (problem.days - 1 - session.start / problem.slotsPerDay)
      rest += request.preferredAdvocate == session.advocate ? problem.weights.continuity : 0
      rest += problem.advocates[session.advocate].skills.contains(request.skill) ? problem.weights.skill : 0
      for slot in session.start..<session.start + request.duration {
        for cost in request.costs where cost.slots.contains(slot) { rest -= cost.perSlot }
      }
    }
    for (index, partner) in problem.partners.enumerated() {
      let load = sessions.count { problem.advocates[$0.advocate].partner == index }
      rest -= problem.weights.fairPerSession * abs(load - partner.target)
    }
    for old in problem.published {
      let stays = sessions.contains {
        $0.request == old.request && $0.advocate == old.advocate && $0.start == old.start && $0.room == old.room
      }
      rest -= stays ? 0 : old.movePrice ?? problem.weights.change
    }
    return Score(tierOne: tierOne, rest: rest)
  }
}
