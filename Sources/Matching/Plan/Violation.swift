/// A hard rule that a plan breaks.
package struct Violation: Sendable, Equatable {
  /// The hard rules.
  package enum Rule: String, Sendable, CaseIterable {
    /// An index outside the problem, or a start outside the horizon.
    case unknown
    /// A request served twice.
    case twice
    /// A session that leaves the day or uses a closed slot.
    case closed
    /// A session before its release or after its due slot.
    case window
    /// The inmate is elsewhere.
    case busy
    /// The advocate does not come then.
    case unavailable
    /// The advocate has two sessions at once.
    case advocateTwice
    /// A hard skill is missing.
    case skill
    /// The language is missing.
    case language
    /// The gender asked for is another.
    case gender
    /// The partner or the advocate is excluded.
    case excluded
    /// Another advocate, start or room than the pinned one.
    case pin
    /// The room is closed.
    case roomClosed
    /// The room has two sessions at once.
    case roomTwice
    /// The room is not accessible, not eligible, or reserved for another partner.
    case roomUnfit
    /// More sessions in a day than the advocate's cap.
    case dailyCap
    /// More sessions in a week than the advocate's cap.
    case weeklyCap
    /// More sessions than the partner's quota.
    case quota
    /// More inmates of a block out at once than can be escorted.
    case escort
    /// One partner serves two sides of an adverse group.
    case adverse
    /// Two inmates who are kept apart are in the area in one slot.
    case apart
    /// One inmate twice in a slot, or too often in a day.
    case inmate
    /// A frozen session moved.
    case frozen
    /// More changes than allowed.
    case changes
  }

  /// The rule.
  package var rule: Rule
  /// Every request that takes part, ascending.
  package var requests: [Int]

  /// Makes a violation.
  package init(_ rule: Rule, _ requests: [Int]) {
    self.rule = rule
    self.requests = requests
  }
}
