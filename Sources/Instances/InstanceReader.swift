import JSON
package import Matching

/// Reads an instance file into a problem, strictly: every key has its type, and what is wrong has a place.
package enum InstanceReader {
  /// The problem with the name that the answer repeats.
  package struct Instance: Sendable {
    /// The name.
    package var name: String
    /// The problem; not validated yet.
    package var problem: Problem
  }

  /// Reads the bytes of a file.
  /// - Throws: the first thing that is wrong, with its place.
  package static func read(_ bytes: [UInt8]) throws(ProblemError) -> Instance {
    let value: JSONValue
    do throws(JSONParseError) {
      value = try JSONParser.parse(bytes, limits: JSONLimits(bytes: 1 << 28))
    } catch {
      throw ProblemError(place: "line \(error.line), column \(error.column)", expected: "JSON (\(error.code))")
    }
    let file = try Field(value, "").object()
    var problem = Problem(
      days: try file["days"].integer(), slotsPerDay: try file["slots_per_day"].integer(),
      daysPerWeek: try file["days_per_week"].integer(), weights: try weights(file["weights"].object()))
    _ = try file["day_start_minute"].integer()
    _ = try file["slot_minutes"].integer()
    problem.closed = try integers(file["closed"])
    problem.partners = try list(file["lbhs"]) { (item) throws(ProblemError) in
      Partner(target: try item["target"].integer(), quota: try item["quota"].integer())
    }
    problem.advocates = try list(file["advocates"], advocate)
    problem.rooms = try list(file["rooms"]) { (item) throws(ProblemError) in
      Room(
        accessible: try item["accessible"].flag(), closed: try ranges(item["closed"]),
        reservedFor: try item["reserved_for"].optional(integer))
    }
    problem.blocks = try list(file["blocks"]) { (item) throws(ProblemError) in
      Block(escortCapacity: try item["escort_capacity"].integer())
    }
    problem.requests = try list(file["requests"], request)
    for group in try file["adverse_groups"].array() {
      var sides: [[Int]] = []
      for side in try group.object()["sides"].array() { sides.append(try integers(side)) }
      problem.adverseGroups.append(sides)
    }
    for pair in try file["apart_pairs"].array() {
      let both = try integers(pair)
      if both.count != 2 { throw pair.error("two requests") }
      problem.apartPairs.append(ApartPair(both[0], both[1]))
    }
    for session in try file["published"].array() {
      let item = try session.object()
      problem.published.append(
        PublishedSession(
          request: try item["request"].integer(), advocate: try item["advocate"].integer(),
          start: try item["start"].integer(), room: try item["room"].integer(),
          movePrice: try item["move_price"].optional(integer),
          frozen: try item["frozen"].optional(flag) ?? false))
    }
    let groups = try file["inmate_groups"].optional(array)
    for group in groups ?? [] {
      let item = try group.object()
      problem.inmateGroups.append(
        InmateGroup(members: try integers(item["members"]), perDay: try item["per_day"].integer()))
    }
    problem.changeBudget = try file["change_budget"].optional(integer)
    return Instance(name: try file["name"].string(), problem: problem)
  }

  private static func weights(_ item: Field.Object) throws(ProblemError) -> Weights {
    Weights(
      earlyPerDay: try item["early_per_day"].integer(), continuity: try item["continuity"].integer(),
      skill: try item["skill"].integer(), fairPerSession: try item["fair_per_session"].integer(),
      change: try item["change"].integer())
  }

  private static func advocate(_ item: Field.Object) throws(ProblemError) -> Advocate {
    Advocate(
      partner: try item["lbh"].integer(), gender: try item["gender"].integer(), skills: try integers(item["skills"]),
      languages: try integers(item["languages"]), available: try ranges(item["available"]),
      dailyCap: try item["daily_cap"].integer(), weeklyCap: try item["weekly_cap"].integer())
  }

  private static func request(_ item: Field.Object) throws(ProblemError) -> Request {
    let preferred = try item["preferred_advocate"].integer()
    var request = Request(
      block: try item["block"].integer(), duration: try item["duration"].integer(), tier: try item["tier"].integer(),
      waitingDays: try item["waiting_days"].integer(), weight: try item["weight"].integer(),
      release: try item["release"].integer(), due: try item["due"].integer(), skill: try item["skill"].integer(),
      skillHard: try item["skill_hard"].flag(), language: try item["language"].integer(),
      gender: try item["gender"].integer(), accessible: try item["accessible"].flag(),
      excludedPartners: try integers(item["excluded_lbhs"]), preferredAdvocate: preferred == -1 ? nil : preferred,
      busy: try ranges(item["busy"]))
    request.excludedAdvocates = try item["excluded_advocates"].optional(integers) ?? []
    request.eligibleRooms = try item["eligible_rooms"].optional(integers)
    request.costs = try item["costs"].optional(costs) ?? []
    request.pinnedAdvocate = try item["pinned_advocate"].optional(integer)
    request.pinnedStart = try item["pinned_start"].optional(integer)
    request.pinnedRoom = try item["pinned_room"].optional(integer)
    return request
  }

  private static func costs(_ field: Field) throws(ProblemError) -> [SlotCost] {
    var result: [SlotCost] = []
    for element in try field.array() {
      let numbers = try integers(element)
      if numbers.count != 3 { throw element.error("[start, end, price of a slot]") }
      result.append(SlotCost(slots: SlotRange(numbers[0], numbers[1]), perSlot: numbers[2]))
    }
    return result
  }

  /// A list of objects whose `id` is their position.
  private static func list<Item>(
    _ field: Field, _ read: (Field.Object) throws(ProblemError) -> Item
  ) throws(ProblemError) -> [Item] {
    var result: [Item] = []
    for (index, element) in try field.array().enumerated() {
      let item = try element.object()
      let id = try item["id"].integer()
      if id != index { throw item["id"].error("\(index), the position in the list, not \(id)") }
      result.append(try read(item))
    }
    return result
  }

  private static func integer(_ field: Field) throws(ProblemError) -> Int { try field.integer() }

  private static func flag(_ field: Field) throws(ProblemError) -> Bool { try field.flag() }

  private static func array(_ field: Field) throws(ProblemError) -> [Field] { try field.array() }

  private static func integers(_ field: Field) throws(ProblemError) -> [Int] {
    var result: [Int] = []
    for element in try field.array() { result.append(try element.integer()) }
    return result
  }

  private static func ranges(_ field: Field) throws(ProblemError) -> [SlotRange] {
    var result: [SlotRange] = []
    for element in try field.array() {
      let both = try integers(element)
      if both.count != 2 { throw element.error("[start, end)") }
      result.append(SlotRange(both[0], both[1]))
    }
    return result
  }
}
