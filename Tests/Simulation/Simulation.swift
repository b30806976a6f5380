import BankumModel
import BankumPlanning
import BankumTesting
import Matching

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
  /// Since when each request stands in the first tier without a place.
  private var firstTierSince: [Request.ID: CivilDate] = [:]
  let order: SimulationOrder
  var dice: SeededGenerator
  private var prices: [Int]?

  /// A simulation that begins with these facts.
  init(_ facts: HouseFacts, _ order: SimulationOrder) throws {
    self.facts = facts
    self.order = order
    dice = SeededGenerator(seed: order.seed)
    samples = facts.requests.filter { $0.service != .education }
    people = facts.inmates.filter { $0.isDetainee && $0.training.isEmpty }
    // Education is held for groups, and its requests are closed by attendance: it is no part of the queue.
    self.facts.requests = samples
    for term in facts.terms { lastDays[term.inmate] = max(lastDays[term.inmate] ?? .earliest, term.last) }
    for request in samples { ledger.file(request) }
  }

  /// Lives through all weeks. Throws what broke first.
  mutating func run() throws {
    for request in facts.requests where request.state == .offered || request.state == .incomplete {
      replies[request.id] = try reply()
    }
    for week in 1...max(1, order.weeks) {
      var hasPlanned = false
      for _ in 0..<7 {
        let today = facts.today
        let isWorking = try facts.calendar.isWorkingDay(today)
        try reportMeetings()
        try changeLetters()
        if isWorking {
          ledger.countWorkingDay()
          try changeHearings()
          try movePeople()
          try fileRequests()
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
    let planning = try ProblemBuilder.build(index)
    let plan = try Engine.solve(
      planning.problem, Limits(effort: order.effort, seed: order.seed, now: { 0 }), prices: prices)
    prices = plan.certificate.prices
    let decisions = try Decisions(planning, plan)
    try Inspection.checkRun(self, decisions)
    try noteFirstTier(decisions)
    try publish(decisions)
    try Inspection.checkSchedule(self, decisions)
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

  /// A new id.
  mutating func newID<Kind: IdentifierKind>(_ kind: Kind.Type = Kind.self) -> Identifier<Kind> {
    Identifier(using: &dice)
  }

  /// Working days from one day, not counted, to another.
  func workingDays(_ first: CivilDate, _ last: CivilDate) throws -> Int {
    first <= last ? try facts.calendar.workingDays(after: first, through: last) : 0
  }

  /// Brings an event about, or says that the table of states refuses it.
  func state(after event: RequestEvent, _ request: Request, by actor: Actor) throws -> RequestState {
    switch request.state.after(event, by: actor) {
    case .success(let next): return next
    case .failure(let refusal): throw Broken("\(request.state) refuses \(event): \(refusal)")
    }
  }
}

/// A rule that did not hold: the simulation ends.
struct Broken: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension SeededGenerator {
  /// A number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in so many of a thousand cases.
  mutating func chance(_ perMille: Int) -> Bool { number(1...1000) <= perMille }

  /// So many things a week, spread over its five working days.
  mutating func daily(ofWeek count: Int) -> Int {
    count / 5 + (number(0...4) < count % 5 ? 1 : 0)
  }
}
