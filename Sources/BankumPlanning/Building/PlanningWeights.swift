import BankumModel
import Matching

/// What meetings and wishes are worth in the engine's objective. One place, whole numbers.
///
/// A rank that comes first is never worth less: tiers are a thousand apart and points count up to 999 inside. Tier 1
/// is strict in the engine anyway; its points count up to 9,999, because who was promoted into it goes on waiting and
/// must go on rising. Wishes together stay far below one meeting, so that nobody waits for a wish.
enum PlanningWeights {
  static func weight(_ rank: Rank) -> Int {
    let points = max(rank.points, 0)
    switch rank.tier {
    case 1: return 10_000 + min(points, 9_999)
    case 2: return 3_000 + min(points, 999)
    case 3: return 2_000 + min(points, 999)
    default: return 1_000 + min(points, 999)
    }
  }

  /// Wishes: confirmed hours, with the advocate who knows the matter, fair shares, nothing moved. What a day is worth,
  /// `DayPrices` says for each request.
  static func wishes(_ value: DayValueRules) -> Weights {
    Weights(earlyPerDay: 0, continuity: 60, skill: value.unconfirmedHours, fairPerSession: 30, change: 40)
  }

  /// The engine's skill that seats by confirmed hours have and every meeting would like: what the others lack is the
  /// price of hours that nobody has confirmed. The skills that matters ask for exclude advocates one by one.
  static let confirmedHours = 0

  /// What a request counts for whose place is reserved: more than all that it could displace.
  static let reserved = 1_000_000

  /// What moving a confirmed meeting costs: counsel has it in the diary.
  static let moveConfirmed = 120

  /// What a minute of missed class costs: of certified class the more, the more he has missed already, so that the
  /// loss is spread over all trainees. A whole turn in class stays cheaper than any meeting: classes move meetings and
  /// drop none.
  static func classMinute(_ kind: TrainingKind, missed: Int, turn: Int) -> Int {
    guard kind == .certified else { return 1 }
    return min(4 + max(0, missed) / 15, max(1, 900 / max(1, turn)))
  }
}
