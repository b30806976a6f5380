/// The hours of one day in which meetings can take place: ranges in order that do not touch; breaks are the gaps.
package struct OpeningHours: Hashable, Sendable {
  /// The open ranges, in order, apart from each other. None: closed all day.
  package let ranges: [MinuteRange]

  /// Closed all day.
  package static let closed = OpeningHours([])

  /// Open in all of these ranges; ranges that overlap or touch become one.
  package init(_ ranges: [MinuteRange]) {
    var merged: [MinuteRange] = []
    for range in ranges.sorted(by: { $0.start < $1.start }) {
      if let last = merged.last, range.start <= last.end,
        let joined = MinuteRange(last.start, max(last.end, range.end))
      {
        merged[merged.count - 1] = joined
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Open from the start to the end of `range`, except in the breaks.
  package init(_ range: MinuteRange, breaks: [MinuteRange]) {
    self = OpeningHours([range]).subtracting(breaks)
  }

  /// Reads `08:00-11:30,13:00-15:00`, or `closed`. Throws as `MinuteRange` does.
  package init(parsing text: String) throws(ModelError) {
    if text == "closed" {
      self = .closed
      return
    }
    var ranges: [MinuteRange] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      ranges.append(try MinuteRange(parsing: String(part)))
    }
    self.init(ranges)
  }

  /// The hours as `08:00-11:30,13:00-15:00`, or `closed`.
  package var text: String {
    ranges.isEmpty ? "closed" : ranges.map(\.text).joined(separator: ",")
  }

  /// The open minutes of the day.
  package var minutes: Int { ranges.reduce(0) { $0 + $1.minutes } }

  /// Whether the whole of `range` is open, without a break in it.
  package func contains(_ range: MinuteRange) -> Bool { ranges.contains { $0.contains(range) } }

  /// What is open here and not in one of the ranges.
  package func subtracting(_ closed: [MinuteRange]) -> OpeningHours {
    var left = ranges
    for range in closed { left = left.flatMap { $0.subtracting(range) } }
    return OpeningHours(left)
  }

  /// What is open in both.
  package func intersection(_ other: OpeningHours) -> OpeningHours {
    OpeningHours(ranges.flatMap { range in other.ranges.compactMap { range.intersection($0) } })
  }
}
