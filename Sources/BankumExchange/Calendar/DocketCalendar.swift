package import BankumModel

/// Makes a docket's calendar: without names unless they are asked for, because calendars are copied to telephones and
/// servers that nobody here knows.
package enum DocketCalendar {
  /// A meeting as the calendar needs it.
  package struct Entry: Hashable, Sendable {
    /// The meeting's id, the UID of the event.
    package var session: Session.ID
    /// How often it has changed since it was published.
    package var sequence: Int
    /// When this version was made.
    package var changedAt: Instant
    /// The day.
    package var date: CivilDate
    /// From when until when.
    package var hours: MinuteRange
    /// Where it stands.
    package var state: SessionState
    /// What the calendar may show of it to anybody: the service, in the reader's language.
    package var title: String
    /// Where.
    package var room: String?
    /// Who is met; only shown if names are asked for.
    package var name: String

    /// An entry.
    package init(
      session: Session.ID, sequence: Int, changedAt: Instant, date: CivilDate, hours: MinuteRange,
      state: SessionState, title: String, room: String?, name: String
    ) {
      self.session = session
      self.sequence = sequence
      self.changedAt = changedAt
      self.date = date
      self.hours = hours
      self.state = state
      self.title = title
      self.room = room
      self.name = name
    }
  }

  /// The calendar of these meetings, in their order; drafts are left out. `showsNames` is for the caller to audit.
  package static func file(
    _ entries: [Entry], product: String, name: String? = nil, zone: ZoneOffset, showsNames: Bool = false
  ) -> CalendarFile {
    let events = entries.filter { $0.state != .draft }.map { entry in
      CalendarEvent(
        uid: entry.session.text, sequence: entry.sequence, stamp: entry.changedAt,
        start: CivilTime(entry.date, entry.hours.start).instant(in: zone),
        end: CivilTime(entry.date, entry.hours.end).instant(in: zone),
        summary: showsNames ? "\(entry.title): \(entry.name)" : "\(entry.title) \(entry.session.text)",
        location: entry.room, status: status(entry.state))
    }
    return CalendarFile(product: product, name: name, events: events)
  }

  private static func status(_ state: SessionState) -> CalendarEvent.Status {
    switch state {
    case .draft, .offered: .tentative
    case .cancelled: .cancelled
    case .confirmed, .held, .cutShort, .noShowAdvocate, .refusedByInmate, .notBrought, .unreported: .confirmed
    }
  }
}
