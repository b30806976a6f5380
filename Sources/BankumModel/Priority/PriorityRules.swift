/// The numbers that ranking uses on one day, looked up once for a whole run.
package struct PriorityRules: Hashable, Sendable {
  /// Working days of waiting that lift by one tier, at least 1.
  package let promotionWorkingDays: Int
  /// Days to the last lawful day from which a request is tier 1; more than the first notice does not count.
  package let termDays: Int
  /// Days to a hearing from which a request is tier 1.
  package let hearingDays: Int
  /// Days to the end of an appeal from which a request is tier 1.
  package let appealDays: Int
  /// The tier of somebody who must have counsel and has none.
  package let mandatoryCounselTier: Int
  /// The tier of somebody vulnerable.
  package let vulnerableTier: Int
  /// Age from which somebody is elderly.
  package let elderlyAge: Int
  /// The points of each factor, none negative.
  package let points: [PriorityFactor.Kind: Int]

  /// The numbers that hold on the day. Throws `ruleMissing` or `ruleValue`.
  package init(rules: RuleTable, on date: CivilDate) throws(ModelError) {
    promotionWorkingDays = max(1, try rules.integer(.promotionWorkingDays, on: date))
    termDays = try rules.integer(.termDays, on: date)
    hearingDays = try rules.integer(.hearingDays, on: date)
    appealDays = try rules.integer(.appealDays, on: date)
    mandatoryCounselTier = try rules.integer(.mandatoryCounselTier, on: date)
    vulnerableTier = try rules.integer(.vulnerableTier, on: date)
    elderlyAge = try rules.integer(.elderlyAge, on: date)
    var points: [PriorityFactor.Kind: Int] = [:]
    for kind in PriorityFactor.Kind.allCases { points[kind] = try rules.integer(.points(kind), on: date) }
    self.points = points
  }
}
