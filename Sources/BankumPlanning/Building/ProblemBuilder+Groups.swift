import BankumModel
import Matching

/// What requests mean to each other: the wall, keep-apart orders, meetings of one inmate.
extension ProblemBuilder {
  mutating func addGroups() {
    var open: [Inmate.ID: [Int]] = [:]
    var all: [Inmate.ID: [Int]] = [:]
    for (position, item) in items.enumerated() {
      switch item {
      case .request(let profile, _):
        open[profile.inmate.id, default: []].append(position)
        all[profile.inmate.id, default: []].append(position)
      case .fixed(let session): all[session.inmate, default: []].append(position)
      }
    }
    addAdverse(open)
    for order in index.facts.keepApart {
      let days = OpenDateRange(index.period.days.first, index.period.days.last)
      guard order.days.overlaps(days) else { continue }
      for first in all[order.pair.one] ?? [] {
        for second in all[order.pair.other] ?? [] where !areBothFixed(first, second) {
          problem.apartPairs.append(ApartPair(first, second))
        }
      }
    }
    // In the order of the requests, so that nothing follows from ids.
    var seen: Set<Inmate.ID> = []
    for item in items {
      let inmate =
        switch item {
        case .request(let profile, _): profile.inmate.id
        case .fixed(let session): session.inmate
        }
      guard seen.insert(inmate).inserted, let members = all[inmate], members.count > 1 else { continue }
      problem.inmateGroups.append(
        InmateGroup(members: members, perDay: index.numbers.sessionsPerInmateAndDay))
    }
  }

  private func areBothFixed(_ first: Int, _ second: Int) -> Bool {
    if case .fixed = items[first], case .fixed = items[second] { true } else { false }
  }

  /// Groups of adverse people: all who are against each other in one group, every other pair in one of its own.
  ///
  /// Meetings that stay are not in it: what they mean for the others is in the excluded partners.
  private mutating func addAdverse(_ open: [Inmate.ID: [Int]]) {
    var order: [Inmate.ID] = []
    var seen: Set<Inmate.ID> = []
    for case .request(let profile, _) in items where seen.insert(profile.inmate.id).inserted {
      order.append(profile.inmate.id)
    }
    var done: Set<InmatePair> = []
    for inmate in order {
      let adversaries = index.wall.adversaries(of: inmate)
      let others = order.filter {
        adversaries.contains($0) && InmatePair(inmate, $0).map { !done.contains($0) } ?? false
      }
      guard !others.isEmpty else { continue }
      // A greedy clique: who is against everybody in it so far joins.
      var clique = [inmate]
      for other in others where clique.allSatisfy({ index.wall.adversaries(of: $0).contains(other) }) {
        if clique.allSatisfy({ standsApart($0, other, open) }) { clique.append(other) }
      }
      if clique.count > 1 { problem.adverseGroups.append(clique.map { open[$0] ?? [] }) }
      for (place, first) in clique.enumerated() {
        for second in clique[(place + 1)...] { if let pair = InmatePair(first, second) { done.insert(pair) } }
      }
      for other in others where !clique.contains(other) {
        guard let pair = InmatePair(inmate, other) else { continue }
        done.insert(pair)
        let sides = [inmate, other].map { person in
          (open[person] ?? []).filter { request in !isFlagged(request, against: person == inmate ? other : inmate, open)
          }
        }
        if sides.allSatisfy({ !$0.isEmpty }) { problem.adverseGroups.append(sides) }
      }
    }
  }

  /// Whether no request of the two is flagged at one partner: then the whole wall holds between them.
  private func standsApart(_ first: Inmate.ID, _ second: Inmate.ID, _ open: [Inmate.ID: [Int]]) -> Bool {
    !(open[first] ?? []).contains { isFlagged($0, against: second, open) }
  }

  /// Whether a request and one of the other's go on at one partner that serves both already: flagged, not broken.
  private func isFlagged(_ request: Int, against other: Inmate.ID, _ open: [Inmate.ID: [Int]]) -> Bool {
    guard let partner = flagged(request) else { return false }
    return (open[other] ?? []).contains { flagged($0) == partner }
  }

  private func flagged(_ request: Int) -> BankumModel.Partner.ID? {
    if case .request(let profile, _) = items[request] { profile.flagged } else { nil }
  }
}
