/// When the law wants somebody to have counsel whether he can pay or not (Art 56 of 1981, Art 155 of 2025).
///
/// To appoint counsel is the duty of police, prosecutor and judge; the house refers, ranks and records.
package enum MandatoryCounsel {
  /// Whether counsel must be appointed: threatened with death, life or at least the mandatory years; or poor, without
  /// counsel of his own and threatened with at least the years for the poor.
  ///
  /// - `hasCounsel`: counsel of his own choice or a mandate in force. Then nothing is missing and the answer is
  ///   false.
  /// - Children follow the code of the day: `child` reads the rules of the new code if they hold, else of the old.
  ///
  /// Throws `ruleMissing`.
  package static func isMissing(
    threat: CriminalThreat, isPoor: Bool, hasCounsel: Bool, law: DetentionLaw, rules: RuleTable, on date: CivilDate
  ) throws(ModelError) -> Bool {
    guard !hasCounsel else { return false }
    let code: DetentionLaw =
      if law == .child { rules.rule(.counselMandatoryYears(.new), on: date) == nil ? .old : .new } else { law }
    if threat.isAtLeast(years: try rules.integer(.counselMandatoryYears(code), on: date)) { return true }
    let poorYears = try rules.integer(.counselPoorYears(code), on: date)
    return isPoor && threat.isAtLeast(years: poorYears)
  }
}
