package import BankumModel

/// One meeting as a docket shows it. What the reader may not see is nil.
///
/// A reference: a read model hands the same line to everybody who asks, and copying what is known of people would cost more
/// than all the rest of an answer.
package final class DocketLine: Sendable, Equatable {
  /// The meeting, for those who select lines.
  let session: Session
  /// Where.
  package let room: Room?
  /// Who is met.
  package let inmate: Inmate
  /// His block.
  package let block: Block?
  /// The legal details; nil for whoever only brings people.
  package let legalDetails: LegalDetails?

  init(session: Session, room: Room?, inmate: Inmate, block: Block?, legalDetails: LegalDetails?) {
    self.session = session
    self.room = room
    self.inmate = inmate
    self.block = block
    self.legalDetails = legalDetails
  }

  /// The meeting's id.
  package var id: Session.ID { session.id }
  /// When.
  package var start: CivilTime { session.start }
  /// Until when.
  package var end: CivilTime { session.end }
  /// From when until when.
  package var hours: MinuteRange { session.hours }
  /// When the block calls.
  package var callAt: CivilTime { CivilTime(session.date, session.callAt) }
  /// Where it stands.
  package var state: SessionState { session.state }

  /// The same for whoever only brings people.
  var withoutLegalDetails: DocketLine {
    DocketLine(session: session, room: room, inmate: inmate, block: block, legalDetails: nil)
  }

  /// Whether they say the same.
  package static func == (left: DocketLine, right: DocketLine) -> Bool {
    left === right
      || left.session == right.session && left.room == right.room && left.inmate == right.inmate
        && left.block == right.block && left.legalDetails == right.legalDetails
  }

  /// What a lawyer and the registrar see besides.
  package struct LegalDetails: Sendable, Equatable {
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
