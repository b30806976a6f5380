/// What later days cost and what is lost after a clock: the house's numbers, in points, looked up once for a whole run.
///
/// A day never costs a request that ranks first less than one that ranks behind it: so a schedule that loses least serves
/// the queue in its order, as far as clocks and people allow.
package struct DayValueRules: Hashable, Sendable {
  /// What each later day costs, by tier, 1 first.
  package let perDay: [Int]
  /// What each later day costs in addition for a hundred points of the rank.
  package let perDayAndHundredPoints: Int
  /// What each later day costs in addition after the last lawful day of detention.
  package let perOverstayDay: Int
  /// What is lost after each clock.
  package let after: [MeetingClock.Kind: Int]
  /// Days between the last useful meeting and a hearing.
  package let hearingPreparationDays: Int
  /// Thousandths of the places that are for those who have waited longest.
  package let longestWaitingShare: Int
  /// What a meeting costs in hours that nobody has confirmed for long.
  package let unconfirmedHours: Int

  /// The numbers that hold on the day.
  ///
  /// Throws `ruleMissing`, or `ruleValue` placed at the key of a tier whose day would cost more than one of the tier
  /// before it, or of a clock of the same detention that costs less the nearer it is.
  package init(rules: RuleTable, on date: CivilDate) throws(ModelError) {
    var perDay: [Int] = []
    for tier in 1...4 {
      let key = RuleKey.valueOfDay(tier: tier)
      let value = try rules.integer(key, on: date)
      if let before = perDay.last, value > before {
        throw ModelError(
          .ruleValue, place: key.code, value: "\(value)",
          expected: "at most \(before)")
      }
      perDay.append(value)
    }
    self.perDay = perDay
    perDayAndHundredPoints = try rules.integer(.valueOfDayPerHundredPoints, on: date)
    perOverstayDay = try rules.integer(.valueOfOverstayDay, on: date)
    var after: [MeetingClock.Kind: Int] = [:]
    for kind in MeetingClock.Kind.allCases { after[kind] = try rules.integer(.valueAfter(kind), on: date) }
    let bands: [MeetingClock.Kind] = [.termWithinSecondNotice, .termWithinFirstNotice, .termLater]
    for (near, far) in zip(bands, bands.dropFirst()) where (after[far] ?? 0) > (after[near] ?? 0) {
      throw ModelError(
        .ruleValue, place: RuleKey.valueAfter(far).code, value: "\(after[far] ?? 0)",
        expected: "at most \(after[near] ?? 0)")
    }
    self.after = after
    hearingPreparationDays = try rules.integer(.hearingPreparationDays, on: date)
    longestWaitingShare = try rules.integer(.longestWaitingShare, on: date)
    unconfirmedHours = try rules.integer(.valueOfUnconfirmedHours, on: date)
  }

  /// What each later day costs a request of this rank; never less than for one that ranks behind it.
  package func perDay(_ rank: Rank, isOverstay: Bool) -> Int {
    let tier = min(max(rank.tier, 1), 4)
    // A later tier must not overtake by its points.
    let ceiling = tier > 1 ? perDay[tier - 2] : Int.max
    let own = perDay[tier - 1] + min(max(rank.points, 0), 9_999) * perDayAndHundredPoints / 100
    return min(own, ceiling) + (isOverstay ? perOverstayDay : 0)
  }
}
