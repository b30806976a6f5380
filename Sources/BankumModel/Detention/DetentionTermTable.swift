/// How long an order of each law, stage and grant may hold somebody: a view on the dated rules.
///
/// It never moves a printed date; it only says whether an order is plausible. Counting is inclusive and in civil
/// days: holidays and weekends do not stop the clock.
package struct DetentionTermTable: Sendable {
  /// The rules.
  package let rules: RuleTable

  /// The view on these rules.
  package init(rules: RuleTable) {
    self.rules = rules
  }

  /// The days such an order may give, by the rules of its first day. Throws `ruleMissing`.
  package func limit(
    _ law: DetentionLaw, _ stage: DetentionStage, _ grant: DetentionGrant, on date: CivilDate
  ) throws(ModelError) -> Int {
    let isException = grant == .exceptionFirst || grant == .exceptionSecond
    return try rules.integer(.detention(law, isException ? .investigation : stage, grant), on: date)
  }

  /// The days of a whole stage: first order and extension, with both exceptions if asked. Throws `ruleMissing`.
  package func maximum(
    _ law: DetentionLaw, _ stage: DetentionStage, on date: CivilDate, withExceptions: Bool = false
  ) throws(ModelError) -> Int {
    var days = try limit(law, stage, .first, on: date) + limit(law, stage, .extension, on: date)
    if withExceptions, law != .child {
      days += try limit(law, stage, .exceptionFirst, on: date) + limit(law, stage, .exceptionSecond, on: date)
    }
    return days
  }

  /// The last lawful day of an order of `days` days that begins on `first`: `first + days - 1`.
  package static func lastDay(first: CivilDate, days: Int) -> CivilDate { DateRange(first: first, days: days).last }

  /// The last lawful day that the table gives an order of this kind. Throws `ruleMissing`.
  package func lastDay(
    _ law: DetentionLaw, _ stage: DetentionStage, _ grant: DetentionGrant, first: CivilDate
  ) throws(ModelError) -> CivilDate {
    Self.lastDay(first: first, days: try limit(law, stage, grant, on: first))
  }
}
