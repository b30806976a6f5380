import BankumModel
import Matching

/// What meetings and wishes are worth in the engine's objective. One place, whole numbers.
///
/// A rank that comes first is never worth less: tiers are a thousand apart and points count up to 999 inside. Tier 1
/// is strict in the engine anyway. Wishes together stay far below one meeting, so that nobody waits for a wish.
enum PlanningWeights {
  static func weight(_ rank: Rank) -> Int {
    let base = [1: 10_000, 2: 3_000, 3: 2_000, 4: 1_000][rank.tier] ?? 1_000
    return base + min(max(rank.points, 0), 999)
  }

  /// Wishes: early, with the advocate who knows the matter, fair shares, nothing moved.
  static let wishes = Weights(earlyPerDay: 8, continuity: 60, skill: 0, fairPerSession: 30, change: 40)

  /// What moving a confirmed meeting costs: counsel has it in the diary.
  static let moveConfirmed = 120

  /// What a minute of missed class costs.
  static func classMinute(_ kind: TrainingKind) -> Int { kind == .certified ? 4 : 1 }
}
