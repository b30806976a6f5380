import BankumModel
import BankumPlanning
import BankumStore

/// What a draft goes on resting on until it is published: the ranks that its run gave and the days that it planned.
///
/// Runs of before have none; their drafts are looked at by the ranks of now, as they were made.
struct RunBasis: Equatable {
  let ranks: [Request.ID: Rank]
  let days: DateRange

  init(_ index: FactIndex) {
    ranks = Dictionary(
      index.profiles.map { ($0.request.id, $0.priority.rank) }, uniquingKeysWith: { first, _ in first })
    days = index.period.days
  }

  /// The basis in such bytes. Throws `StoreError.corrupted` for others.
  init(_ bytes: [UInt8]) throws(StoreError) {
    let numbers = Numbers.read(bytes)
    guard numbers.count >= 2, numbers.count % 3 == 2, numbers[1] >= 1 else {
      throw StoreError(.corrupted, "the basis of a run")
    }
    days = DateRange(first: CivilDate(dayNumber: numbers[0]), days: numbers[1])
    var ranks: [Request.ID: Rank] = [:]
    for start in stride(from: 2, to: numbers.count, by: 3) {
      ranks[Request.ID(bits: UInt64(bitPattern: Int64(numbers[start])))] = Rank(
        tier: numbers[start + 1], points: numbers[start + 2])
    }
    self.ranks = ranks
  }

  /// The first day and how many, then for each request its id, tier and points, by id.
  var bytes: [UInt8] {
    let list = ranks.sorted { $0.key.bits < $1.key.bits }.flatMap { entry in
      [Int(truncatingIfNeeded: entry.key.bits), entry.value.tier, entry.value.points]
    }
    return Numbers.bytes([days.first.dayNumber, days.first.days(until: days.last) + 1] + list)
  }
}

/// The clocks of a run as bytes: for each its request, kind, last day, and why it is missed.
enum ClockList {
  /// Five numbers each: the request's id, the kind's place among all, the last day, then 0 for met, 1 with the day of a
  /// meeting that is too late, 2 with the place of the rule among all.
  static func bytes(_ outcomes: [ClockOutcome]) -> [UInt8] {
    Numbers.bytes(
      outcomes.flatMap { outcome in
        let (code, value) =
          switch outcome.miss {
          case nil: (0, 0)
          case .late(let date): (1, date.dayNumber)
          case .waiting(let rule): (2, HouseRule.allCases.firstIndex(of: rule) ?? 0)
          }
        return [
          Int(truncatingIfNeeded: outcome.request.bits),
          MeetingClock.Kind.allCases.firstIndex(of: outcome.clock.kind) ?? 0, outcome.clock.lastDay.dayNumber, code,
          value,
        ]
      })
  }

  /// The clocks in such bytes. Throws `StoreError.corrupted` for others.
  static func outcomes(_ bytes: [UInt8]) throws(StoreError) -> [ClockOutcome] {
    let numbers = Numbers.read(bytes)
    let kinds = MeetingClock.Kind.allCases
    let rules = HouseRule.allCases
    func damaged() -> StoreError { StoreError(.corrupted, "the clocks of a run") }
    guard numbers.count % 5 == 0 else { throw damaged() }
    var outcomes: [ClockOutcome] = []
    for start in stride(from: 0, to: numbers.count, by: 5) {
      guard kinds.indices.contains(numbers[start + 1]) else { throw damaged() }
      let miss: ClockOutcome.Miss?
      switch numbers[start + 3] {
      case 0: miss = nil
      case 1: miss = .late(CivilDate(dayNumber: numbers[start + 4]))
      case 2 where rules.indices.contains(numbers[start + 4]): miss = .waiting(rules[numbers[start + 4]])
      default: throw damaged()
      }
      outcomes.append(
        ClockOutcome(
          request: Request.ID(bits: UInt64(bitPattern: Int64(numbers[start]))),
          clock: MeetingClock(kinds[numbers[start + 1]], lastDay: CivilDate(dayNumber: numbers[start + 2])),
          miss: miss))
    }
    return outcomes
  }
}
