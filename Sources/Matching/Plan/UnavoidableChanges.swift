/// How many published sessions have to change in every legal plan, at least.
///
/// Sessions that break a rule alone have to. Of those that are legal alone, every shared limit that they exceed
/// together costs at least the excess; limits of one kind concern different sessions, so their excesses add up,
/// and the worst kind counts.
enum UnavoidableChanges {
  static func count(_ problem: Problem) -> Int {
    let verifier = Verifier(problem)
    let sessions = problem.published.map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    let legal = sessions.filter { !verifier.breaksAlone($0) }
    func slots(_ session: Assignment) -> Range<Int> {
      session.start..<session.start + problem.requests[session.request].duration
    }
    func excess(_ key: (Assignment) -> [Int], _ capacity: ([Int]) -> Int) -> Int {
      Dictionary(grouping: legal, by: key).reduce(0) { $0 + max(0, $1.value.count - capacity($1.key)) }
    }
    /// The fewest sessions to remove so that the rest do not overlap: the earliest end first is best.
    func overlaps(_ key: (Assignment) -> [Int]) -> Int {
      Dictionary(grouping: legal, by: key).values.reduce(0) { sum, group in
        var end = 0
        var kept = 0
        for session in group.sorted(by: { slots($0).upperBound < slots($1).upperBound })
        where session.start >= end {
          end = slots(session).upperBound
          kept += 1
        }
        return sum + group.count - kept
      }
    }
    func day(_ session: Assignment) -> Int { session.start / problem.slotsPerDay }
    func escort() -> Int {
      Dictionary(grouping: legal) { [problem.requests[$0.request].block, day($0)] }.reduce(0) { sum, group in
        var users: [Int: Int] = [:]
        for session in group.value { for slot in slots(session) { users[slot, default: 0] += 1 } }
        return sum + max(0, (users.values.max() ?? 0) - problem.blocks[group.key[0]].escortCapacity)
      }
    }
    let together = [
      excess({ [$0.advocate, day($0)] }, { problem.advocates[$0[0]].dailyCap }),
      excess({ [$0.advocate, day($0) / problem.daysPerWeek] }, { problem.advocates[$0[0]].weeklyCap }),
      excess({ [problem.advocates[$0.advocate].partner] }, { problem.partners[$0[0]].quota }),
      overlaps { [$0.advocate, day($0)] }, overlaps { [$0.room, day($0)] }, escort(),
    ]
    return sessions.count - legal.count + (together.max() ?? 0)
  }
}
