/// Where somebody's detention clock stands on a day.
package struct DetentionStatus: Hashable, Sendable {
  /// The band.
  package let band: DetentionBand
  /// The order in force on the day, or the last one that was; nil without orders, and for convicts.
  package let term: Identifier<DetentionTerm>?
  /// The stage of that order.
  package let stage: DetentionStage?
  /// The law of that order.
  package let law: DetentionLaw?
  /// The last lawful day, with suspended days added and orders on file that follow without a gap; nil while it is
  /// suspended with an open end, or unknown.
  package let lastLawfulDay: CivilDate?
  /// Days from the day asked about to the last lawful day: 0 on that day itself, negative when past. While suspended:
  /// the days that are left for when the clock runs again.
  package let daysLeft: Int?

  /// A status.
  package init(
    band: DetentionBand, term: Identifier<DetentionTerm>? = nil, stage: DetentionStage? = nil,
    law: DetentionLaw? = nil, lastLawfulDay: CivilDate? = nil, daysLeft: Int? = nil
  ) {
    self.band = band
    self.term = term
    self.stage = stage
    self.law = law
    self.lastLawfulDay = lastLawfulDay
    self.daysLeft = daysLeft
  }
}
