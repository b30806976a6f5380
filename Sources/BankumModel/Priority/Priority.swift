/// Where a request stands in the queue, and why: the answer that `queue --factors` shows.
///
/// Tiers: 1 overstay, or the last lawful day, a hearing or the end of an appeal within days, or one of the longest
/// waits, for which a share of the places is kept; then mandatory counsel
/// without counsel and the vulnerable, each in the tier of its rule (2 and 3 by default); 4 the rest. Waiting lifts
/// by one tier every so many working days, up to tier 1, and adds points every day: waiting longer never lowers a
/// rank, and nobody starves.
package struct Priority: Hashable, Sendable {
  /// The tier without waiting, 1 to 4.
  package let baseTier: Int
  /// Tiers gained by waiting; may be more than there are.
  package let promotions: Int
  /// Every reason that counts, in the order of `PriorityFactor.Kind`.
  package let factors: [PriorityFactor]

  /// The tier that counts, 1 to 4.
  package var tier: Int { max(1, baseTier - promotions) }

  /// The sum of the factors' points.
  package var points: Int { factors.reduce(0) { $0 + $1.points } }

  /// The place in the queue.
  package var rank: Rank { Rank(tier: tier, points: points) }

  /// Ranks the facts by the rules.
  package init(_ facts: PriorityFacts, rules: PriorityRules) {
    let counts = Self.counts(facts, rules: rules)
    var tier = 4
    var factors: [PriorityFactor] = []
    for kind in PriorityFactor.Kind.allCases {
      guard let count = counts[kind], count > 0 else { continue }
      factors.append(PriorityFactor(kind: kind, count: count, points: count * (rules.points[kind] ?? 0)))
      tier = min(tier, Self.tier(of: kind, facts, rules: rules))
    }
    self.factors = factors
    baseTier = tier
    promotions = max(0, facts.workingDaysWaiting) / rules.promotionWorkingDays
  }

  /// How often each reason counts; a missing one does not.
  private static func counts(_ facts: PriorityFacts, rules: PriorityRules) -> [PriorityFactor.Kind: Int] {
    func isNear(_ days: Int?, within limit: Int) -> Int {
      guard let days else { return 0 }
      return (0...max(0, limit)).contains(days) ? 1 : 0
    }
    func any(_ needs: Set<Need>) -> Int { facts.needs.isDisjoint(with: needs) ? 0 : 1 }
    let band = facts.detention.band
    return [
      .overstay: band == .overstay && !facts.hasMetSinceOverstay ? 1 : 0,
      .termWithinSecondNotice: band == .secondNotice ? 1 : 0,
      .termWithinFirstNotice: band == .firstNotice ? 1 : 0,
      .hearing: isNear(facts.daysToHearing, within: rules.hearingDays),
      .appeal: isNear(facts.daysToAppealEnd, within: rules.appealDays),
      .mandatoryCounsel: facts.isCounselMissing ? 1 : 0,
      .child: (facts.age ?? 18) < 18 ? 1 : 0,
      .woman: facts.sex == .female ? 1 : 0,
      .elderly: (facts.age ?? 0) >= rules.elderlyAge ? 1 : 0,
      .disability: any([.disability, .accessibleRoom, .signLanguage]),
      .illness: any([.illness, .medicalOfficer]),
      .language: any([.interpreter, .consul]),
      .neverSeen: facts.hasBeenSeen ? 0 : 1,
      // Three are enough to lift; more would let a broken partner turn the queue over.
      .lostMeeting: min(max(0, facts.lostMeetings), 3),
      .longestWaiting: facts.isAmongLongestWaiting ? 1 : 0,
      .waiting: max(0, facts.workingDaysWaiting),
    ]
  }

  /// The tier that a reason alone gives.
  private static func tier(
    of kind: PriorityFactor.Kind, _ facts: PriorityFacts, rules: PriorityRules
  ) -> Int {
    switch kind {
    case .overstay, .hearing, .appeal, .longestWaiting: 1
    case .termWithinSecondNotice, .termWithinFirstNotice:
      (facts.detention.daysLeft ?? .max) <= rules.termDays ? 1 : 4
    case .mandatoryCounsel: rules.mandatoryCounselTier
    case .child, .woman, .elderly, .disability, .illness, .language: rules.vulnerableTier
    case .neverSeen, .lostMeeting, .waiting: 4
    }
  }
}
