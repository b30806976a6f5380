/// A minute of a civil day: 0 is midnight, 1439 is 23:59. 1440 is the end of the day and only ends ranges.
package struct MinuteOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0...1440.
  package let minutes: Int

  /// Midnight at the start of the day.
  package static let startOfDay = MinuteOfDay(unchecked: 0)
  /// Midnight at the end of the day, written 24:00.
  package static let endOfDay = MinuteOfDay(unchecked: 1440)

  private init(unchecked minutes: Int) {
    self.minutes = minutes
  }

  /// The minute so long after midnight, or nil outside 0...1440.
  package init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// The minute of hour 0...23 and minute 0...59, or nil if there is none.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// Reads `08:30`, and `24:00` for the end of the day.
  ///
  /// Throws `syntax` for another form, `range` for a time that does not exist.
  package init(parsing text: String) throws(ModelError) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2, let hour = DecimalText.value(of: parts[0]),
      let minute = DecimalText.value(of: parts[1])
    else { throw ModelError(.syntax, value: text, expected: "a time of the form 08:30") }
    if hour == 24, minute == 0 {
      self = .endOfDay
    } else if let time = MinuteOfDay(hour: hour, minute: minute) {
      self = time
    } else {
      throw ModelError(.range, value: text, expected: "a time from 00:00 to 24:00")
    }
  }

  /// The time as `08:30`.
  package var text: String {
    "\(DecimalText.padded(minutes / 60, to: 2)):\(DecimalText.padded(minutes % 60, to: 2))"
  }

  /// The time as `text`.
  package var description: String { text }

  /// The minute so much later, or nil if that is another day.
  package func adding(minutes more: Int) -> MinuteOfDay? {
    let (sum, overflow) = minutes.addingReportingOverflow(more)
    return overflow ? nil : MinuteOfDay(minutes: sum)
  }

  /// Earlier in the day comes first.
  package static func < (left: MinuteOfDay, right: MinuteOfDay) -> Bool { left.minutes < right.minutes }
}
