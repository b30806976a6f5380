import BankumModel
import BankumStore
import BankumTesting
import Testing

@testable import BankumOffice
@testable import BankumPlanning

/// How many people a schedule serves in time, counted by hand: the last days of detention from letters, meetings and a
/// calendar of days, with nothing of the planner; hearings, appeals and answers as the run tells them. How many could be
/// served in time is counted too: people in the order of their days, one place each.
struct CountedClocks {
  /// The last useful day of each placed person who has one in the days of the schedule, and the day of the meeting.
  var people: [(last: CivilDate, meeting: CivilDate, isMet: Bool)] = []
  /// Of placed people the last lawful day by hand, and whether they meet counsel by then.
  var terms: [Request.ID: (last: CivilDate, isMet: Bool)] = [:]
  /// The days on which people held past their last day meet counsel.
  var overstays: [CivilDate] = []
  /// Places by day.
  var places: [CivilDate: Int] = [:]

  init(_ reading: Reading, on today: CivilDate, _ outcomes: [ClockOutcome]) throws {
    let clock = try DetentionClock(rules: try reading.rules(), on: today)
    let terms = Dictionary(grouping: try reading.all(DetentionTerm.self), by: \.inmate)
    let absences = Dictionary(grouping: try reading.all(Absence.self), by: \.inmate)
    let inmates = Dictionary(
      try reading.all(Inmate.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let others = Dictionary(grouping: outcomes.filter { !$0.clock.kind.isTerm }, by: \.request)
    let meetings = try reading.list(Filter<Session>.drafts).sorted {
      ($0.date, $0.hours.start) < ($1.date, $1.hours.start)
    }
    let last = meetings.last?.date ?? today
    for meeting in meetings {
      places[meeting.date, default: 0] += 1
      guard let inmate = inmates[meeting.inmate], let request = meeting.request else { continue }
      let status = clock.status(
        isDetainee: inmate.isDetainee, terms: terms[inmate.id] ?? [],
        suspensions: (absences[inmate.id] ?? []).compactMap(\.suspension), on: today)
      if let lawful = status.lastLawfulDay, status.band == .overstay, lawful < today {
        overstays.append(meeting.date)
        continue
      }
      var days = (others[request] ?? []).map(\.clock.lastDay)
      if let lawful = status.lastLawfulDay, status.band != .suspended, lawful <= last {
        self.terms[request] = (lawful, meeting.date <= lawful)
        days.append(lawful)
      }
      guard let latest = days.max() else { continue }
      people.append((latest, meeting.date, days.contains { meeting.date <= $0 }))
    }
  }

  /// Of the people with a clock, who meets counsel before one of his clocks runs out.
  var met: Int { people.count(where: \.isMet) }

  /// How many of them could be met at most by the places of each day, those held past their day first.
  var possible: Int {
    var taken = overstays.count
    var met = 0
    for day in people.map(\.last).sorted() {
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
      // What the run says of its clocks is kept with it.
      let outcomes = try ClockList.outcomes(try #require(try reading.attachment("clocks", of: outcome.run.id)))
      #expect(outcomes.count(where: \.isMet) == outcome.clocksMet)
      #expect(outcomes.count { !$0.isMet } == outcome.clocksMissed)
      let counted = try CountedClocks(reading, on: today, outcomes)
      #expect(outcome.run.placed >= places)
      #expect(counted.met * 100 >= counted.possible * 95, "\(counted.met) of \(counted.possible)")
      for told in outcomes where told.clock.kind.isTerm {
        guard let own = counted.terms[told.request] else { continue }
        #expect(told.clock.lastDay == own.last && told.isMet == own.isMet)
      }
      // Whoever is held past his day meets counsel on the first days, and nobody who is not comes before him.
      func mean(_ days: [CivilDate]) -> Int { days.reduce(0) { $0 + 100 * today.days(until: $1) } / max(1, days.count) }
      let all = counted.places.flatMap { Array(repeating: $0.key, count: $0.value) }
      #expect(!counted.overstays.isEmpty && mean(counted.overstays) <= mean(all))
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

extension MeetingClock.Kind {
  /// Whether it is the last lawful day of detention.
  fileprivate var isTerm: Bool {
    switch self {
    case .termWithinSecondNotice, .termWithinFirstNotice, .termLater: true
    case .hearing, .appeal, .answer: false
    }
  }
}
