/// A time of day as a text shows it, in whole minutes since midnight: no rules, no zone.
package struct ClockTime: Sendable, Hashable {
  /// Minutes since midnight; 1440 is the end of the day.
  package let minutes: Int

  /// Makes a time of day from minutes since midnight, 0 to 1440.
  package init(_ minutes: Int) {
    self.minutes = minutes
  }

  /// The hour, 0 to 24.
  var hour: Int { minutes / 60 }

  /// The minute of the hour, 0 to 59.
  var minute: Int { minutes % 60 }
}
