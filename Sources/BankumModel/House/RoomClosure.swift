/// Hours in which a room cannot be used.
package struct RoomClosure: Hashable, Sendable {
  /// On which days.
  package var days: OpenDateRange
  /// In which hours.
  package var hours: MinuteRange
  /// Why.
  package var reason: String

  /// Takes the fields as they are.
  package init(days: OpenDateRange, hours: MinuteRange = .wholeDay, reason: String) {
    self.days = days
    self.hours = hours
    self.reason = reason
  }
}
