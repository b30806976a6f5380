/// The fewest sessions to take out so that every shared limit holds.
///
/// This is a covering problem, small in practice: a published schedule was lawful, and few things changed since. Parts
/// that share no session are solved apart. Limits without a common session need their excesses one beside the other:
/// that bounds from below (and a limit holds for a part of its members, too). A greedy choice bounds from above;
/// where the two differ a search by branch and bound closes the gap, within a number of steps.
struct FewestRemovals {
  /// No fewer will do.
  private(set) var atLeast = 0
  /// What goes: as many as `atLeast`, or a few more where the steps did not suffice.
  private(set) var removed: Set<Int> = []

  private var limits: [SharedLimit] = []
  private var limitsOf: [Int: [Int]] = [:]
  /// How many of each limit's members have to go yet.
  private var excess: [Int] = []
  private var gone: Set<Int> = []
  private var settled: Set<Int> = []
  private var best: Set<Int> = []
  private var steps = 0

  /// - Parameter steps: how many sessions the search may look at in each part.
  init(_ limits: [SharedLimit], steps most: Int = 2_000_000) {
    let broken = Set(limits).filter { $0.excess > 0 }.sorted {
      $0.excess != $1.excess ? $0.excess > $1.excess : $0.members.lexicographicallyPrecedes($1.members)
    }
    for part in FewestRemovals.parts(broken) {
      take(part)
      best = greedy()
      let lowest = packing()
      steps = most
      // Where hundreds have to go the search is hopeless, and deep.
      if lowest < best.count && best.count <= 100 { search() }
      atLeast += steps > 0 && best.count <= 100 ? best.count : lowest
      removed.formUnion(best)
    }
  }

  /// Limits that hang together by common members, in the order of the first of each part.
  private static func parts(_ limits: [SharedLimit]) -> [[SharedLimit]] {
    var parts: [(members: Set<Int>, limits: [SharedLimit])] = []
    for limit in limits {
      let touching = parts.indices.filter { !parts[$0].members.isDisjoint(with: limit.members) }
      guard let first = touching.first else {
        parts.append((Set(limit.members), [limit]))
        continue
      }
      for index in touching.dropFirst() {
        parts[first].members.formUnion(parts[index].members)
        parts[first].limits += parts[index].limits
      }
      parts[first].members.formUnion(limit.members)
      parts[first].limits.append(limit)
      for index in touching.dropFirst().reversed() { parts.remove(at: index) }
    }
    return parts.map(\.limits)
  }

  private mutating func take(_ part: [SharedLimit]) {
    limits = part
    limitsOf = [:]
    excess = part.map(\.excess)
    for (index, limit) in part.enumerated() {
      for member in limit.members { limitsOf[member, default: []].append(index) }
    }
    gone = []
    settled = []
  }

  private mutating func remove(_ member: Int) {
    gone.insert(member)
    for index in limitsOf[member] ?? [] { excess[index] -= 1 }
  }

  private mutating func putBack(_ member: Int) {
    gone.remove(member)
    for index in limitsOf[member] ?? [] { excess[index] += 1 }
  }

  /// The first limit that is exceeded.
  private var exceeded: SharedLimit? { excess.firstIndex { $0 > 0 }.map { limits[$0] } }

  /// How many limits that are exceeded a member is in.
  private func weight(_ member: Int) -> Int { (limitsOf[member] ?? []).count { excess[$0] > 0 } }

  /// Takes out whoever helps most, again and again, and puts back who turns out to be superfluous.
  private mutating func greedy() -> Set<Int> {
    var order: [Int] = []
    while let limit = exceeded {
      let free = limit.members.filter { !gone.contains($0) }
      guard let next = free.max(by: { (weight($0), $1) < (weight($1), $0) }) else { break }
      remove(next)
      order.append(next)
    }
    for member in order {
      putBack(member)
      if weight(member) > 0 { remove(member) }
    }
    let found = gone
    for member in found { putBack(member) }
    return found
  }

  /// A number that have to go yet, at least: the excesses of limits over members that no earlier one counted.
  private func packing() -> Int {
    var counted = gone
    var sum = 0
    for limit in limits {
      let fresh = limit.members.filter { !counted.contains($0) }
      if fresh.count <= limit.most { continue }
      sum += fresh.count - limit.most
      counted.formUnion(fresh)
    }
    return sum
  }

  /// Looks for fewer than `best`: takes an exceeded limit and tries each member that may go, one after the other; who
  /// was tried stays in the branches after it. Ends without a proof when the steps are used up.
  private mutating func search() {
    steps -= limitsOf.count + limits.count
    if steps <= 0 || gone.count + packing() >= best.count { return }
    guard let index = excess.firstIndex(where: { $0 > 0 }) else {
      best = gone
      return
    }
    let free = limits[index].members.filter { !gone.contains($0) && !settled.contains($0) }
    if free.count < excess[index] { return }
    let order = free.map { (member: $0, weight: weight($0)) }.sorted {
      ($1.weight, $0.member) < ($0.weight, $1.member)
    }
    for (member, _) in order {
      remove(member)
      search()
      putBack(member)
      settled.insert(member)
    }
    settled.subtract(free)
  }
}
