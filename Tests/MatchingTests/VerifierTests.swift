import Testing

@testable import Matching

/// For every hard rule a schedule that breaks it and nothing else; and one that is legal.
@Suite struct VerifierTests {
  private static func sample() -> Problem {
    var problem = Problem(days: 2, slotsPerDay: 8, daysPerWeek: 1, weights: Weights())
    problem.closed = [4]
    problem.partners = [Partner(target: 1, quota: 3), Partner(target: 1, quota: 3)]
    problem.advocates = (0..<2).map {
      Advocate(
        partner: $0, gender: 1, skills: [1], languages: [0], available: [SlotRange(0, 16)], dailyCap: 3, weeklyCap: 3)
    }
    problem.rooms = [Room(accessible: true), Room(accessible: true)]
    problem.blocks = [Block(escortCapacity: 2), Block(escortCapacity: 2)]
    problem.requests = (0..<4).map {
      Request(block: $0 % 2, duration: 1, tier: 2, weight: 5, due: 16, skill: 1)
    }
    return problem
  }

  private static func session(_ request: Int, _ advocate: Int, _ start: Int, _ room: Int) -> Assignment {
    Assignment(request: request, advocate: advocate, start: start, room: room)
  }

  private typealias Case = (
    rule: Violation.Rule, change: @Sendable (inout Problem) -> Void, sessions: [Assignment]
  )

  private static let cases: [Case] = [
    (.unknown, { _ in }, [session(0, 5, 0, 0)]),
    (.twice, { _ in }, [session(0, 0, 0, 0), session(0, 1, 1, 1)]),
    (.closed, { _ in }, [session(0, 0, 4, 0)]),
    (.closed, { $0.requests[0].duration = 2 }, [session(0, 0, 7, 0)]),
    (.window, { $0.requests[0].release = 1 }, [session(0, 0, 0, 0)]),
    (.window, { $0.requests[0].due = 0 }, [session(0, 0, 0, 0)]),
    (.busy, { $0.requests[0].busy = [SlotRange(0, 1)] }, [session(0, 0, 0, 0)]),
    (.unavailable, { $0.advocates[0].available = [SlotRange(1, 16)] }, [session(0, 0, 0, 0)]),
    (.advocateTwice, { _ in }, [session(0, 0, 0, 0), session(1, 0, 0, 1)]),
    (
      .skill,
      {
        $0.advocates[0].skills = []
        $0.requests[0].skillHard = true
      }, [session(0, 0, 0, 0)]
    ),
    (.language, { $0.requests[0].language = 1 }, [session(0, 0, 0, 0)]),
    (.gender, { $0.requests[0].gender = 2 }, [session(0, 0, 0, 0)]),
    (.excluded, { $0.requests[0].excludedPartners = [0] }, [session(0, 0, 0, 0)]),
    (.excluded, { $0.requests[0].excludedAdvocates = [0] }, [session(0, 0, 0, 0)]),
    (.pin, { $0.requests[0].pinnedAdvocate = 1 }, [session(0, 0, 0, 0)]),
    (.pin, { $0.requests[0].pinnedStart = 1 }, [session(0, 0, 0, 0)]),
    (.pin, { $0.requests[0].pinnedRoom = 1 }, [session(0, 0, 0, 0)]),
    (.roomClosed, { $0.rooms[0].closed = [SlotRange(0, 1)] }, [session(0, 0, 0, 0)]),
    (.roomTwice, { _ in }, [session(0, 0, 0, 0), session(1, 1, 0, 0)]),
    (
      .roomUnfit,
      {
        $0.rooms[0].accessible = false
        $0.requests[0].accessible = true
      }, [session(0, 0, 0, 0)]
    ),
    (.roomUnfit, { $0.requests[0].eligibleRooms = [1] }, [session(0, 0, 0, 0)]),
    (.roomUnfit, { $0.rooms[0].reservedFor = 1 }, [session(0, 0, 0, 0)]),
    (
      .dailyCap,
      {
        $0.advocates[0].dailyCap = 1
        $0.advocates[0].weeklyCap = 9
      }, [session(0, 0, 0, 0), session(1, 0, 1, 0)]
    ),
    (
      .weeklyCap,
      {
        $0.advocates[0].weeklyCap = 1
        $0.daysPerWeek = 2
      }, [session(0, 0, 0, 0), session(1, 0, 8, 0)]
    ),
    (.quota, { $0.partners[0].quota = 1 }, [session(0, 0, 0, 0), session(1, 0, 8, 0)]),
    (.escort, { $0.blocks[0].escortCapacity = 1 }, [session(0, 0, 0, 0), session(2, 1, 0, 1)]),
    (.adverse, { $0.adverseGroups = [[[0], [1]]] }, [session(0, 0, 0, 0), session(1, 0, 8, 0)]),
    (.apart, { $0.apartPairs = [ApartPair(0, 1)] }, [session(0, 0, 0, 0), session(1, 1, 0, 1)]),
    (
      .inmate, { $0.inmateGroups = [InmateGroup(members: [0, 1], perDay: 2)] },
      [
        session(0, 0, 0, 0), session(1, 1, 0, 1),
      ]
    ),
    (
      .inmate, { $0.inmateGroups = [InmateGroup(members: [0, 1], perDay: 1)] },
      [
        session(0, 0, 0, 0), session(1, 1, 3, 1),
      ]
    ),
    (
      .frozen,
      {
        $0.published = [PublishedSession(request: 0, advocate: 0, start: 0, room: 0, frozen: true)]
      }, [session(0, 0, 1, 0)]
    ),
  ]

  @Test(arguments: cases.indices)
  func `A planted violation is the only one found`(index: Int) throws {
    let planted = VerifierTests.cases[index]
    var problem = VerifierTests.sample()
    planted.change(&problem)
    try problem.validate()
    #expect(Verifier(problem).violations(planted.sessions).map(\.rule) == [planted.rule])
  }

  @Test func `A legal schedule has no violation`() {
    let sessions = [(0, 0, 0, 0), (1, 1, 0, 1), (2, 0, 1, 0), (3, 1, 9, 0)].map(VerifierTests.session)
    #expect(Verifier(VerifierTests.sample()).violations(sessions) == [])
  }

  @Test func `More changes than the limit are a violation`() {
    var problem = VerifierTests.sample()
    problem.published = [PublishedSession(request: 0, advocate: 0, start: 0, room: 0)]
    let moved = [VerifierTests.session(0, 0, 1, 0)]
    #expect(Verifier(problem).violations(moved, changeLimit: 0).map(\.rule) == [.changes])
    #expect(Verifier(problem).violations(moved, changeLimit: 1) == [])
  }

  @Test func `A frozen session that is illegal now binds nobody`() {
    var problem = VerifierTests.sample()
    problem.published = [PublishedSession(request: 0, advocate: 0, start: 4, room: 0, frozen: true)]
    #expect(Verifier(problem).violations([]) == [])
  }
}
