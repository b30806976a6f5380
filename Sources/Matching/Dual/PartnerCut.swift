/// Requests of which only so many can be served, because they are on different sides and their partners are few.
///
/// No partner serves two sides of an adverse group, so requests of different sides need different partners. When all
/// partners that could serve them are within a set, no more of them are served than the set has members (P. Hall,
/// "On representatives of subsets", 1935: the other half of his theorem says that nothing else stands in their way).
/// A cut has a price like everything scarce; what else adverse groups forbid, the bound leaves out.
struct PartnerCut: Sendable, Equatable {
  /// One request of each side.
  let requests: [Int]
  /// How many of them can be served at most.
  let most: Int

  /// The cuts of a problem, in the order of its groups; each group has a handful at most.
  static func all(_ ground: Ground) -> [PartnerCut] {
    var cuts: [PartnerCut] = []
    for group in ground.problem.adverseGroups where group.count > 1 {
      // Of each side the heaviest request speaks for the side.
      let speakers = group.compactMap { side in
        side.max { (ground.weight[$0], $1) < (ground.weight[$1], $0) }
      }.map { (request: $0, partners: partners($0, ground)) }.filter { !$0.partners.isEmpty }
      var seen: Set<Set<Int32>> = []
      for set in speakers.map(\.partners) + unions(speakers.map(\.partners)) where seen.insert(set).inserted {
        let within = speakers.filter { $0.partners.isSubset(of: set) }.map(\.request)
        if within.count > set.count { cuts.append(PartnerCut(requests: within, most: set.count)) }
      }
    }
    return cuts
  }

  /// The unions of two sets, and of all: what sides that share partners have between them.
  private static func unions(_ sets: [Set<Int32>]) -> [Set<Int32>] {
    var result: [Set<Int32>] = []
    for (index, first) in sets.prefix(16).enumerated() {
      for second in sets.prefix(16).dropFirst(index + 1) { result.append(first.union(second)) }
    }
    return result + [sets.reduce([]) { $0.union($1) }]
  }

  /// The partners who could serve a request if it were alone.
  private static func partners(_ request: Int, _ ground: Ground) -> Set<Int32> {
    let group = ground.classes[Int(ground.classOf[request])]
    var found: Set<Int32> = []
    for advocate in group.advocates where !found.contains(ground.partnerOf[Int(advocate)]) {
      let comes = (0..<ground.halfDayCount).contains { halfDay in
        let own = ground.startMask[request * ground.halfDayCount + halfDay]
        return own != 0 && ground.starts(group.durationIndex, Int(advocate), halfDay) & own != 0
      }
      if comes { found.insert(ground.partnerOf[Int(advocate)]) }
    }
    return found
  }
}
