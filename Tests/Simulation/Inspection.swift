import BankumModel
import BankumPlanning

/// Looks at the simulated house after each step, from the facts alone: what must hold, whatever the run says of itself.
enum Inspection {
  /// Every request is open or has ended with a reason; none is in both places or in none.
  static func checkLedger(_ simulation: Simulation) throws {
    let open = Set(simulation.facts.requests.map(\.id))
    guard open.count == simulation.facts.requests.count else { throw Broken("a request is there twice") }
    for (id, entry) in simulation.ledger.entries where (entry.closing == nil) != open.contains(id) {
      throw Broken("\(id) has vanished: \(String(describing: entry.closing))")
    }
    for request in simulation.facts.requests {
      guard request.state.isOpen else { throw Broken("\(request.id) is in the queue though \(request.state)") }
      let problems = request.problems
      guard problems.isEmpty else { throw Broken("\(request.id): \(problems)") }
    }
  }

  /// Everybody is placed, has a meeting that stays, or waits with reasons; tiers follow from waiting alone.
  static func checkRun(_ simulation: Simulation, _ decisions: Decisions) throws {
    let placed = Set(decisions.sessions.map(\.request))
    let waiting = Set(decisions.waiting.map(\.request))
    let all = placed.union(waiting).union(decisions.planning.served)
    guard placed.isDisjoint(with: waiting) else { throw Broken("placed and waiting at once") }
    guard all == Set(simulation.facts.requests.map(\.id)) else { throw Broken("a run has forgotten a request") }
    let promotion = try simulation.facts.rules.integer(.promotionWorkingDays, on: simulation.facts.today)
    let requests = Dictionary(uniqueKeysWithValues: simulation.facts.requests.map { ($0.id, $0) })
    for one in decisions.waiting {
      guard !one.reasons.isEmpty else { throw Broken("\(one.request) waits without a reason") }
      guard let request = requests[one.request] else { throw Broken("\(one.request) is unknown") }
      let waited = try simulation.workingDays(request.waitsSince, simulation.facts.today)
      guard one.priority.tier == max(1, one.priority.baseTier - waited / promotion) else {
        throw Broken("\(one.request) stands in tier \(one.priority.tier) after \(waited) days")
      }
    }
  }

  /// What is published breaks no rule of the rule set, nor any of these, written down here once more: nobody and
  /// nothing is in two places, no two adverse people have one partner.
  static func checkSchedule(_ simulation: Simulation, _ index: FactIndex, flagged: Set<Session.ID>) throws {
    let facts = simulation.facts
    let check = RuleCheck(index)
    let coming = facts.sessions.filter { $0.state.isPublished && $0.start >= facts.now }
    for session in coming where !flagged.contains(session.id) {
      let breaches = check.breaches(session)
      guard breaches.isEmpty else { throw Broken("\(session.date) \(session.hours): \(breaches.map(\.rule))") }
    }
    try checkBookings(coming, buffer: try facts.rules.integer(.bufferMinutes, on: facts.today))
    try checkWall(simulation)
    try checkClasses(simulation)
  }

  private static func checkBookings(_ coming: [Session], buffer: Int) throws {
    func turn(_ session: Session) -> Range<Int> {
      session.hours.start.minutes..<session.hours.end.minutes + buffer
    }
    for (_, sameDay) in Dictionary(grouping: coming, by: \.date) {
      for (place, one) in sameDay.enumerated() {
        for other in sameDay[(place + 1)...] where turn(one).overlaps(turn(other)) {
          let isShared = one.inmate == other.inmate || one.advocate == other.advocate || one.room == other.room
          if isShared { throw Broken("booked twice: \(one.id) and \(other.id) on \(one.date)") }
        }
      }
    }
  }

  /// For each meeting that was published this morning: its partner has nothing to do with anybody who is against him.
  private static func checkWall(_ simulation: Simulation) throws {
    let facts = simulation.facts
    var against: [Inmate.ID: Set<Inmate.ID>] = [:]
    // Without links and decisions: a stricter reading, of which only what the registrar has linked is taken back.
    for pair in ConflictWall(cases: facts.cases, representations: []).adversePairs {
      against[pair.one, default: []].insert(pair.other)
      against[pair.other, default: []].insert(pair.one)
    }
    var served: [Inmate.ID: Set<Partner.ID>] = [:]
    for met in facts.encounters { served[met.inmate, default: []].insert(met.partner) }
    for mandate in facts.mandates { served[mandate.inmate, default: []].insert(mandate.partner) }
    for session in facts.sessions where session.state.isPublished || session.state.isMeeting {
      served[session.inmate, default: []].insert(session.partner)
    }
    for request in facts.requests {
      // Whose request a partner had accepted, or who is its client, goes on there: flagged, not broken.
      guard let offer = request.offer, offer.offeredAt == facts.now,
        !facts.mandates.contains(where: { $0.inmate == request.inmate && $0.partner == offer.partner })
      else { continue }
      for adversary in against[request.inmate] ?? [] where served[adversary]?.contains(offer.partner) ?? false {
        throw Broken("one partner for two adverse people on \(facts.today)")
      }
    }
  }

  /// In no four weeks does a trainee miss more class than his certificate bears.
  private static func checkClasses(_ simulation: Simulation) throws {
    let limit = try simulation.facts.rules.integer(.missedClassMinutes, on: simulation.facts.today)
    for (trainee, minutes) in simulation.missedMinutes(lastDays: 28) where minutes > limit {
      throw Broken("\(trainee) has missed \(minutes) minutes of class in four weeks")
    }
  }
}

extension Simulation {
  /// The minutes of certified class that meetings took from each trainee in so many days up to yesterday.
  func missedMinutes(lastDays days: Int) -> [Inmate.ID: Int] {
    let first = facts.today.adding(days: -days)
    var minutes: [Inmate.ID: Int] = [:]
    for session in past where session.state.isMeeting && session.date >= first {
      let lost = classMinutes(session)
      if lost > 0 { minutes[session.inmate, default: 0] += lost }
    }
    return minutes
  }

  /// The minutes of certified class that a meeting takes.
  func classMinutes(_ session: Session) -> Int {
    guard let trainee = trainees[session.inmate] else { return 0 }
    let buffer = (try? facts.rules.integer(.bufferMinutes, on: facts.today)) ?? 0
    let end = session.hours.end.adding(minutes: buffer) ?? session.hours.end
    guard let turn = MinuteRange(session.hours.start, end) else { return 0 }
    return facts.training.filter { $0.kind == .certified && trainee.training.contains($0.id) }
      .reduce(0) { $0 + $1.minutesLost(on: session.date, during: turn) }
  }
}
