/// One dated rule: from this day on, this key has this value, says this source.
///
/// Rules are never changed, only followed by others, so that every past decision can be explained with the rules of
/// its day.
package struct Rule: Hashable, Sendable {
  /// The key.
  package let key: RuleKey
  /// The value.
  package let value: RuleValue
  /// The first day on which it holds.
  package let validFrom: CivilDate
  /// Where it stands: article, letter, decision.
  package let source: String
  /// The account of the officer who compared it with the source; nil: nobody yet.
  package let confirmedBy: String?
  /// The day on which that was done.
  package let confirmedOn: CivilDate?
  /// The account that entered it; nil for what a new register starts with.
  package let recordedBy: String?
  /// The day on which it was entered, so that a rule for days gone by shows.
  package let recordedOn: CivilDate?

  /// A rule.
  package init(
    key: RuleKey, value: RuleValue, validFrom: CivilDate, source: String, confirmedBy: String? = nil,
    confirmedOn: CivilDate? = nil, recordedBy: String? = nil, recordedOn: CivilDate? = nil
  ) {
    self.key = key
    self.value = value
    self.validFrom = validFrom
    self.source = source
    self.confirmedBy = confirmedBy
    self.confirmedOn = confirmedOn
    self.recordedBy = recordedBy
    self.recordedOn = recordedOn
  }

  /// Whether an officer has confirmed it.
  package var isConfirmed: Bool { confirmedBy != nil && confirmedOn != nil }

  /// Whether it is entered and does not hold yet: a table of the law waits for the officer. What a new register starts
  /// with holds all the same, because without it nothing could be planned; planning warns.
  package var isProposal: Bool {
    recordedBy != nil && !isConfirmed && RuleCatalogue.definition(of: key)?.authority == .law
  }

  /// Everything wrong with it: unknown key, wrong value, no source, half a confirmation.
  package var problems: [Problem] {
    var list = ProblemList()
    if let definition = RuleCatalogue.definition(of: key) {
      list.require(definition.accepts(value), "value", value.text, expected: definition.expectation)
    } else {
      list.require(false, "key", key.code, expected: "a key of the catalogue")
    }
    list.requireText(source, "source", .source)
    list.requireOptionalText(confirmedBy, "confirmedBy", .account)
    list.require(
      (confirmedBy == nil) == (confirmedOn == nil), "confirmedOn", confirmedOn?.text ?? "",
      expected: "both who confirmed it and when, or neither")
    list.requireOptionalText(recordedBy, "recordedBy", .account)
    list.require(
      (recordedBy == nil) == (recordedOn == nil), "recordedOn", recordedOn?.text ?? "",
      expected: "both who entered it and when, or neither")
    return list.problems
  }
}
