import BankumModel
import BankumPlanning

/// The figures of a simulation as lines.
enum Report {
  static func lines(_ simulation: Simulation) throws -> [String] {
    let ledger = simulation.ledger
    var lines = ["working days of waiting until a meeting took place, by tier without waiting"]
    lines.append("tier   served  median    90 %    99 %  longest   still waiting  longest")
    for tier in 1...4 {
      let served = (ledger.waits[tier] ?? []).sorted()
      let waiting = ledger.waiting[tier] ?? []
      lines.append(
        Table.row([
          (tier, 4), (served.count, 9), (quantile(served, 50), 8), (quantile(served, 90), 8),
          (quantile(served, 99), 8), (served.last ?? 0, 9), (waiting.count, 16), (waiting.max() ?? 0, 9),
        ]))
    }
    let bound = try simulation.bound
    lines.append(
      "longest wait for a place: \(max(ledger.longestPlaceWait, ledger.waiting.values.joined().max() ?? 0)); bound: "
        + "3 * \(bound.promotion) + \(bound.horizon) + (\(bound.queue) + \(bound.headStart) * "
        + "\(decimal(bound.arrivals))) / \(decimal(bound.rate)) = \(bound.total ?? 0)")
    lines.append(
      "longest in the first tier without a place: \(ledger.longestInFirstTier); bound: \(bound.inFirstTier ?? 0)")
    let why = ledger.longestReasons.reduce(into: [String]()) { codes, rule in
      if !codes.contains(rule.code) { codes.append(rule.code) }
    }
    lines.append("what kept that one from a place: " + why.joined(separator: ", "))
    let promoted = ledger.promoted.filter { $0.key > 0 }.sorted { $0.key < $1.key }
    lines.append("lifted by waiting: " + promoted.map { "\($0.value) by \($0.key)" }.joined(separator: ", "))
    lines.append("without any partner at the end: \(ledger.withoutPartner)")
    let closings = ledger.closings.sorted { $0.value > $1.value }
    lines.append("ended: " + closings.map { "\($0.value) \($0.key.code)" }.joined(separator: ", "))
    let outcomes = ledger.outcomes.sorted { $0.value > $1.value }
    lines.append("meetings: " + outcomes.map { "\($0.value) \($0.key.code)" }.joined(separator: ", "))
    let placed = ledger.weeks.map(\.placed)
    lines.append("placements a week: \(placed.min() ?? 0) to \(placed.max() ?? 0)")
    lines.append("")
    lines.append("partner  share (1/1000)  meetings  of all (1/1000)  no-shows")
    let all = max(1, ledger.meetings.values.reduce(0, +))
    for (number, partner) in simulation.facts.partners.enumerated() {
      let meetings = ledger.meetings[partner.id] ?? 0
      lines.append(
        Table.row([
          (number + 1, 7), (partner.sharePerMille, 16), (meetings, 10), (1000 * meetings / all, 17),
          (ledger.noShows[partner.id] ?? 0, 10),
        ]))
    }
    let missed = simulation.missedMinutes(lastDays: 100).values.sorted()
    lines.append("")
    lines.append(
      "minutes of class missed in the last hundred days: \(missed.reduce(0, +)) by \(missed.filter { $0 > 0 }.count) "
        + "trainees, at most \(missed.last ?? 0)")
    return lines
  }

  /// Thousandths as a decimal number with one place.
  private static func decimal(_ thousandths: Int) -> String {
    "\((thousandths + 50) / 1000).\((thousandths + 50) % 1000 / 100)"
  }

  static func quantile(_ sorted: [Int], _ percent: Int) -> Int {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
  }
}
