/// A minute of a civil date, as a clock on the wall of the house shows it; the zone is the configuration's.
package struct CivilTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The date.
  package var date: CivilDate
  /// The minute of that date.
  package var minute: MinuteOfDay

  /// The minute of a date.
  package init(_ date: CivilDate, _ minute: MinuteOfDay) {
    self.date = date
    self.minute = minute
  }

  /// Reads `2026-11-24T10:00`. Throws `syntax` or `range` as its parts do.
  package init(parsing text: String) throws(ModelError) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw ModelError(.syntax, value: text, expected: "a time of the form 2026-11-24T10:00")
    }
    self.init(try CivilDate(parsing: String(parts[0])), try MinuteOfDay(parsing: String(parts[1])))
  }

  /// The time as `2026-11-24T10:00`.
  package var text: String { "\(date.text)T\(minute.text)" }

  /// The time with its zone as the wire writes it: `2026-11-24T10:00+07:00`.
  package func text(in zone: ZoneOffset) -> String { text + zone.text }

  /// The time as `text`.
  package var description: String { text }

  /// The instant at which this minute begins in the zone.
  package func instant(in zone: ZoneOffset) -> Instant {
    let minutes = Int64(date.dayNumber) * 1440 + Int64(minute.minutes - zone.minutes)
    return Instant(milliseconds: minutes * 60_000)
  }

  /// Whole minutes from this time to the other, negative if it is earlier.
  package func minutes(until other: CivilTime) -> Int {
    date.days(until: other.date) * 1440 + other.minute.minutes - minute.minutes
  }

  /// Earlier comes first.
  package static func < (left: CivilTime, right: CivilTime) -> Bool {
    (left.date, left.minute) < (right.date, right.minute)
  }
}
