/// Hours in which a room cannot be used.
package struct RoomClosure: Hashable, Sendable {
  /// On which days.
  package var days: OpenDateRange
  /// In which hours.
  package var hours: MinuteRange
  /// Why.
  package var reason: String

  /// Makes one from its fields.
  package init(days: OpenDateRange, hours: MinuteRange = .wholeDay, reason: String) {
    self.days = days
    self.hours = hours
    self.reason = reason
  }
}
