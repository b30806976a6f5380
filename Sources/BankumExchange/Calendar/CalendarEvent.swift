package import BankumModel

/// One meeting as a calendar shows it.
package struct CalendarEvent: Hashable, Sendable {
  /// Whether it takes place.
  package enum Status: String, Coded {
    /// Published, not accepted yet.
    case tentative = "TENTATIVE"
    /// Accepted.
    case confirmed = "CONFIRMED"
    /// Called off: calendars take it out.
    case cancelled = "CANCELLED"
  }

  /// What stays the same through every change: the session's id.
  package var uid: String
  /// How often it has changed, from 0; calendars take the higher one.
  package var sequence: Int
  /// When this version was made, to the second.
  package var stamp: Instant
  /// The start, to the second.
  package var start: Instant
  /// The end, to the second.
  package var end: Instant
  /// The one line that a calendar shows.
  package var summary: String
  /// Where; nil: not said.
  package var location: String?
  /// More; nil: nothing.
  package var details: String?
  /// Whether it takes place.
  package var status: Status

  /// An event; seconds' parts are cut off, because calendars have none.
  package init(
    uid: String, sequence: Int, stamp: Instant, start: Instant, end: Instant, summary: String,
    location: String? = nil, details: String? = nil, status: Status
  ) {
    self.uid = uid
    self.sequence = sequence
    self.stamp = Self.wholeSeconds(stamp)
    self.start = Self.wholeSeconds(start)
    self.end = Self.wholeSeconds(end)
    self.summary = summary
    self.location = location
    self.details = details
    self.status = status
  }

  private static func wholeSeconds(_ instant: Instant) -> Instant {
    let rest = instant.milliseconds % 1000
    return Instant(milliseconds: instant.milliseconds - (rest < 0 ? rest + 1000 : rest))
  }
}
