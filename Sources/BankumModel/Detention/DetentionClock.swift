/// Counts the days of somebody's detention from his orders and suspensions.
///
/// Rules (criminal procedure codes; practice of the courts): the first day counts as day one; every civil day counts;
/// a new stage replaces the old one and left-over days are lost; suspended days are not counted, so the printed last
/// day moves by as many. The printed date is the truth; `DetentionTermTable` is only asked whether it is plausible.
package struct DetentionClock: Sendable {
  /// Days of the first notice: the band begins with so many days left.
  package let firstNoticeDays: Int
  /// Days of the second notice.
  package let secondNoticeDays: Int

  /// A clock with these notices.
  package init(firstNoticeDays: Int, secondNoticeDays: Int) {
    self.firstNoticeDays = firstNoticeDays
    self.secondNoticeDays = secondNoticeDays
  }

  /// The clock that the rules of a day describe. Throws `ruleMissing`.
  package init(rules: RuleTable, on date: CivilDate) throws(ModelError) {
    self.init(
      firstNoticeDays: try rules.integer(.firstNoticeDays, on: date),
      secondNoticeDays: try rules.integer(.secondNoticeDays, on: date))
  }

  /// Where the clock stands on a day.
  ///
  /// - `isDetainee`: false for convicts and hostages, whose band is `none` whatever orders are on file.
  /// - `terms`: all orders of the person, of all cases, in any order.
  /// - `suspensions`: all of the person, in any order; they may overlap.
  ///
  /// With orders in several cases the person is held lawfully as long as one of them allows it: the latest last day
  /// counts.
  package func status(
    isDetainee: Bool, terms: [DetentionTerm], suspensions: [Suspension] = [], on today: CivilDate
  ) -> DetentionStatus {
    guard isDetainee else { return DetentionStatus(band: .none) }
    let merged = DetentionOrderExpiry.merged(suspensions, startedBy: today)
    var best: (term: DetentionTerm, expiry: DetentionOrderExpiry)?
    for chain in Dictionary(grouping: terms, by: \.caseFile).values {
      guard let found = coverage(of: chain, suspensions: merged, on: today) else { continue }
      // Two cases that end on one day: the order with the smaller key, so that the order of a dictionary never shows.
      if let held = best, !held.expiry.endsBefore(found.expiry),
        found.expiry.endsBefore(held.expiry) || Self.sortKey(held.term) <= Self.sortKey(found.term)
      {
        continue
      }
      best = found
    }
    guard let best else { return DetentionStatus(band: .unknown) }
    return DetentionStatus(
      band: best.expiry.isSuspended ? .suspended : band(daysLeft: best.expiry.daysLeft), term: best.term.id,
      stage: best.term.stage, law: best.term.law, lastLawfulDay: best.expiry.lastDay, daysLeft: best.expiry.daysLeft)
  }

  /// The band of so many days left.
  package func band(daysLeft: Int) -> DetentionBand {
    if daysLeft < 0 { return .overstay }
    if daysLeft <= secondNoticeDays { return .secondNotice }
    return daysLeft <= firstNoticeDays ? .firstNotice : .far
  }

  /// The order in force and what the orders of one case allow on a day; nil if none of them has begun.
  private func coverage(
    of chain: [DetentionTerm], suspensions: [OpenDateRange], on today: CivilDate
  ) -> (term: DetentionTerm, expiry: DetentionOrderExpiry)? {
    let ordered = chain.sorted { Self.sortKey($0) < Self.sortKey($1) }
    guard let index = ordered.lastIndex(where: { $0.first <= today }) else { return nil }
    var term = ordered[index]
    var expiry = DetentionOrderExpiry(term, suspensions: suspensions, today: today)
    // An earlier order of the same stage may reach further than the one that began last.
    for other in ordered[..<index] where other.stage == term.stage {
      let otherExpiry = DetentionOrderExpiry(other, suspensions: suspensions, today: today)
      if expiry.endsBefore(otherExpiry) { (term, expiry) = (other, otherExpiry) }
    }
    // An extension that is granted in time is on file before it begins; a next stage replaces whatever was left.
    for next in ordered[(index + 1)...] {
      guard let lastDay = expiry.lastDay, next.first <= lastDay.adding(days: 1) else { break }
      let nextExpiry = DetentionOrderExpiry(next, suspensions: suspensions, today: today)
      if next.stage != term.stage || expiry.endsBefore(nextExpiry) { expiry = nextExpiry }
    }
    return (term, expiry)
  }

  /// By first day, stage, last day and the order's own number: a total order that does not look at ids.
  private static func sortKey(_ term: DetentionTerm) -> (CivilDate, Int, CivilDate, String) {
    (term.first, term.stage.order, term.last, term.letter)
  }
}
