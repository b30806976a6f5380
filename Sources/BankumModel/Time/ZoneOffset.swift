/// The fixed distance of a zone from UTC. Indonesia has three, without summer time.
package struct ZoneOffset: Hashable, Sendable, CustomStringConvertible {
  /// Minutes east of UTC, -720...840.
  package let minutes: Int

  /// Waktu Indonesia Barat, +07:00: Medan.
  package static let westernIndonesia = ZoneOffset(unchecked: 420)
  /// UTC itself.
  package static let utc = ZoneOffset(unchecked: 0)

  private init(unchecked minutes: Int) {
    self.minutes = minutes
  }

  /// The zone so many minutes east of UTC, or nil outside -720...840.
  package init?(minutes: Int) {
    guard (-720...840).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `+07:00`, `-03:30` or `Z`. Throws `syntax` for another form, `range` for a zone that no place has.
  package init(parsing text: String) throws(ModelError) {
    if text == "Z" {
      self = .utc
      return
    }
    let units = Array(text.utf8)
    guard units.count == 6, units[0] == UInt8(ascii: "+") || units[0] == UInt8(ascii: "-"),
      units[3] == UInt8(ascii: ":"), let hours = DecimalText.value(of: units[1...2]),
      let minutes = DecimalText.value(of: units[4...5])
    else { throw ModelError(.syntax, value: text, expected: "a zone of the form +07:00") }
    let sign = units[0] == UInt8(ascii: "-") ? -1 : 1
    guard minutes < 60, let zone = ZoneOffset(minutes: sign * (hours * 60 + minutes)) else {
      throw ModelError(.range, value: text, expected: "a zone from -12:00 to +14:00")
    }
    self = zone
  }

  /// The zone as `+07:00`.
  package var text: String {
    let size = minutes.magnitude
    let clock = "\(DecimalText.padded(Int(size / 60), to: 2)):\(DecimalText.padded(Int(size % 60), to: 2))"
    return (minutes < 0 ? "-" : "+") + clock
  }

  /// The zone as `text`.
  package var description: String { text }
}
