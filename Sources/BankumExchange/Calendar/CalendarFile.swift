/// A calendar for a lawyer's own programme: what RFC 5545 calls an iCalendar object.
package struct CalendarFile: Hashable, Sendable {
  /// What made it.
  package var product: String
  /// What programmes call it; nil: nothing.
  package var name: String?
  /// The meetings, in order.
  package var events: [CalendarEvent]

  /// A calendar.
  package init(product: String, name: String? = nil, events: [CalendarEvent]) {
    self.product = product
    self.name = name
    self.events = events
  }
}
