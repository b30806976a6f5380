import BankumModel
import BankumPlanning
import BankumTesting
import Matching
import SeededNumbers

/// A facility that lives week by week: people come and go, letters and hearings change, requests are filed, runs plan,
/// plans are published, partners answer or keep silent, meetings take place or are lost.
///
/// Everything that the rules decide is asked of the rules: states by their tables, outcomes by `OutcomeReport`, places
/// by `BankumPlanning` and `Matching`. What people do is thrown with dice that follow from the seed. After each step
/// `Inspection` looks at the whole with eyes of its own.
struct Simulation {
  /// The facts of the house now.
  var facts: HouseFacts
  /// Meetings that are over, of the last hundred days.
  var past: [Session] = []
  /// What happened to every request.
  var ledger = Ledger()
  /// What the partners will do with what they were offered.
  var replies: [Request.ID: Reply] = [:]
  /// The last lawful day of each detainee, as the letters say.
  var lastDays: [Inmate.ID: CivilDate] = [:]
  /// The requests from which new ones take after.
  let samples: [Request]
  /// The people from whom new ones take after.
  let people: [Inmate]
  /// Those in training; nobody joins them.
  let trainees: [Inmate.ID: Inmate]
  /// Since when each request stands in the first tier without a place.
  private var firstTierSince: [Request.ID: CivilDate] = [:]
  let order: SimulationOrder
  /// What is thrown for somebody and a day.
  let dice: Dice
  /// What is thrown for the house on this day: letters, hearings, people, requests.
  var world: SeededGenerator
  /// What happens whatever is planned.
  var chronicle = Chronicle()
  /// What came of the plans.
  var outcomes = Outcomes()
  /// Requests that this week still owes to its number.
  var owedRequests = 0
  /// Meetings made for each request, for their ids.
  private var meetingsMade: [Request.ID: UInt64] = [:]
  private var prices: [Int]?

  /// A simulation that begins with these facts.
  init(_ facts: HouseFacts, _ order: SimulationOrder) throws {
    var order = order
    order.firstDay = facts.today
    self.facts = facts
    self.order = order
    dice = Dice(order.seed)
    world = dice.generator(.world)
    samples = facts.requests.filter { $0.service != .education }
    people = facts.inmates.filter { $0.isDetainee && $0.training.isEmpty }
    trainees = Dictionary(
      facts.inmates.filter { !$0.training.isEmpty }.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    // Education is held for groups, and its requests are closed by attendance: it is no part of the queue.
    self.facts.requests = samples
    self.facts.rules = try order.policy.rules(facts.rules)
    for (key, value) in order.rules.sorted(by: { $0.key < $1.key }) {
      self.facts.rules = try self.facts.rules.adding(
        Rule(key: RuleKey(key), value: .integer(value), validFrom: order.firstDay, source: "simulation"))
    }
    for term in facts.terms { lastDays[term.inmate] = max(lastDays[term.inmate] ?? .earliest, term.last) }
    for request in samples {
      ledger.file(request)
      chronicle.ask(request, facts, dice)
    }
  }

  /// Lives through all weeks. Throws what broke first.
  mutating func run() throws {
    for request in facts.requests where request.state == .offered || request.state == .incomplete {
      guard let partner = request.offer?.partner else { throw Broken("an offer without a partner") }
      replies[request.id] = try reply(to: request.id, partner)
    }
    for week in 1...max(1, order.weeks) {
      var hasPlanned = false
      for _ in 0..<7 {
        let today = facts.today
        let isWorking = try facts.calendar.isWorkingDay(today)
        world = dice.generator(.world, UInt64(bitPattern: Int64(today.dayNumber)))
        chronicle.writeMorning(facts, lastDays: lastDays)
        try reportMeetings()
        try changeLetters()
        if isWorking {
          ledger.countWorkingDay()
          try changeHearings()
          try movePeople()
          try fileRequests()
        }
        try chronicle.writeDay(self)
        if isWorking {
          try answerOffers()
          if order.runsDaily || !hasPlanned {
            try plan()
            hasPlanned = true
          }
        }
        try Inspection.checkLedger(self)
        facts.now = CivilTime(today.adding(days: 1), facts.now.minute)
      }
      ledger.closeWeek(week, open: facts.requests)
      if order.printsWeeks, let line = ledger.weeks.last { print(line.text) }
    }
    try ledger.finish(facts)
  }

  /// The bound on waiting, by what was seen.
  var bound: WaitBound {
    get throws {
      WaitBound(
        ledger.weeks, try PriorityRules(rules: facts.rules, on: facts.today),
        horizon: try order.days ?? facts.rules.integer(.horizonWorkingDays, on: facts.today))
    }
  }

  /// Throws if somebody has waited longer than the bound allows.
  func checkBound() throws {
    guard let most = try bound.total, let first = try bound.inFirstTier else {
      throw Broken("for eight weeks no run placed anybody: nobody can promise anything")
    }
    let longest = max(ledger.longestPlaceWait, ledger.waiting.values.joined().max() ?? 0)
    guard longest <= most else { throw Broken("somebody waited \(longest) working days, the bound is \(most)") }
    guard ledger.longestInFirstTier <= first else {
      throw Broken("somebody stood \(ledger.longestInFirstTier) working days in the first tier, the bound is \(first)")
    }
  }

  private mutating func plan() throws {
    facts.missedClassMinutes = [:]
    facts.advocateNoShows = [:]
    facts.meetingsInWindow = [:]
    let today = facts.today
    let window = try facts.rules.integer(.fairnessWindowDays, on: today)
    let fourWeeks = past.filter { $0.date >= today.adding(days: -28) && $0.date < today }
    try facts.countMissedClass(fourWeeks, [])
    facts.countFairness(past.filter { $0.date >= today.adding(days: -window) })
    let index = try FactIndex(facts, period: try PlanningPeriod(facts, workingDays: order.days))
    var flagged: Set<Session.ID> = []
    switch order.policy {
    case .paper: try publish(try planOnPaper(index), index)
    case .deadline: try publish(try planByDeadline(index), index)
    case .bankum, .yesterday:
      let decisions = try decide(index)
      flagged = Set(decisions.flagged.keys)
      try Inspection.checkRun(self, decisions)
      try noteFirstTier(decisions)
      var plan = DayPlan(decisions)
      if let firm = order.firmDays {
        let last = try facts.calendar.addingWorkingDays(firm, to: today)
        plan.meetings.removeAll { $0.instead == nil && $0.date > last }
      }
      try publish(plan, index)
      try noteWaiting(decisions)
    }
    let published = try FactIndex(facts, period: try PlanningPeriod(facts, workingDays: order.days))
    try Inspection.checkSchedule(self, published, flagged: flagged)
    // The meetings of today, and what else the day could have held.
    outcomes.note(
      used: facts.sessions.count { $0.date == today && $0.state.isPublished },
      unused: try unusedPlaces(published, on: today))
  }

  private mutating func decide(_ index: FactIndex) throws -> Decisions {
    let planning = try ProblemBuilder.build(index)
    let plan = try Engine.solve(
      planning.problem, Limits(effort: order.effort, seed: order.seed, now: { 0 }), prices: prices)
    prices = plan.certificate.prices
    return try Decisions(planning, plan)
  }

  /// Remembers who of the first tier waits although somebody might serve him, and since when he stands there.
  private mutating func noteFirstTier(_ decisions: Decisions) throws {
    let urgent = decisions.waiting.filter { $0.priority.tier == 1 && $0.isEligible }
    let standing = Set(urgent.map(\.request))
    firstTierSince = firstTierSince.filter { standing.contains($0.key) }
    var longest = 0
    var reasons: [HouseRule] = []
    for one in urgent {
      let since = firstTierSince[one.request] ?? facts.today
      firstTierSince[one.request] = since
      let days = try workingDays(since, facts.today)
      guard days > longest else { continue }
      longest = days
      reasons = one.reasons.map(\.breach.rule)
    }
    ledger.note(firstTierWaiting: standing.count, longest: longest, reasons: reasons)
  }

  /// A request of the facts.
  func position(of id: Request.ID) -> Int? { facts.requests.firstIndex { $0.id == id } }

  /// A new id of something that happens on this day whatever is planned.
  mutating func newWorldID<Kind: IdentifierKind>(_ kind: Kind.Type = Kind.self) -> Identifier<Kind> {
    Identifier(using: &world)
  }

  /// The id of a request's next meeting.
  mutating func newSessionID(_ request: Request.ID) -> Session.ID {
    meetingsMade[request, default: 0] += 1
    var dice = dice.generator(.id, request.bits, meetingsMade[request] ?? 0)
    return Session.ID(using: &dice)
  }

  /// Working days from one day, not counted, to another.
  func workingDays(_ first: CivilDate, _ last: CivilDate) throws -> Int {
    first <= last ? try facts.calendar.workingDays(after: first, through: last) : 0
  }

  /// Brings an event about, or says that the table of states refuses it.
  static func happen(
    _ event: RequestEvent, to request: inout Request, by actor: Actor, on today: CivilDate
  ) throws {
    do throws(TransitionRefusal<RequestRefusal>) { try request.apply(event, by: actor, on: today) } catch {
      throw Broken("\(request.state) refuses \(event): \(error)")
    }
  }
}

/// A rule that did not hold: the simulation ends.
struct Broken: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
