@testable import Matching

/// One hard rule with the problem in which it does not hold.
struct HardRule: Sendable {
  let rule: Violation.Rule
  /// Makes a problem in which the rule can bind on its own.
  let prepare: @Sendable (inout Problem) -> Void
  /// Takes the rule out of the problem and nothing else.
  let drop: @Sendable (inout Problem) -> Void

  init(
    _ rule: Violation.Rule, prepare: @escaping @Sendable (inout Problem) -> Void = { $0.published = [] },
    drop: @escaping @Sendable (inout Problem) -> Void
  ) {
    self.rule = rule
    self.prepare = prepare
    self.drop = drop
  }

  /// Every rule that a problem can be without. `unknown` and `twice` are not rules of a problem, and the limit of
  /// changes is the engine's: they have tests of their own.
  static let all: [HardRule] = [
    HardRule(.closed) { $0.closed = [] },
    HardRule(.window) { problem in
      for index in problem.requests.indices {
        problem.requests[index].release = 0
        problem.requests[index].due = problem.slotCount
      }
    },
    HardRule(.busy) { for index in $0.requests.indices { $0.requests[index].busy = [] } },
    HardRule(.unavailable) { problem in
      for index in problem.advocates.indices {
        problem.advocates[index].available = [SlotRange(0, problem.slotCount)]
      }
    },
    HardRule(.skill) { for index in $0.requests.indices { $0.requests[index].skillHard = false } },
    HardRule(.language) { for index in $0.advocates.indices { $0.advocates[index].languages = [0, 1] } },
    HardRule(.gender) { for index in $0.requests.indices { $0.requests[index].gender = 0 } },
    HardRule(.excluded) {
      for index in $0.requests.indices {
        $0.requests[index].excludedPartners = []
        $0.requests[index].excludedAdvocates = []
      }
    },
    HardRule(.pin) {
      for index in $0.requests.indices {
        $0.requests[index].pinnedAdvocate = nil
        $0.requests[index].pinnedStart = nil
        $0.requests[index].pinnedRoom = nil
      }
    },
    HardRule(.roomClosed) { for index in $0.rooms.indices { $0.rooms[index].closed = [] } },
    HardRule(.roomUnfit) {
      for index in $0.rooms.indices { $0.rooms[index].reservedFor = nil }
      for index in $0.requests.indices {
        $0.requests[index].accessible = false
        $0.requests[index].eligibleRooms = nil
      }
    },
    HardRule(.dailyCap) { for index in $0.advocates.indices { $0.advocates[index].dailyCap = 9 } },
    HardRule(.weeklyCap) { for index in $0.advocates.indices { $0.advocates[index].weeklyCap = 9 } },
    HardRule(.quota) { for index in $0.partners.indices { $0.partners[index].quota = 9 } },
    HardRule(.escort) { for index in $0.blocks.indices { $0.blocks[index].escortCapacity = 9 } },
    HardRule(.adverse) { $0.adverseGroups = [] },
    HardRule(
      .apart,
      prepare: {
        crowd(&$0)
        $0.inmateGroups = []
        if $0.requests.count > 1 { $0.apartPairs = [ApartPair(0, 1)] }
      }, drop: { $0.apartPairs = [] }),
    HardRule(.inmate) { $0.inmateGroups = [] },
    HardRule(.advocateTwice, prepare: crowd) { problem in
      let count = problem.advocates.count
      problem.advocates += problem.advocates
      for index in problem.requests.indices {
        problem.requests[index].excludedAdvocates += problem.requests[index].excludedAdvocates.map { $0 + count }
      }
    },
    HardRule(.roomTwice, prepare: crowd) { problem in
      let count = problem.rooms.count
      problem.rooms += problem.rooms
      for index in problem.requests.indices {
        if let eligible = problem.requests[index].eligibleRooms {
          problem.requests[index].eligibleRooms = eligible + eligible.map { $0 + count }
        }
      }
    },
    HardRule(
      .frozen,
      prepare: { for index in $0.published.indices { $0.published[index].frozen = true } },
      drop: { for index in $0.published.indices { $0.published[index].frozen = false } }),
  ]

  /// Two slots for everybody, and nothing else that binds: otherwise another slot mostly does as well, and pins and
  /// caps would tell twins from those they stand for.
  private static func crowd(_ problem: inout Problem) {
    problem.published = []
    problem.closed = []
    for index in problem.advocates.indices {
      problem.advocates[index].available = [SlotRange(0, problem.slotCount)]
      problem.advocates[index].dailyCap = 9
      problem.advocates[index].weeklyCap = 9
    }
    for index in problem.partners.indices { problem.partners[index].quota = 9 }
    for index in problem.blocks.indices { problem.blocks[index].escortCapacity = 9 }
    for index in problem.rooms.indices { problem.rooms[index] = Room(accessible: true) }
    for index in problem.requests.indices {
      problem.requests[index].release = 0
      problem.requests[index].due = 2
      problem.requests[index].busy = []
      problem.requests[index].pinnedAdvocate = nil
      problem.requests[index].pinnedStart = nil
      problem.requests[index].pinnedRoom = nil
    }
  }

  /// Sessions of the problem without the rule, with twins folded back onto those they stand for.
  static func folded(_ sessions: [Assignment], _ problem: Problem) -> [Assignment] {
    sessions.map {
      var session = $0
      session.advocate %= problem.advocates.count
      session.room %= problem.rooms.count
      return session
    }
  }
}
