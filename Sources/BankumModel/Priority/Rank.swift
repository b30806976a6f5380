/// A place in the queue: tier 1 before tier 2, and inside a tier more points before fewer. Equal places are equal:
/// nothing breaks the tie, least of all an id.
package struct Rank: Hashable, Comparable, Sendable {
  /// 1, the most urgent, to 4.
  package let tier: Int
  /// The points inside the tier.
  package let points: Int

  /// A place.
  package init(tier: Int, points: Int) {
    self.tier = tier
    self.points = points
  }

  /// Who comes first is smaller.
  package static func < (left: Rank, right: Rank) -> Bool {
    (left.tier, right.points) < (right.tier, left.points)
  }

  /// The places in the queue, 1 for the first; equal ranks share a place and the next is as far behind as there are
  /// people before it.
  package static func places(of ranks: [Rank]) -> [Int] {
    let sorted = ranks.sorted()
    var first: [Rank: Int] = [:]
    for (index, rank) in sorted.enumerated() where first[rank] == nil { first[rank] = index + 1 }
    return ranks.map { first[$0] ?? 0 }
  }
}
