import BankumModel
import BankumPlanning
import JSON

/// What came of one policy in one life of the house, in numbers: a line of JSON.
struct Life: Equatable {
  /// Of the people whose clock ended and who had asked in time: how many met counsel before it did, and how many could.
  struct Clock: Equatable {
    var asked = 0
    var met = 0
    /// The upper bound.
    var most = 0
  }

  /// Working days of waiting.
  struct Waits: Equatable {
    var count = 0
    var median = 0
    var ninety = 0
    var ninetyNine = 0
    var longest = 0

    init() {}

    init(_ days: [Int]) {
      let sorted = days.sorted()
      count = sorted.count
      median = Report.quantile(sorted, 50)
      ninety = Report.quantile(sorted, 90)
      ninetyNine = Report.quantile(sorted, 99)
      longest = sorted.last ?? 0
    }
  }

  var policy = ""
  var seed = 0
  var load = 0
  var weeks = 0
  var effort = 0
  /// What was thrown: equal for all policies of one seed and load.
  var world = ""
  var filed = 0
  var held = 0
  /// Requests still open at the end.
  var open = 0
  /// People who left without having met counsel.
  var leftUnmet = 0
  var clocks: [Chronicle.ClockKind: Clock] = [:]
  /// Days held without a letter before counsel came, of people who had asked, and the least there could have been.
  var overstayDays = 0
  var overstayLeast = 0
  var overstayPeople = 0
  /// From filing to the first meeting; who still waits counts with the days so far.
  var fromFiling = Waits()
  /// From the day on which a clock made it urgent.
  var fromUrgent = Waits()
  /// Accepted meetings that runs moved or called off although nothing had broken them.
  var acceptedChanged = 0
  var acceptedCalledOff = 0
  /// Of these inside three working days.
  var acceptedChangedSoon = 0
  /// People who lost more than one accepted meeting by runs.
  var lostRepeatedly = 0
  /// All meetings that runs moved or called off although nothing had broken them, accepted or not.
  var changed = 0
  /// Meetings that a fact had broken.
  var broken = 0
  var placesUsed = 0
  var placesUnused = 0
  var classMinutes = 0
  /// Agreed thousandths and meetings held, by partner.
  var partners: [[Int]] = []
  var seconds = 0.0
}

extension Life {
  /// What came of a simulation that has been lived through.
  init(_ simulation: Simulation) throws {
    let (order, facts, chronicle, outcomes) =
      (simulation.order, simulation.facts, simulation.chronicle, simulation.outcomes)
    policy = order.policy.rawValue
    seed = Int(order.seed)
    load = order.arrivals
    weeks = order.weeks
    effort = order.effort
    world = String(chronicle.digest, radix: 16)
    filed = chronicle.order.count
    held = outcomes.held.values.reduce(0, +)
    open = facts.requests.count
    let last = facts.today.adding(days: -1)
    let bound = ClockBound(
      chronicle: chronicle, calendar: facts.calendar, dice: simulation.dice, first: order.firstDay, last: last)
    for kind in Chronicle.ClockKind.allCases {
      let cases = try bound.cases(kind)
      clocks[kind] = Clock(
        asked: cases.count,
        met: cases.count { one in outcomes.firstMeeting(one.ask.request).map { $0 <= one.lastDay } ?? false },
        most: bound.most(cases))
    }
    countOverstays(bound, outcomes)
    try countWaits(simulation, through: last)
    for change in outcomes.changes {
      guard !change.isForced else {
        broken += 1
        continue
      }
      changed += 1
      guard change.wasAccepted else { continue }
      acceptedChanged += 1
      if change.isCalledOff { acceptedCalledOff += 1 }
      if change.daysAhead <= 3 { acceptedChangedSoon += 1 }
    }
    let lost = outcomes.changes.filter { !$0.isForced && $0.wasAccepted }
    lostRepeatedly = Dictionary(grouping: lost, by: \.request).count { $0.value.count > 1 }
    placesUsed = outcomes.placesUsed
    placesUnused = outcomes.placesUnused
    classMinutes = outcomes.classMinutes
    partners = facts.partners.map { [$0.sharePerMille, outcomes.held[$0.id] ?? 0] }
  }

  /// Days without a letter, until the first meeting after asking; at least those before the first day on which one was
  /// possible for him alone.
  private mutating func countOverstays(_ bound: ClockBound, _ outcomes: Outcomes) {
    let chronicle = bound.chronicle
    for id in chronicle.order {
      guard let ask = chronicle.asks[id], let days = chronicle.overstays[ask.inmate] else { continue }
      let counted = days.filter { $0 >= ask.filedOn && $0 <= bound.last && $0 < ask.withdrawsOn }
      guard let last = counted.last else { continue }
      let possible = (bound.first...last).first { bound.isPossible(ask, on: $0) }
      let met = outcomes.firstMeeting(id)
      overstayPeople += 1
      overstayDays += counted.count { day in met.map { day < $0 } ?? true }
      overstayLeast += counted.count { day in possible.map { day < $0 } ?? true }
    }
  }

  private mutating func countWaits(_ simulation: Simulation, through last: CivilDate) throws {
    let (chronicle, outcomes) = (simulation.chronicle, simulation.outcomes)
    let open = Set(simulation.facts.requests.map(\.id))
    var (filing, urgent): ([Int], [Int]) = ([], [])
    for id in chronicle.order {
      guard let ask = chronicle.asks[id] else { continue }
      let met = outcomes.firstMeeting(id)
      if met == nil, chronicle.leftOn[ask.inmate] != nil { leftUnmet += 1 }
      // Who left, took it back or refused counsel waits no more, and was not served.
      guard let end = met ?? (open.contains(id) ? last : nil) else { continue }
      // Whoever nobody may serve waits for something else.
      if met == nil, ask.advocates.isEmpty { continue }
      filing.append(try simulation.workingDays(ask.filedOn, end))
      if let since = ask.urgentSince, since <= end { urgent.append(try simulation.workingDays(since, end)) }
    }
    fromFiling = Waits(filing)
    fromUrgent = Waits(urgent)
  }
}

extension Life {
  private static func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }

  /// The numbers as one object.
  var json: JSONValue {
    func waits(_ waits: Waits) -> JSONValue {
      .object([
        "count": Self.integer(waits.count), "median": Self.integer(waits.median), "p90": Self.integer(waits.ninety),
        "p99": Self.integer(waits.ninetyNine), "longest": Self.integer(waits.longest),
      ])
    }
    func clock(_ kind: Chronicle.ClockKind) -> JSONValue {
      let clock = clocks[kind] ?? Clock()
      return .object([
        "asked": Self.integer(clock.asked), "met": Self.integer(clock.met), "most": Self.integer(clock.most),
      ])
    }
    return .object([
      "policy": .string(policy), "seed": Self.integer(seed), "load": Self.integer(load), "weeks": Self.integer(weeks),
      "effort": Self.integer(effort), "world": .string(world), "filed": Self.integer(filed),
      "held": Self.integer(held), "open": Self.integer(open), "leftUnmet": Self.integer(leftUnmet),
      "hearing": clock(.hearing), "term": clock(.term), "appeal": clock(.appeal),
      "overstayDays": Self.integer(overstayDays), "overstayLeast": Self.integer(overstayLeast),
      "overstayPeople": Self.integer(overstayPeople), "fromFiling": waits(fromFiling),
      "fromUrgent": waits(fromUrgent), "acceptedChanged": Self.integer(acceptedChanged),
      "acceptedCalledOff": Self.integer(acceptedCalledOff),
      "acceptedChangedSoon": Self.integer(acceptedChangedSoon), "lostRepeatedly": Self.integer(lostRepeatedly),
      "changed": Self.integer(changed), "broken": Self.integer(broken), "placesUsed": Self.integer(placesUsed),
      "placesUnused": Self.integer(placesUnused), "classMinutes": Self.integer(classMinutes),
      "partners": .array(partners.map { .array($0.map(Self.integer)) }), "seconds": .float(seconds),
    ])
  }

  /// Reads what `json` wrote. Throws for a line that it did not write.
  init(_ json: JSONValue) throws {
    guard case .object(let object) = json else { throw Broken("not a life: \(json.text())") }
    func number(_ key: String, of object: JSONObject) throws -> Int {
      guard case .integer(let value)? = object[key] else { throw Broken("a life without \(key)") }
      return Int(value)
    }
    func number(_ key: String) throws -> Int { try number(key, of: object) }
    func inner(_ key: String) throws -> JSONObject {
      guard case .object(let value)? = object[key] else { throw Broken("a life without \(key)") }
      return value
    }
    func waits(_ key: String) throws -> Waits {
      let object = try inner(key)
      var waits = Waits()
      waits.count = try number("count", of: object)
      waits.median = try number("median", of: object)
      waits.ninety = try number("p90", of: object)
      waits.ninetyNine = try number("p99", of: object)
      waits.longest = try number("longest", of: object)
      return waits
    }
    guard case .string(let policy)? = object["policy"], case .string(let world)? = object["world"] else {
      throw Broken("a life without a policy")
    }
    self.policy = policy
    self.world = world
    seed = try number("seed")
    load = try number("load")
    weeks = try number("weeks")
    effort = try number("effort")
    filed = try number("filed")
    held = try number("held")
    open = try number("open")
    leftUnmet = try number("leftUnmet")
    for kind in Chronicle.ClockKind.allCases {
      let object = try inner(kind.rawValue)
      clocks[kind] = Clock(
        asked: try number("asked", of: object), met: try number("met", of: object),
        most: try number("most", of: object))
    }
    overstayDays = try number("overstayDays")
    overstayLeast = try number("overstayLeast")
    overstayPeople = try number("overstayPeople")
    fromFiling = try waits("fromFiling")
    fromUrgent = try waits("fromUrgent")
    acceptedChanged = try number("acceptedChanged")
    acceptedCalledOff = try number("acceptedCalledOff")
    acceptedChangedSoon = try number("acceptedChangedSoon")
    lostRepeatedly = try number("lostRepeatedly")
    changed = try number("changed")
    broken = try number("broken")
    placesUsed = try number("placesUsed")
    placesUnused = try number("placesUnused")
    classMinutes = try number("classMinutes")
    if case .array(let list)? = object["partners"] {
      partners = list.compactMap { entry in
        guard case .array(let pair) = entry else { return nil }
        return pair.compactMap { if case .integer(let value) = $0 { Int(value) } else { nil } }
      }
    }
    if case .float(let value)? = object["seconds"] { seconds = value }
  }
}
