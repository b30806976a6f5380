/// A time of day in whole minutes since midnight, for texts.
package struct MinuteOfDay: Sendable, Hashable {
  /// Minutes since midnight; 1440 is the end of the day.
  package let minutes: Int

  /// Makes a time of day from minutes since midnight.
  package init(_ minutes: Int) {
    self.minutes = minutes
  }

  /// The hour, 0 to 24.
  var hour: Int { minutes / 60 }

  /// The minute of the hour, 0 to 59.
  var minuteOfHour: Int { minutes % 60 }
}
