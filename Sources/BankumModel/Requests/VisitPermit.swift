/// The permit that the authority of a stage gives counsel to visit a detainee (PP 27/1983 Art 20; form T-10 of the
/// prosecutor).
///
/// Convicts need none beyond the head of the house.
package struct VisitPermit: Hashable, Sendable {
  /// Where it stands.
  package var state: PermitState
  /// The day on which it was asked for.
  package var requestedOn: CivilDate
  /// The first day that the granted permit allows; nil: at once.
  package var firstDay: CivilDate?

  /// Takes the fields as they are.
  package init(state: PermitState, requestedOn: CivilDate, firstDay: CivilDate? = nil) {
    self.state = state
    self.requestedOn = requestedOn
    self.firstDay = firstDay
  }

  /// The first day on which a meeting can be planned, or nil if the permit was refused.
  ///
  /// - `stage`: of the detention; nil for convicts, who need no permit.
  /// - `permit`: nil: it would be asked for today.
  ///
  /// A granted permit allows from its first day on; one that is asked for from so many working days later as the rule
  /// of the stage says. Throws `ruleMissing` and `calendarYearMissing`.
  package static func earliestMeeting(
    stage: DetentionStage?, permit: VisitPermit?, rules: RuleTable, calendar: WorkingCalendar, on today: CivilDate
  ) throws(ModelError) -> CivilDate? {
    guard let stage else { return today }
    let requestedOn: CivilDate
    switch permit?.state {
    case .refused: return nil
    case .granted: return max(today, permit?.firstDay ?? today)
    case .requested, nil: requestedOn = permit?.requestedOn ?? today
    }
    let lead = try rules.integer(.permitWorkingDays(stage), on: today)
    guard lead > 0 else { return today }
    return max(today, try calendar.addingWorkingDays(lead, to: requestedOn))
  }
}
