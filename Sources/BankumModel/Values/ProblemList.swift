/// Collects problems while an entity looks at its fields.
struct ProblemList {
  private(set) var problems: [Problem] = []

  /// Notes a problem unless `holds`.
  mutating func require(
    _ holds: Bool, _ place: String, _ value: @autoclosure () -> String, expected: @autoclosure () -> Phrase
  ) {
    if !holds { problems.append(Problem(place: place, value: value(), expected: expected())) }
  }

  /// Notes a problem unless the text says something and is no longer than `limit` bytes.
  mutating func requireText(_ text: String, _ place: String, limit: Int = 200) {
    let isBlank = text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    require(!isBlank, place, text, expected: "a text")
    require(text.utf8.count <= limit, place, "\(text.utf8.count) bytes", expected: "at most \(limit) bytes")
  }

  /// Notes a problem unless the absent or present text is sound as in `requireText`.
  mutating func requireOptionalText(_ text: String?, _ place: String, limit: Int = 200) {
    if let text { requireText(text, place, limit: limit) }
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
