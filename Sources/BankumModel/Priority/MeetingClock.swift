/// A day by which a meeting is of use: after it the meeting is late, though never useless.
package struct MeetingClock: Hashable, Sendable {
  /// Which clock. The codes are part of rule keys and of answers.
  package enum Kind: String, Coded {
    /// The last lawful day of detention, within the second notice.
    case termWithinSecondNotice
    /// The last lawful day of detention, within the first notice.
    case termWithinFirstNotice
    /// The last lawful day of detention, further away.
    case termLater
    /// A hearing, less the days to prepare for it.
    case hearing
    /// The last day to appeal.
    case appeal
    /// The day by which the partner that holds the request has promised its answer.
    case answer
  }

  /// Which clock.
  package let kind: Kind
  /// The last day on which a meeting is in time.
  package let lastDay: CivilDate

  /// A clock.
  package init(_ kind: Kind, lastDay: CivilDate) {
    self.kind = kind
    self.lastDay = lastDay
  }
}
