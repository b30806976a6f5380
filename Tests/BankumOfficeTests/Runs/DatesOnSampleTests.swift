import BankumModel
import BankumStore
import BankumTesting
import Testing

@testable import BankumOffice
@testable import BankumPlanning

/// How many clocks a schedule meets, counted by hand: from letters, meetings and a calendar of days, with nothing of the
/// planner. How many could be met is counted too: people in the order of their last days, one place each.
struct CountedClocks {
  /// Placed people whose last lawful day lies in the days of the schedule, and that day.
  var lastDays: [CivilDate] = []
  /// Of these, who meets counsel by then.
  var met = 0
  /// The days on which people held past their last day meet counsel.
  var overstays: [CivilDate] = []
  /// Places by day.
  var places: [CivilDate: Int] = [:]

  init(_ reading: Reading, on today: CivilDate) throws {
    let clock = try DetentionClock(rules: try reading.rules(), on: today)
    let terms = Dictionary(grouping: try reading.all(DetentionTerm.self), by: \.inmate)
    let absences = Dictionary(grouping: try reading.all(Absence.self), by: \.inmate)
    let inmates = Dictionary(
      try reading.all(Inmate.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let meetings = try reading.list(Filter<Session>.drafts).sorted {
      ($0.date, $0.hours.start) < ($1.date, $1.hours.start)
    }
    let last = meetings.last?.date ?? today
    for meeting in meetings {
      places[meeting.date, default: 0] += 1
      guard let inmate = inmates[meeting.inmate] else { continue }
      let status = clock.status(
        isDetainee: inmate.isDetainee, terms: terms[inmate.id] ?? [],
        suspensions: (absences[inmate.id] ?? []).compactMap(\.suspension), on: today)
      guard let lastLawful = status.lastLawfulDay, status.band != .suspended else { continue }
      if status.band == .overstay {
        overstays.append(meeting.date)
      } else if lastLawful <= last {
        lastDays.append(lastLawful)
        if meeting.date <= lastLawful { met += 1 }
      }
    }
  }

  /// How many of them could be met at most by the places of each day, those held past their day first.
  var possible: Int {
    var taken = overstays.count
    var met = 0
    for day in lastDays.sorted() {
      let before = places.reduce(0) { $1.key <= day ? $0 + $1.value : $0 }
      if taken < before {
        taken += 1
        met += 1
      }
    }
    return met
  }
}

@Suite("The days of a run over the sample")
struct DatesOnSampleTests {
  @Test(
    "people meet counsel before their clock runs out, as far as the places of each day allow, those held past their day first",
    arguments: [(TestOffice.monday, 164), (Instant(milliseconds: 1_797_813_000_000), 145)])
  func dates(now: Instant, places: Int) async throws {
    let test = try await TestOffice.withSample(now: now)
    let office = test.office
    var order = RunOrder()
    // Few epochs: a debug build is slow. A run of the usual effort places a few more and comes nearer to its bound.
    order.effort = 3
    let outcome = try await office.runAssignment(order, TestOffice.order())
    let today = office.clock.today
    try await office.register.readUnaudited { reading in
      let counted = try CountedClocks(reading, on: today)
      #expect(outcome.run.placed >= places)
      #expect(counted.met * 100 >= counted.possible * 95, "\(counted.met) of \(counted.possible)")
      func mean(_ days: [CivilDate]) -> Int { days.reduce(0) { $0 + 100 * today.days(until: $1) } / max(1, days.count) }
      let all = counted.places.flatMap { Array(repeating: $0.key, count: $0.value) }
      #expect(!counted.overstays.isEmpty && mean(counted.overstays) < mean(all))
      // What the run itself says of its clocks is kept with it.
      let outcomes = try ClockList.outcomes(try #require(try reading.attachment("clocks", of: outcome.run.id)))
      #expect(outcomes.count(where: \.isMet) == outcome.clocksMet)
      #expect(outcomes.count { !$0.isMet } == outcome.clocksMissed)
      // Who stands first comes first: the earlier half of the meetings against the later half.
      let ranks = try RunBasis(try #require(try reading.attachment("basis", of: outcome.run.id))).ranks
      let inOrder = try reading.list(Filter<Session>.drafts).sorted { $0.start < $1.start }
        .compactMap { $0.request.flatMap { ranks[$0] } }
      let queue = ranks.values.sorted()
      let found = inOrder.map { queue.firstIndex(of: $0) ?? 0 }
      let half = found.count / 2
      #expect(found.prefix(half).reduce(0, +) / max(1, half) < found.suffix(half).reduce(0, +) / max(1, half))
    }
  }
}
