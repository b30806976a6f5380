package import BankumModel

/// Which meetings somebody asks for. What is nil or empty does not narrow.
package struct SessionQuestion: Sendable, Equatable {
  /// Whose meetings.
  package var advocate: Advocate.ID?
  /// Of which partner.
  package var partner: Partner.ID?
  /// With whom.
  package var inmate: Inmate.ID?
  /// In these states.
  package var states: Set<SessionState> = []
  /// From this day on; nil: today.
  package var from: CivilDate?
  /// To this day; nil: six days after the first, for broken ones a year.
  package var to: CivilDate?
  /// Only published ones, still to come, that break a rule.
  package var isBroken = false

  /// A question for the week that begins today.
  package init() {}
}
