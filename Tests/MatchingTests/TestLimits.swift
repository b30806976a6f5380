@testable import Matching

extension Limits {
  /// So many epochs and no clock.
  static func epochs(_ effort: Int, seed: UInt64 = 1) -> Limits { Limits(effort: effort, seed: seed, now: { 0 }) }
}
