/// A point in time: milliseconds since 1970-01-01T00:00Z, leap seconds not counted. For audit and creation, never for
/// plans.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z, negative before.
  package let milliseconds: Int64

  /// The instant so many milliseconds after 1970-01-01T00:00Z.
  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Reads `2026-11-23T07:30+07:00`, with optional seconds and milliseconds; the zone must be there.
  ///
  /// Throws `syntax` for another form, `range` for parts that do not exist.
  package init(parsing text: String) throws(ModelError) {
    let expected: Phrase = "a time with its zone, of the form 2026-11-23T07:30+07:00"
    // The date has a fixed length, so a dash further right belongs to the zone.
    guard text.utf8.count >= 17,
      let zoneStart = text.utf8.dropFirst(16).firstIndex(where: {
        $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "Z")
      })
    else { throw ModelError(.syntax, value: text, expected: expected) }
    let zone = try ZoneOffset(parsing: String(text[zoneStart...]))
    let clock = text[..<zoneStart]
    let civil = try CivilTime(parsing: String(clock.prefix(16)))
    let rest = Array(clock.utf8.dropFirst(16))
    var extra = 0
    if !rest.isEmpty {
      guard rest.count == 3 || (rest.count == 7 && rest[3] == UInt8(ascii: ".")), rest[0] == UInt8(ascii: ":"),
        let seconds = DecimalText.value(of: rest[1...2]), seconds < 60,
        let thousandths = rest.count == 7 ? DecimalText.value(of: rest[4...6]) : 0
      else { throw ModelError(.syntax, value: text, expected: expected) }
      extra = seconds * 1000 + thousandths
    }
    self.init(milliseconds: civil.instant(in: zone).milliseconds + Int64(extra))
  }

  /// The civil minute that the wall clock of the zone shows; seconds are cut off. Instants outside the years 1...9999
  /// become the first or last minute there is.
  package func civilTime(in zone: ZoneOffset) -> CivilTime {
    let minutes = Self.floorDivision(milliseconds, 60_000) + Int64(zone.minutes)
    let day = Self.floorDivision(minutes, 1440)
    if day < Int64(CivilDate.earliest.dayNumber) { return CivilTime(.earliest, .startOfDay) }
    let lastMinute = MinuteOfDay(hour: 23, minute: 59) ?? .startOfDay
    if day > Int64(CivilDate.latest.dayNumber) { return CivilTime(.latest, lastMinute) }
    let minute = MinuteOfDay(minutes: Int(minutes - day * 1440)) ?? .startOfDay
    return CivilTime(CivilDate(dayNumber: Int(day)), minute)
  }

  /// The civil date in the zone.
  package func date(in zone: ZoneOffset) -> CivilDate { civilTime(in: zone).date }

  /// The instant as `2026-11-24T10:00:05.123+07:00`.
  package func text(in zone: ZoneOffset) -> String {
    let withinMinute = Int(milliseconds - Self.floorDivision(milliseconds, 60_000) * 60_000)
    let seconds = DecimalText.padded(withinMinute / 1000, to: 2)
    let thousandths = DecimalText.padded(withinMinute % 1000, to: 3)
    return "\(civilTime(in: zone).text):\(seconds).\(thousandths)\(zone.text)"
  }

  /// The instant so many milliseconds later; stays inside `Int64`.
  package func adding(milliseconds more: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(more)
    return Instant(milliseconds: overflow ? (more > 0 ? .max : .min) : sum)
  }

  /// Earlier comes first.
  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  private static func floorDivision(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
  }
}
