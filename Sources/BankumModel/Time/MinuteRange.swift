/// A stretch of one civil day, start included, end not: 08:00-11:30 holds 08:00 and 11:29. Never empty.
package struct MinuteRange: Hashable, Sendable, CustomStringConvertible {
  /// The first minute.
  package let start: MinuteOfDay
  /// The first minute after it.
  package let end: MinuteOfDay

  /// The whole day.
  package static let wholeDay = MinuteRange(unchecked: .startOfDay, .endOfDay)

  private init(unchecked start: MinuteOfDay, _ end: MinuteOfDay) {
    self.start = start
    self.end = end
  }

  /// The range from `start` up to `end`, or nil if `end` is not later.
  package init?(_ start: MinuteOfDay, _ end: MinuteOfDay) {
    guard start < end else { return nil }
    self.init(unchecked: start, end)
  }

  /// Reads `08:00-11:30`. Throws `syntax` or `range` as `MinuteOfDay` does, `range` also when the end is not later.
  package init(parsing text: String) throws(ModelError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw ModelError(.syntax, value: text, expected: "hours of the form 08:00-11:30")
    }
    guard
      let range = MinuteRange(
        try MinuteOfDay(parsing: String(parts[0])), try MinuteOfDay(parsing: String(parts[1])))
    else { throw ModelError(.range, value: text, expected: "an end after the start") }
    self = range
  }

  /// The length in minutes, at least 1.
  package var minutes: Int { end.minutes - start.minutes }

  /// The range as `08:00-11:30`.
  package var text: String { "\(start.text)-\(end.text)" }

  /// The range as `text`.
  package var description: String { text }

  /// Whether the minute lies inside.
  package func contains(_ minute: MinuteOfDay) -> Bool { start <= minute && minute < end }

  /// Whether the other range lies inside, ends included.
  package func contains(_ other: MinuteRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether some minute lies in both.
  package func overlaps(_ other: MinuteRange) -> Bool { start < other.end && other.start < end }

  /// What lies in both, or nil.
  package func intersection(_ other: MinuteRange) -> MinuteRange? {
    MinuteRange(max(start, other.start), min(end, other.end))
  }

  /// What is left of this range without the other: none, one or two ranges in order.
  package func subtracting(_ other: MinuteRange) -> [MinuteRange] {
    guard overlaps(other) else { return [self] }
    return [MinuteRange(start, min(end, other.start)), MinuteRange(max(start, other.end), end)].compactMap { $0 }
  }
}
