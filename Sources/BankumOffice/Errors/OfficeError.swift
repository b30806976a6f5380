package import BankumModel

/// Why a use case did not do what it was asked. Nothing was written.
package enum OfficeError: Error, Sendable, Equatable {
  /// There is no such thing, or none within the caller's reach: what was looked for, and by which text.
  case notFound(String, String)
  /// What was given is wrong, all of it.
  case invalid([OfficeProblem])
  /// A rule forbids it.
  case refused(Refusal)
  /// Something else has to end first, or has changed meanwhile.
  case busy(Obstacle)

  /// One thing that is wrong in what was given.
  package static func invalid(_ place: String, _ value: String?, _ expected: Expectation) -> OfficeError {
    .invalid([OfficeProblem(place: place, value: value, expected: expected)])
  }

  /// What the model found wrong, below a place.
  package static func invalid(_ problems: [Problem], at place: String? = nil) -> OfficeError {
    .invalid(
      problems.map { problem in
        let problem = place.map { problem.at($0) } ?? problem
        return OfficeProblem(
          place: problem.place, value: problem.value.isEmpty ? nil : problem.value,
          expected: .described(problem.expected))
      })
  }
}

/// One thing that is wrong in what a caller gave.
package struct OfficeProblem: Sendable, Equatable {
  /// Where: a parameter, a field, `FILE:LINE:COLUMN`.
  package let place: String
  /// What stands there; nil when nothing does.
  package let value: String?
  /// What was expected.
  package let expected: Expectation

  /// Takes the fields as they are.
  package init(place: String, value: String?, expected: Expectation) {
    self.place = place
    self.value = value
    self.expected = expected
  }
}
