import BankumModel

/// How many meetings of the period each partner should have: agreed shares of what the window of fairness and this
/// period hold together, less for those that are full or do not come.
enum FairShares {
  /// The targets, by partner; their sum is about `meetings`.
  ///
  /// A partner's part is its share, less a part for each no-show of its advocates, times what is free of its capacity
  /// (at least a tenth: a full partner still keeps its clients). What it has had in the window beyond its part, or
  /// short of it, is made good by half of its part of this period at most, so that a partner that was away for a month
  /// is not asked for everything at once. Whole numbers, rounded to the nearest.
  static func targets(_ index: FactIndex, meetings: Int) -> [Partner.ID: Int] {
    let loads = openLoad(index)
    let given = index.facts.meetingsInWindow
    let past = index.facts.partners.reduce(0) { $0 + (given[$1.id] ?? 0) }
    let parts = index.facts.partners.map { part($0, load: loads[$0.id] ?? 0, index) }
    let sum = parts.reduce(0, +)
    guard sum > 0 else { return [:] }
    // In thousandths of a meeting.
    let wanted = zip(index.facts.partners, parts).map { partner, part in
      let plain = 1000 * meetings * part / sum
      let short = 1000 * past * part / sum - 1000 * (given[partner.id] ?? 0)
      return min(max(plain + short, plain / 2), plain + plain / 2)
    }
    let total = max(1, wanted.reduce(0, +))
    return Dictionary(
      zip(index.facts.partners, wanted).map { ($0.id, (meetings * $1 * 2 + total) / (2 * total)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A partner's part of new meetings, to be compared with those of the others.
  private static func part(_ partner: Partner, load: Int, _ index: FactIndex) -> Int {
    let loss = min(900, index.numbers.noShowShareLoss * (index.facts.advocateNoShows[partner.id] ?? 0))
    let free = max(100, 1000 - min(1000, 1000 * load / max(1, partner.capacity)))
    return partner.sharePerMille * (1000 - loss) * free / 1000
  }

  /// The weighted open load: requests held and mandates in force, each matter once, by the weight of its service.
  static func openLoad(_ index: FactIndex) -> [Partner.ID: Int] {
    var loads: [Partner.ID: Int] = [:]
    var represented: Set<Matter> = []
    for request in index.facts.requests where request.state.hasPartner {
      guard let partner = request.offer?.partner else { continue }
      loads[partner, default: 0] += index.numbers.loadWeight[request.service] ?? 0
      if request.service == .assistance { represented.insert(Matter(inmate: request.inmate, partner: partner)) }
    }
    for mandate in index.facts.mandates where mandate.isInForce(on: index.facts.today) {
      let matter = Matter(inmate: mandate.inmate, partner: mandate.partner)
      guard represented.insert(matter).inserted else { continue }
      loads[mandate.partner, default: 0] += index.numbers.loadWeight[.assistance] ?? 0
    }
    return loads
  }

  private struct Matter: Hashable {
    let inmate: Inmate.ID
    let partner: Partner.ID
  }
}
