/// How many published sessions have to change in every legal plan, and which ones can stay together.
///
/// Sessions that break a rule alone have to change. The others may exceed what they share (an advocate's hour, a room,
/// a cap, a quota, an escort, a partner between adverse sides, people kept apart): as few of them as possible go.
/// Every rule that several sessions can break is such a limit, so what is left is legal, frozen sessions included.
struct UnavoidableChanges {
  /// No legal plan changes fewer.
  let count: Int
  /// The requests whose sessions can all stay as they are published.
  let kept: Set<Int>
  private let problem: Problem

  /// Takes a validated problem.
  init(_ problem: Problem) {
    self.problem = problem
    let verifier = Verifier(problem)
    let sessions = problem.published.map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    let legal = sessions.filter { !verifier.breaksAlone($0) }
    let frozen = Set(verifier.bindingFrozenSessions().map(\.request))
    let limits = UnavoidableChanges.limits(problem, legal).map { limit in
      // Frozen sessions stay, whatever else does.
      let loose = limit.members.filter { !frozen.contains($0) }
      return SharedLimit(members: loose, most: limit.most - (limit.members.count - loose.count))
    }
    let removals = FewestRemovals(limits)
    count = sessions.count - legal.count + removals.atLeast
    kept = Set(legal.map(\.request)).subtracting(removals.removed)
  }

  /// The most published sessions that may change with a budget. Where the fewest were found but not proved to be the
  /// fewest, a plan within the limit is known all the same.
  func limit(_ budget: Int) -> Int { max(count + budget, problem.published.count - kept.count) }

  /// What sessions that are legal alone share, by request.
  private static func limits(_ problem: Problem, _ sessions: [Assignment]) -> [SharedLimit] {
    var result: [SharedLimit] = []
    func share(_ keys: (Assignment) -> [[Int]], _ capacity: ([Int]) -> Int) {
      var users: [[Int]: [Int]] = [:]
      for session in sessions { for key in keys(session) { users[key, default: []].append(session.request) } }
      for (key, members) in users { result.append(SharedLimit(members: members.sorted(), most: capacity(key))) }
    }
    func slots(_ session: Assignment) -> Range<Int> {
      session.start..<session.start + problem.requests[session.request].duration
    }
    func partner(_ session: Assignment) -> Int { problem.advocates[session.advocate].partner }
    func day(_ session: Assignment) -> Int { session.start / problem.slotsPerDay }
    share({ session in slots(session).map { [session.advocate, $0] } }, { _ in 1 })
    share({ session in slots(session).map { [session.room, $0] } }, { _ in 1 })
    share({ [[$0.advocate, day($0)]] }, { problem.advocates[$0[0]].dailyCap })
    share({ [[$0.advocate, day($0) / problem.daysPerWeek]] }, { problem.advocates[$0[0]].weeklyCap })
    share({ [[partner($0)]] }, { problem.partners[$0[0]].quota })
    share(
      { session in slots(session).map { [problem.requests[session.request].block, $0] } },
      { problem.blocks[$0[0]].escortCapacity })
    let placed = Dictionary(uniqueKeysWithValues: sessions.map { ($0.request, $0) })
    func apart(_ first: Int, _ second: Int) {
      guard let one = placed[first], let other = placed[second], slots(one).overlaps(slots(other)) else { return }
      result.append(SharedLimit(members: [first, second].sorted(), most: 1))
    }
    for pair in problem.apartPairs { apart(pair.first, pair.second) }
    for group in problem.inmateGroups {
      let members = group.members.compactMap { placed[$0] }
      for (position, one) in group.members.enumerated() {
        for other in group.members.dropFirst(position + 1) { apart(one, other) }
      }
      for (_, same) in Dictionary(grouping: members, by: day) {
        result.append(SharedLimit(members: same.map(\.request).sorted(), most: group.perDay))
      }
    }
    for group in problem.adverseGroups {
      for index in problem.partners.indices {
        let sides = group.map { side in Set(side).filter { placed[$0].map(partner) == index }.sorted() }
        // One of each side: one of them at most can stay. Pair by pair says all, this says it better.
        result.append(SharedLimit(members: sides.compactMap(\.first).sorted(), most: 1))
        for (position, side) in sides.enumerated() {
          for other in sides.dropFirst(position + 1) {
            for (one, another) in side.flatMap({ one in other.map { (one, $0) } }) {
              result.append(SharedLimit(members: [one, another].sorted(), most: 1))
            }
          }
        }
      }
    }
    return result
  }
}
