/// What a plan is worth: tier 1 counts first, everything else after it.
package struct Score: Sendable, Hashable, Comparable {
  /// The weights of the served requests of tier 1.
  package var tierOne: Int
  /// The other weights, the soft wishes, less unfairness and changes.
  package var rest: Int

  /// Makes a score.
  package init(tierOne: Int, rest: Int) {
    self.tierOne = tierOne
    self.rest = rest
  }

  /// The one number that benchmarks compare.
  package var total: Int { tierOne + rest }

  /// Tier 1 decides; the rest breaks ties.
  package static func < (left: Score, right: Score) -> Bool {
    left.tierOne != right.tierOne ? left.tierOne < right.tierOne : left.rest < right.rest
  }
}
