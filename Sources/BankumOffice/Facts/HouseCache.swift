import BankumModel
import BankumPlanning
import BankumStore
import Synchronization

/// The house as it stands, kept for all who ask: facts, rule set and schedule as of one write of the register.
///
/// What a write changed is read again, the rest is kept; facts, rule set and schedules are built at most once for each
/// state, however many ask: the others wait. When nobody has asked for a while it is given back.
final class HouseCache: Sendable {
  /// What is kept of one state.
  private struct Kept {
    let facts: KeptFacts
    let index: Result<FactIndex, PlanningError>
    var check: RuleCheck?
    /// Without the draft, and as if it were published.
    var schedules: [Bool: Result<PublishedSchedule, PlanningError>] = [:]
    /// The last minute of which it is all true: until then no meeting begins and no slot of the grid goes by.
    let lastMinute: CivilTime

    func isTrue(of sequence: Int64, at now: CivilTime) -> Bool {
      facts.sequence == sequence && facts.facts.now <= now && now <= lastMinute
    }
  }

  private let kept = Mutex<Kept?>(nil)
  private let count = Mutex(0)
  private let lastAsked = Mutex<ContinuousClock.Instant?>(nil)

  /// How often it was made, for those who watch.
  var made: Int { count.withLock { $0 } }

  /// For how long it is kept for the next who asks.
  static let patience = Duration.seconds(10)

  /// The rule set over the facts of now.
  /// - Throws: `OfficeError`, `StoreError`, `ModelError`.
  func check(_ reading: Reading, _ register: Register, at now: CivilTime) throws -> RuleCheck {
    try withKept(reading, register, now) { kept in
      if let check = kept.check { return check }
      let index: FactIndex
      do throws(PlanningError) { index = try kept.index.get() } catch { throw OfficeError(error) }
      let check = RuleCheck(index)
      kept.check = check
      return check
    }
  }

  /// The schedule in force, with the draft as if it were published or without it, over the days of the last run.
  /// - Throws: `OfficeError`, `StoreError`, `ModelError`.
  func schedule(
    _ reading: Reading, _ register: Register, at now: CivilTime, withDraft: Bool
  ) throws -> PublishedSchedule {
    try withKept(reading, register, now) { kept in
      let found: Result<PublishedSchedule, PlanningError>
      if let known = kept.schedules[withDraft] {
        found = known
      } else {
        var facts = kept.facts.facts
        // Without a draft both are the same.
        let draft = withDraft ? try reading.list(Filter<BankumModel.Plan>.draft).first : nil
        if withDraft, draft == nil, let known = kept.schedules[false] {
          found = known
        } else {
          if let draft { try reading.add(draft, to: &facts) }
          found = try reading.schedule(of: facts)
        }
        kept.schedules[withDraft] = found
      }
      do throws(PlanningError) { return try found.get() } catch { throw OfficeError(error) }
    }
  }

  /// Gives it back when nobody has asked for a while; whether there was something to give.
  func release(unusedFor patience: Duration = patience) -> Bool {
    guard let asked = lastAsked.withLock({ $0 }), ContinuousClock.now - asked >= patience else { return false }
    lastAsked.withLock { $0 = nil }
    return kept.withLock { kept in
      defer { kept = nil }
      return kept != nil
    }
  }

  /// Does something with what is kept of the reading's state. Whoever comes while it is built waits: building it twice
  /// would take both longer.
  private func withKept<Value>(
    _ reading: Reading, _ register: Register, _ now: CivilTime, _ body: (inout Kept) throws -> Value
  ) throws -> Value {
    lastAsked.withLock { $0 = .now }
    let sequence = try reading.sequence()
    return try kept.withLock { shared in
      // A look that began before the latest write is rare: it gets a house of its own.
      if let known = shared, known.facts.sequence > sequence {
        var own = try Self.make(reading, nil, nil, now)
        return try body(&own)
      }
      if shared?.isTrue(of: sequence, at: now) != true {
        let old = shared?.facts
        count.withLock { $0 += 1 }
        // The old state goes while the new one is made: together they are twice as large.
        shared = nil
        shared = try Self.make(
          reading, old, old.flatMap { register.changes(after: $0.sequence, through: sequence) }, now)
      }
      guard var found = shared else { throw StoreError(.misuse, "no house was made") }
      shared = nil
      defer { shared = found }
      return try body(&found)
    }
  }

  private static func make(
    _ reading: Reading, _ old: KeptFacts?, _ changes: RegisterChanges?, _ now: CivilTime
  ) throws -> Kept {
    let facts = try KeptFacts(reading, renewing: old, changes, at: now)
    let house = facts.facts
    let index = Result { () throws(PlanningError) in try FactIndex(house, period: try PlanningPeriod(house)) }
    return Kept(facts: facts, index: index, lastMinute: try lastMinute(house))
  }

  /// The first minute from now on at which a meeting, an event or a slot of the grid begins, or is as near as the rules
  /// about notice allow: what is compared with the time is the same until then.
  private static func lastMinute(_ facts: HouseFacts) throws -> CivilTime {
    func minutes(_ date: CivilDate, _ minute: MinuteOfDay) -> Int { date.dayNumber * 1_440 + minute.minutes }
    let now = minutes(facts.now.date, facts.now.minute)
    let slot = max(1, try facts.rules.integer(.slotMinutes, on: facts.today))
    let starts =
      facts.sessions.map { minutes($0.date, $0.hours.start) } + facts.education.map { minutes($0.date, $0.hours.start) }
    var last = minutes(facts.today, .startOfDay) + 1_439
    for notice in [
      0, try facts.rules.integer(.repairNotice, on: facts.today), try facts.rules.integer(.moveNotice, on: facts.today),
    ] {
      last = min(last, (now + notice + slot - 1) / slot * slot - notice)
      for start in starts where start - notice >= now { last = min(last, start - notice) }
    }
    let minute = MinuteOfDay(minutes: last - minutes(facts.today, .startOfDay))
    return CivilTime(facts.today, minute ?? facts.now.minute)
  }
}
