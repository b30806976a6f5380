/// The days in which a verdict can be fought, and the memorandum of cassation handed in.
package enum AppealClock {
  /// The last day to appeal against a verdict of the trial (*banding*) or of the appeal (*kasasi*).
  ///
  /// Counted after the day on which the verdict was read or made known: within seven days of 1 December means 8
  /// December. Nil for stages whose decisions are not fought this way. The code of the child's day applies as in
  /// `MandatoryCounsel`. Throws `ruleMissing`.
  package static func lastDay(
    verdictOf stage: DetentionStage, knownOn: CivilDate, law: DetentionLaw, rules: RuleTable
  ) throws(ModelError) -> CivilDate? {
    guard stage == .trial || stage == .appeal else { return nil }
    return knownOn.adding(days: try rules.integer(.appeal(code(law, rules, knownOn), against: stage), on: knownOn))
  }

  /// The last day to hand in the memorandum after the cassation was filed. Throws `ruleMissing`.
  package static func memorandumLastDay(
    filedOn: CivilDate, law: DetentionLaw, rules: RuleTable
  ) throws(ModelError) -> CivilDate {
    filedOn.adding(days: try rules.integer(.cassationMemorandum(code(law, rules, filedOn)), on: filedOn))
  }

  private static func code(_ law: DetentionLaw, _ rules: RuleTable, _ date: CivilDate) -> DetentionLaw {
    guard law == .child else { return law }
    return rules.rule(.cassationMemorandum(.new), on: date) == nil ? .old : .new
  }
}
