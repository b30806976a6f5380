/// A verdict that can be fought for some days.
package struct Verdict: Hashable, Sendable {
  /// Whose verdict: trial or appeal.
  package var stage: DetentionStage
  /// The day on which it was read or made known.
  package var knownOn: CivilDate
  /// The day on which it was fought; nil: not yet.
  package var foughtOn: CivilDate?

  /// Takes the fields as they are.
  package init(stage: DetentionStage, knownOn: CivilDate, foughtOn: CivilDate? = nil) {
    self.stage = stage
    self.knownOn = knownOn
    self.foughtOn = foughtOn
  }
}
