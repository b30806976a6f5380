import Instances
import Matching
import Testing

@Suite struct InstanceWriterTests {
  /// A problem in which every field says something.
  private static var full: Problem {
    var problem = Problem(
      days: 5, slotsPerDay: 4, daysPerWeek: 5,
      weights: Weights(earlyPerDay: 1, continuity: 2, skill: 3, fairPerSession: 4, change: 5))
    problem.closed = [3, 7]
    problem.partners = [Partner(target: 2, quota: 3), Partner(target: 0, quota: 9)]
    problem.advocates = [
      Advocate(
        partner: 1, gender: 2, skills: [0, 5], languages: [1], available: [SlotRange(0, 3), SlotRange(4, 8)],
        dailyCap: 2, weeklyCap: 4)
    ]
    problem.rooms = [Room(accessible: true, closed: [SlotRange(1, 2)], reservedFor: 1), Room()]
    problem.blocks = [Block(escortCapacity: 6)]
    var first = Request(
      block: 0, duration: 2, tier: 1, waitingDays: 30, weight: 50, release: 1, due: 9, skill: 5, skillHard: true,
      language: 1, gender: 2, accessible: true, excludedPartners: [0], preferredAdvocate: 0, busy: [SlotRange(2, 3)])
    first.excludedAdvocates = [0]
    first.eligibleRooms = [1]
    first.costs = [SlotCost(slots: SlotRange(0, 2), perSlot: -7)]
    first.pinnedAdvocate = 0
    first.pinnedStart = 4
    first.pinnedRoom = 1
    problem.requests = [first, Request(block: 0, duration: 1, tier: 4, weight: 1, due: 20)]
    problem.adverseGroups = [[[0], [1]]]
    problem.apartPairs = [ApartPair(0, 1)]
    problem.inmateGroups = [InmateGroup(members: [0, 1], perDay: 1)]
    problem.published = [
      PublishedSession(request: 0, advocate: 0, start: 4, room: 1, movePrice: 9, frozen: true),
      PublishedSession(request: 1, advocate: 0, start: 0, room: 0),
    ]
    problem.changeBudget = 10
    return problem
  }

  @Test func `What was written is read again as it was, every field`() throws {
    let bytes = InstanceWriter.bytes(Self.full, name: "x", dayStartMinute: 480, slotMinutes: 15)
    let read = try InstanceReader.read(bytes)
    #expect(read.name == "x")
    #expect(read.problem == Self.full)
  }

  @Test func `A plain problem is a plain file`() throws {
    var plain = Problem(days: 1, slotsPerDay: 4, daysPerWeek: 5, weights: Weights())
    plain.rooms = [Room()]
    plain.requests = [Request(block: 0, duration: 1, tier: 4, weight: 1, due: 4)]
    plain.published = [PublishedSession(request: 0, advocate: 0, start: 0, room: 0)]
    let text = String(decoding: InstanceWriter.bytes(plain, name: "x"), as: UTF8.self)
    for key in [
      "reserved_for", "excluded_advocates", "eligible_rooms", "costs", "pinned", "move_price", "frozen",
      "inmate_groups", "change_budget",
    ] {
      #expect(!text.contains(key), "\(key)")
    }
    #expect(try InstanceReader.read(Array(text.utf8)).problem == plain)
  }
}
