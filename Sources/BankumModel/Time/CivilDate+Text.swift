extension CivilDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it: `2026-11-24`.
  package var text: String {
    let (year, month, day) = components
    return "\(DecimalText.padded(year, to: 4))-\(DecimalText.padded(month, to: 2))-\(DecimalText.padded(day, to: 2))"
  }

  /// The date as `text`.
  package var description: String { text }

  /// Reads `2026-11-24` and nothing else: ten ASCII characters, a date that exists.
  ///
  /// Throws `syntax` for another form, `range` for a day that does not exist, such as 2026-02-30.
  package init(parsing text: String) throws(ModelError) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = DecimalText.value(of: parts[0]), let month = DecimalText.value(of: parts[1]),
      let day = DecimalText.value(of: parts[2])
    else { throw ModelError(.syntax, value: text, expected: "a date of the form 2026-11-24") }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw ModelError(.range, value: text, expected: "a date that exists")
    }
    self = date
  }
}
