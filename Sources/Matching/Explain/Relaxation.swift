/// One rule relaxed for one request: the question "what would it take?".
package enum Relaxation: Sendable, Equatable {
  /// The skill becomes a wish.
  case skill
  /// Any language.
  case language
  /// Any gender.
  case gender
  /// Any room.
  case room
  /// The due slot moves to the end of the horizon.
  case due
  /// The inmate is fetched from what keeps them busy.
  case busy
  /// One more session for an advocate in a day and week.
  case caps(advocate: Int)
  /// One more session for a partner.
  case quota(partner: Int)
  /// One more inmate of the request's block out at once.
  case escort
  /// One more room, open all the time.
  case oneMoreRoom

  /// What a relaxed rule would open.
  package struct Outcome: Sendable, Equatable {
    /// The rule.
    package var relaxation: Relaxation
    /// The place that opens.
    package var place: Assignment
    /// What the plan gains in score, the request's own weight included; displaced sessions are counted.
    package var gain: Int
    /// How many other sessions move or wait.
    package var moved: Int
  }

  /// The problem with this one rule relaxed.
  package func applied(to problem: Problem, for request: Int) -> Problem {
    var result = problem
    switch self {
    case .skill: result.requests[request].skillHard = false
    case .language:
      // A language that everybody has, added for this question only.
      let common = 63
      for index in result.advocates.indices where !result.advocates[index].languages.contains(common) {
        result.advocates[index].languages.append(common)
      }
      result.requests[request].language = common
    case .gender: result.requests[request].gender = 0
    case .room:
      result.requests[request].accessible = false
      result.requests[request].eligibleRooms = nil
      result.requests[request].pinnedRoom = nil
    case .due: result.requests[request].due = problem.slotCount
    case .busy: result.requests[request].busy = []
    case .caps(let advocate):
      result.advocates[advocate].dailyCap += 1
      result.advocates[advocate].weeklyCap += 1
    case .quota(let partner): result.partners[partner].quota += 1
    case .escort: result.blocks[problem.requests[request].block].escortCapacity += 1
    case .oneMoreRoom: result.rooms.append(Room(accessible: true))
    }
    return result
  }

  /// The relaxations that can matter for a request. Conflicts of interest are never relaxed.
  static func all(_ problem: Problem, _ request: Int) -> [Relaxation] {
    let wishes = problem.requests[request]
    var result: [Relaxation] = []
    if wishes.skillHard { result.append(.skill) }
    if wishes.gender != 0 { result.append(.gender) }
    result.append(.language)
    if wishes.accessible || wishes.eligibleRooms != nil || wishes.pinnedRoom != nil { result.append(.room) }
    if wishes.due < problem.slotCount { result.append(.due) }
    if !wishes.busy.isEmpty { result.append(.busy) }
    result.append(.escort)
    result += problem.advocates.indices.map(Relaxation.caps)
    result += problem.partners.indices.map(Relaxation.quota)
    if problem.rooms.count < 64 { result.append(.oneMoreRoom) }
    return result
  }
}
