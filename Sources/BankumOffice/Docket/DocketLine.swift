package import BankumModel

/// One meeting as a docket shows it. What the reader may not see is nil.
package struct DocketLine: Sendable, Equatable {
  /// The meeting.
  package let id: Session.ID
  /// When.
  package let start: CivilTime
  /// Until when.
  package let end: CivilTime
  /// When the block calls.
  package let callAt: CivilTime
  /// Where it stands.
  package let state: SessionState
  /// Where.
  package let room: Room?
  /// Who is met.
  package let inmate: Inmate
  /// His block.
  package let block: Block?
  /// The matter; nil for whoever only brings people.
  package let matter: Matter?

  /// What a lawyer and the registrar see besides.
  package struct Matter: Sendable, Equatable {
    /// The request.
    package let request: Request.ID?
    /// What for.
    package let service: Service
    /// For which partner.
    package let partner: Partner?
    /// With whom.
    package let advocate: Advocate?
    /// The language that he wants to speak.
    package let language: LanguageCode?
    /// Where his detention stands.
    package let detention: DetentionStatus
    /// His next day in court from the meeting on.
    package let nextHearing: CivilDate?
    /// The number of the case.
    package let caseNumber: String?
    /// Whether nobody has met him about it before.
    package let isFirstMeeting: Bool
    /// The mandate.
    package let mandate: Mandate.ID?
  }
}

/// The meetings of some days, as of one version of the schedule.
package struct DocketPage: Sendable, Equatable {
  /// The version in force; 0 before the first.
  package let version: Int
  /// The days.
  package let days: DateRange
  /// The meetings, by time.
  package let lines: [DocketLine]
}
