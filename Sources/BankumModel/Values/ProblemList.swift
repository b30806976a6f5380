/// Collects problems while an entity looks at its fields.
struct ProblemList {
  private(set) var problems: [Problem] = []

  /// Notes a problem unless `holds`.
  mutating func require(
    _ holds: Bool, _ place: String, _ value: @autoclosure () -> String, expected: @autoclosure () -> Phrase
  ) {
    if !holds { problems.append(Problem(place: place, value: value(), expected: expected())) }
  }

  /// Notes a problem unless the text may be kept as one of this kind.
  mutating func requireText(_ text: String, _ place: String, _ kind: FreeText) {
    guard let expected = kind.expectation(text) else { return }
    let value = text.utf8.count > kind.limit ? "\(text.utf8.count) bytes" : text
    require(false, place, value, expected: expected)
  }

  /// The same for a text that may be absent.
  mutating func requireOptionalText(_ text: String?, _ place: String, _ kind: FreeText) {
    if let text { requireText(text, place, kind) }
  }

  /// Notes a problem unless `value` lies in `range`.
  mutating func require(_ value: Int, in range: ClosedRange<Int>, _ place: String) {
    require(range.contains(value), place, "\(value)", expected: "\(range.lowerBound) to \(range.upperBound)")
  }

  /// Notes a problem if `later` lies before `earlier`.
  mutating func requireOrder(_ earlier: CivilDate, _ later: CivilDate?, _ place: String) {
    guard let later else { return }
    require(earlier <= later, place, later.text, expected: "a date not before \(earlier.text)")
  }
}
