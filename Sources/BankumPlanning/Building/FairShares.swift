import BankumModel

/// How many meetings of the period each partner should have: agreed shares, less for those that are full or do not
/// come.
enum FairShares {
  /// The targets, by partner; their sum is about `meetings`.
  ///
  /// A partner's part is its share, less a part for each no-show of its advocates, times what is free of its capacity
  /// (at least a tenth: a full partner still keeps its clients). Whole numbers, rounded to the nearest.
  static func targets(_ index: FactIndex, meetings: Int) -> [Partner.ID: Int] {
    let loads = openLoad(index)
    var parts: [(Partner.ID, Int)] = []
    for partner in index.facts.partners {
      let loss = min(900, index.numbers.noShowShareLoss * (index.facts.advocateNoShows[partner.id] ?? 0))
      let capacity = max(1, partner.capacity)
      let free = max(100, 1000 - min(1000, 1000 * (loads[partner.id] ?? 0) / capacity))
      parts.append((partner.id, partner.sharePerMille * (1000 - loss) * free / 1000))
    }
    let sum = parts.reduce(0) { $0 + $1.1 }
    guard sum > 0 else { return [:] }
    return Dictionary(
      parts.map { ($0.0, (meetings * $0.1 * 2 + sum) / (2 * sum)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The weighted open load: requests held, each by the weight of its service.
  static func openLoad(_ index: FactIndex) -> [Partner.ID: Int] {
    var loads: [Partner.ID: Int] = [:]
    for request in index.facts.requests where request.state.hasPartner {
      guard let partner = request.offer?.partner else { continue }
      loads[partner, default: 0] += index.numbers.loadWeight[request.service] ?? 0
    }
    return loads
  }
}
