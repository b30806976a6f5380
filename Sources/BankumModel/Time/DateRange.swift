/// A run of civil dates, first and last included. Never empty. Law and house count days this way.
package struct DateRange: Hashable, Sendable, CustomStringConvertible {
  /// The first day.
  package let first: CivilDate
  /// The last day.
  package let last: CivilDate

  /// The days from `first` to `last`, or nil if `last` is earlier.
  package init?(_ first: CivilDate, _ last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// One day.
  package init(_ day: CivilDate) {
    first = day
    last = day
  }

  /// The `days` days that begin with `first`; fewer than one count as one.
  package init(first: CivilDate, days: Int) {
    self.first = first
    last = first.adding(days: max(days, 1) - 1)
  }

  /// Reads `2026-11-23..2026-11-27`, or one date for one day. Throws `syntax` or `range`, `range` also when the end
  /// is earlier.
  package init(parsing text: String) throws(ModelError) {
    guard text.utf8.count > 10 else {
      self.init(try CivilDate(parsing: text))
      return
    }
    let units = Array(text.utf8)
    guard units.count == 22, units[10] == UInt8(ascii: "."), units[11] == UInt8(ascii: ".") else {
      throw ModelError(.syntax, value: text, expected: "dates of the form 2026-11-23..2026-11-27")
    }
    let first = try CivilDate(parsing: String(text.prefix(10)))
    guard let range = DateRange(first, try CivilDate(parsing: String(text.suffix(10)))) else {
      throw ModelError(.range, value: text, expected: "an end that is not before the start")
    }
    self = range
  }

  /// How many days, at least 1.
  package var count: Int { first.days(until: last) + 1 }

  /// The days in order.
  package var days: ClosedRange<CivilDate> { first...last }

  /// The range as `2026-11-23..2026-11-27`.
  package var text: String { "\(first.text)..\(last.text)" }

  /// The range as `text`.
  package var description: String { text }

  /// Whether the day lies inside.
  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }

  /// Whether some day lies in both.
  package func overlaps(_ other: DateRange) -> Bool { first <= other.last && other.first <= last }

  /// The days that lie in both, or nil.
  package func intersection(_ other: DateRange) -> DateRange? {
    DateRange(max(first, other.first), min(last, other.last))
  }
}
