/// What is wrong with a problem, and where.
package struct ProblemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A path such as `requests[3].busy[0]`.
  package var place: String
  /// What was expected there.
  package var expected: String

  /// Makes an error.
  package init(place: String, expected: String) {
    self.place = place
    self.expected = expected
  }

  /// Place and expectation in one line.
  package var description: String { "\(place): expected \(expected)" }
}
