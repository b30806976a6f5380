import Testing

@testable import Matching

@Suite struct ProblemValidationTests {
  private static func sample() -> Problem {
    var problem = RandomProblem.make(1)
    problem = Problem(days: 2, slotsPerDay: 6, daysPerWeek: 5, weights: Weights(earlyPerDay: 1))
    problem.partners = [Partner(target: 1, quota: 2)]
    problem.advocates = [
      Advocate(partner: 0, skills: [1], languages: [0], available: [SlotRange(0, 12)], dailyCap: 2, weeklyCap: 4)
    ]
    problem.rooms = [Room()]
    problem.blocks = [Block(escortCapacity: 1)]
    problem.requests = [
      Request(block: 0, duration: 1, tier: 1, weight: 5, due: 12),
      Request(block: 0, duration: 1, tier: 2, weight: 5, due: 12),
    ]
    return problem
  }

  private static let faults: [(String, @Sendable (inout Problem) -> Void)] = [
    ("days", { $0.days = 0 }),
    ("days_per_week", { $0.daysPerWeek = 0 }),
    ("closed[0]", { $0.closed = [12] }),
    ("weights.skill", { $0.weights.skill = -1 }),
    ("lbhs[0].quota", { $0.partners[0].quota = -1 }),
    ("advocates[0].lbh", { $0.advocates[0].partner = 1 }),
    ("advocates[0].skills[0]", { $0.advocates[0].skills = [64] }),
    ("advocates[0].available[0]", { $0.advocates[0].available = [SlotRange(3, 2)] }),
    ("rooms[0].closed[0]", { $0.rooms[0].closed = [SlotRange(0, 13)] }),
    ("rooms[0].reservedFor", { $0.rooms[0].reservedFor = 7 }),
    ("blocks[0].escort_capacity", { $0.blocks[0].escortCapacity = -1 }),
    ("requests[1].block", { $0.requests[1].block = 1 }),
    ("requests[1].duration", { $0.requests[1].duration = 0 }),
    ("requests[1].tier", { $0.requests[1].tier = 5 }),
    ("requests[1].weight", { $0.requests[1].weight = -2 }),
    ("requests[0].due", { $0.requests[0].due = 13 }),
    ("requests[0].busy[1]", { $0.requests[0].busy = [SlotRange(0, 1), SlotRange(5, 4)] }),
    ("requests[0].preferred_advocate", { $0.requests[0].preferredAdvocate = 1 }),
    ("requests[0].pinnedRoom", { $0.requests[0].pinnedRoom = 1 }),
    ("adverse_groups[0].sides[1][0]", { $0.adverseGroups = [[[0], [0]]] }),
    ("apart_pairs[0]", { $0.apartPairs = [ApartPair(1, 1)] }),
    ("apart_pairs[0][1]", { $0.apartPairs = [ApartPair(1, 2)] }),
    ("inmateGroups[0].members[1]", { $0.inmateGroups = [InmateGroup(members: [0, 0], perDay: 1)] }),
    (
      "published[1].request",
      {
        $0.published = Array(
          repeating: PublishedSession(request: 0, advocate: 0, start: 0, room: 0), count: 2)
      }
    ),
    ("changeBudget", { $0.changeBudget = -1 }),
    ("slots_per_day", { $0.slotsPerDay = 0 }),
    ("days", { $0.days = 1 << 20 }),
    ("closed[0]", { $0.closed = [-1] }),
    ("weights.early_per_day", { $0.weights.earlyPerDay = -1 }),
    ("weights.continuity", { $0.weights.continuity = -1 }),
    ("weights.fair_per_session", { $0.weights.fairPerSession = -1 }),
    ("weights.change", { $0.weights.change = Problem.largestWeight + 1 }),
    ("lbhs[0].target", { $0.partners[0].target = -1 }),
    ("advocates[0].gender", { $0.advocates[0].gender = -1 }),
    ("advocates[0].languages[1]", { $0.advocates[0].languages = [0, -1] }),
    ("advocates[0].daily_cap", { $0.advocates[0].dailyCap = -1 }),
    ("advocates[0].weekly_cap", { $0.advocates[0].weeklyCap = -1 }),
    ("rooms", { $0.rooms = Array(repeating: Room(), count: 65) }),
    ("requests[1].waiting_days", { $0.requests[1].waitingDays = -1 }),
    ("requests[1].release", { $0.requests[1].release = 13 }),
    ("requests[1].skill", { $0.requests[1].skill = 64 }),
    ("requests[1].language", { $0.requests[1].language = -1 }),
    ("requests[1].gender", { $0.requests[1].gender = -1 }),
    ("requests[1].excluded_lbhs[0]", { $0.requests[1].excludedPartners = [1] }),
    ("requests[1].excludedAdvocates[0]", { $0.requests[1].excludedAdvocates = [1] }),
    ("requests[1].eligibleRooms[1]", { $0.requests[1].eligibleRooms = [0, 1] }),
    ("requests[1].costs[0].slots[0]", { $0.requests[1].costs = [SlotCost(slots: SlotRange(5, 4), perSlot: 1)] }),
    (
      "requests[1].costs[0].perSlot",
      { $0.requests[1].costs = [SlotCost(slots: SlotRange(0, 1), perSlot: .min)] }
    ),
    (
      "requests[1].costs[2].perSlot",
      {
        $0.requests[1].duration = 1
        $0.requests[1].costs = Array(repeating: SlotCost(slots: SlotRange(0, 1), perSlot: 900_000_000), count: 3)
      }
    ),
    ("requests[1].pinnedAdvocate", { $0.requests[1].pinnedAdvocate = -1 }),
    ("requests[1].pinnedStart", { $0.requests[1].pinnedStart = 12 }),
    ("inmateGroups[0].members[0]", { $0.inmateGroups = [InmateGroup(members: [2], perDay: 1)] }),
    ("inmateGroups[0].perDay", { $0.inmateGroups = [InmateGroup(members: [0], perDay: -1)] }),
    ("published[0].request", { $0.published = [PublishedSession(request: 2, advocate: 0, start: 0, room: 0)] }),
    ("published[0].advocate", { $0.published = [PublishedSession(request: 0, advocate: 1, start: 0, room: 0)] }),
    ("published[0].start", { $0.published = [PublishedSession(request: 0, advocate: 0, start: 12, room: 0)] }),
    ("published[0].room", { $0.published = [PublishedSession(request: 0, advocate: 0, start: 0, room: 1)] }),
    (
      "published[0].movePrice",
      { $0.published = [PublishedSession(request: 0, advocate: 0, start: 0, room: 0, movePrice: -1)] }
    ),
    (
      "weights",
      { problem in
        problem.weights.fairPerSession = 1 << 40
        problem.partners[0].target = 1_000_000
      }
    ),
  ]

  @Test(arguments: faults.indices)
  func `Each fault is refused with its place`(index: Int) throws {
    var problem = ProblemValidationTests.sample()
    try problem.validate()
    ProblemValidationTests.faults[index].1(&problem)
    let error = #expect(throws: ProblemError.self) { try problem.validate() }
    #expect(error?.place == ProblemValidationTests.faults[index].0)
  }

  @Test func `A half-day of more than 64 slots is refused`() {
    var problem = ProblemValidationTests.sample()
    problem.slotsPerDay = 65
    let error = #expect(throws: ProblemError.self) { try problem.validate() }
    #expect(error?.place == "closed")
  }
}
