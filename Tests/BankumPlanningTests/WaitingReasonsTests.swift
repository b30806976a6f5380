import Matching
import Testing

@testable import BankumModel
@testable import BankumPlanning

/// What keeps people waiting, counted once more: every advocate, day, hour and room for every request, nothing shared
/// between requests and nothing kept.
@Suite("Reasons of those who wait")
struct WaitingReasonsTests {
  private struct Key: Hashable {
    var rule: HouseRule
    var partner: BankumModel.Partner.ID?
    var advocate: BankumModel.Advocate.ID?
    var room: BankumModel.Room.ID?

    init(_ breach: RuleBreach) {
      (rule, partner, advocate, room) = (breach.rule, breach.partner, breach.advocate, breach.room)
    }
  }

  private struct Counting {
    let decisions: Decisions
    let dates: [CivilDate]
    var check: RuleCheck { decisions.check }
    var index: FactIndex { decisions.planning.index }

    func days(_ profile: RequestProfile) -> [Key: Int] {
      var days: [Key: Int] = [:]
      let always = check.request(profile)
      for breach in always { days[Key(breach), default: 0] += dates.count }
      for advocate in index.facts.advocates {
        let person = check.person(profile, advocate)
        for breach in person { days[Key(breach), default: 0] += dates.count }
        for date in dates {
          let whole = check.day(profile, date) + check.personOnDay(profile, advocate, date)
          for breach in whole { days[Key(breach), default: 0] += 1 }
          guard whole.isEmpty, person.isEmpty else { continue }
          for key in hours(profile, advocate, date, isBarred: !always.isEmpty) { days[key, default: 0] += 1 }
        }
      }
      return days
    }

    /// What excludes the hours of a day that nothing forbids as a whole.
    private func hours(
      _ profile: RequestProfile, _ advocate: BankumModel.Advocate, _ date: CivilDate, isBarred: Bool
    ) -> Set<Key> {
      let open = check.openingHours(on: date)
      let step = index.numbers.slotMinutes
      let grid = open.ranges.flatMap { range in
        stride(from: 0, to: 24 * 60, by: step).compactMap { start -> MinuteRange? in
          guard start >= range.start.minutes,
            start + profile.minutes + index.numbers.bufferMinutes <= range.end.minutes,
            let first = MinuteOfDay(minutes: start), let last = MinuteOfDay(minutes: start + profile.minutes)
          else { return nil }
          return MinuteRange(first, last)
        }
      }
      func advocateBreaches(_ hours: MinuteRange) -> [RuleBreach] {
        check.personAtTime(profile, advocate, date, hours)
          + check.advocateTaken(advocate, date, check.turn(hours)) { _ in false }
      }
      let there = grid.filter { hours in
        !advocateBreaches(hours).contains { $0.rule == .advocateUnavailable || $0.rule == .buffer }
      }
      guard !there.isEmpty else {
        let start = open.ranges.first?.start ?? MinuteOfDay(hour: 9, minute: 0)
        guard let start, let end = start.adding(minutes: profile.minutes), let hours = MinuteRange(start, end) else {
          return []
        }
        return Set(
          (check.personAtTime(profile, advocate, date, hours) + check.time(profile, date, hours, .new)).map(Key.init))
      }
      var keys: Set<Key> = []
      for hours in there where !index.facts.rooms.isEmpty {
        let turn = check.turn(hours)
        let breaches =
          advocateBreaches(hours) + check.time(profile, date, hours, .new)
          + check.inmateTaken(profile, date, turn) { _ in false }
          + check.partnerTaken(profile, advocate.partner, date) { _ in false }
        keys.formUnion(breaches.map(Key.init))
        let ofRooms = index.facts.rooms.map { room in
          check.room(profile, room) + check.roomAtTime(room, advocate.partner, date, hours)
            + check.roomTaken(room, date, turn) { _ in false }
        }
        guard let free = ofRooms.firstIndex(where: \.isEmpty) else {
          keys.formUnion(ofRooms.joined().map(Key.init))
          continue
        }
        guard breaches.isEmpty, !isBarred else { continue }
        let place = Placement(
          request: profile.request.id, advocate: advocate.id, room: index.facts.rooms[free].id, date: date,
          start: hours.start)
        let verifier = Verifier(decisions.planning.problem)
        let isInGrid = decisions.planning.assignments(place).contains {
          verifier.violations(decisions.plan.assignments + [$0]).isEmpty
        }
        keys.insert(
          Key(RuleBreach(isInGrid ? .leftFree : .timeGrid, partner: advocate.partner, advocate: advocate.id)))
      }
      return keys
    }
  }

  @Test("each request has exactly the reasons, and the days, that looking at every place finds")
  func exact() throws {
    var count = 0
    var rules: Set<HouseRule> = []
    for seed in 0..<40 as Range<UInt64> {
      let facts = try RandomHouse.publishing(RandomHouse.facts(seed: seed), Int(seed % 4), seed: seed)
      let decisions = try SmallHouse.decide(facts)
      let reasons = WaitingReasons(decisions.check) { _ in false }
      let counting = Counting(decisions: decisions, dates: reasons.dates)
      for waiting in decisions.waiting {
        let profile = try #require(decisions.planning.index.profileOf[waiting.request])
        let found = Dictionary(waiting.reasons.map { (Key($0.breach), $0.days) }, uniquingKeysWith: +)
        #expect(found == counting.days(profile), "seed \(seed), \(waiting.request)")
        count += 1
        rules.formUnion(found.keys.map(\.rule))
      }
    }
    #expect(count > 60 && rules.count > 12, "\(count) requests, \(rules.count) rules")
  }
}
