/// A partner's turn: who was asked, when, and what it did.
package struct Offer: Hashable, Sendable {
  /// Who was asked.
  package var partner: Partner.ID
  /// When the placement was published.
  package var offeredAt: CivilTime
  /// What happened since, in order.
  package var events: [AnswerClock.Event]

  /// Takes the fields as they are.
  package init(partner: Partner.ID, offeredAt: CivilTime, events: [AnswerClock.Event] = []) {
    self.partner = partner
    self.offeredAt = offeredAt
    self.events = events
  }

  /// The day of the written answer, or nil.
  package var answeredOn: CivilDate? {
    for case .answered(let date) in events { return date }
    return nil
  }

  /// Where the partner's clock stands on a day. Throws `calendarYearMissing`.
  package func state(
    _ clock: AnswerClock, calendar: WorkingCalendar, on today: CivilDate
  ) throws(ModelError) -> AnswerClock.State {
    try clock.state(offeredOn: offeredAt.date, events: events, calendar: calendar, on: today)
  }
}
