@testable import Matching

/// Tiny random problems that use every field of `Problem`.
enum RandomProblem {
  /// A problem whose every plan can be enumerated.
  static func make(_ seed: UInt64, requests most: Int = 4) -> Problem {
    var random = RandomNumbers(seed: seed &* 0x9e37_79b9 &+ 17)
    func chance(_ percent: Int) -> Bool { random.below(100) < percent }
    func range(_ slots: Int) -> SlotRange {
      let start = random.below(slots)
      return SlotRange(start, start + 1 + random.below(slots - start))
    }
    let days = 1 + random.below(2)
    let slotsPerDay = days == 1 ? 3 + random.below(4) : 3
    var problem = Problem(
      days: days, slotsPerDay: slotsPerDay, daysPerWeek: 1 + random.below(2),
      weights: Weights(
        earlyPerDay: random.below(4), continuity: random.below(12), skill: random.below(9),
        fairPerSession: random.below(8), change: random.below(9)))
    let slots = problem.slotCount
    problem.closed = (0..<slots).filter { _ in chance(8) }
    let partnerCount = 1 + random.below(2)
    problem.partners = (0..<partnerCount).map { _ in Partner(target: random.below(4), quota: random.below(4)) }
    problem.advocates = (0..<1 + random.below(2)).map { _ in
      Advocate(
        partner: random.below(partnerCount), gender: random.below(3), skills: chance(60) ? [1] : [],
        languages: chance(85) ? [0, 1] : [0], available: chance(70) ? [SlotRange(0, slots)] : [range(slots)],
        dailyCap: 1 + random.below(3), weeklyCap: 1 + random.below(3))
    }
    problem.rooms = (0..<1 + random.below(2)).map { _ in
      Room(
        accessible: chance(50), closed: chance(25) ? [range(slots)] : [],
        reservedFor: chance(20) ? random.below(partnerCount) : nil)
    }
    problem.blocks = (0..<1 + random.below(2)).map { _ in Block(escortCapacity: random.below(3)) }
    let advocates = problem.advocates.count
    let isLong = chance(25)
    let rooms = problem.rooms.count
    problem.requests = (0..<1 + random.below(most)).map { _ in
      let release = chance(25) ? random.below(slots) : 0
      var request = Request(
        block: random.below(problem.blocks.count), duration: isLong ? 2 + random.below(2) : chance(65) ? 1 : 2,
        tier: 1 + random.below(4),
        waitingDays: random.below(20), weight: random.below(40), release: release,
        due: chance(70) ? slots : random.below(slots + 1), skill: random.below(2), skillHard: chance(30),
        language: chance(80) ? 0 : 1, gender: chance(80) ? 0 : 1 + random.below(2), accessible: chance(25),
        excludedPartners: chance(15) ? [random.below(partnerCount)] : [],
        preferredAdvocate: chance(40) ? random.below(advocates) : nil, busy: chance(30) ? [range(slots)] : [])
      if chance(10) { request.excludedAdvocates = [random.below(advocates)] }
      if chance(20) { request.eligibleRooms = (0..<rooms).filter { _ in chance(60) } }
      if chance(30) { request.costs = [SlotCost(slots: range(slots), perSlot: random.below(15) - 4)] }
      if chance(8) { request.pinnedAdvocate = random.below(advocates) }
      if chance(8) { request.pinnedStart = random.below(slots) }
      if chance(8) { request.pinnedRoom = random.below(rooms) }
      return request
    }
    let count = problem.requests.count
    if count > 1 {
      if chance(35) { problem.adverseGroups = [[[0], [1]]] }
      if count > 2 && chance(25) { problem.adverseGroups.append([[0, 1], [2]]) }
      if count > 2 && chance(25) { problem.adverseGroups.append((0..<count).map { [$0] }) }
      if chance(30) { problem.apartPairs = [ApartPair(0, 1)] }
      if chance(30) { problem.inmateGroups = [InmateGroup(members: Array(0..<count), perDay: 1 + random.below(2))] }
    }
    if chance(40) {
      for request in 0..<count where chance(50) {
        problem.published.append(
          PublishedSession(
            request: request, advocate: random.below(advocates), start: random.below(slots),
            room: random.below(rooms), movePrice: chance(40) ? random.below(12) : nil, frozen: chance(25)))
      }
    }
    return problem
  }
}
