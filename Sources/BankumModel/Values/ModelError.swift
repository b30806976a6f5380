/// What was wrong with a value, everything at once.
///
/// Leaves throw one problem with an empty place; whoever knows the field or the line adds it with `at(_:)`.
package struct ModelError: Error, Hashable, Sendable {
  /// Why the value was not taken.
  package enum Code: String, Coded {
    /// The text has not the form of such a value.
    case syntax
    /// The form is right, the value lies outside what is possible.
    case range
    /// The text is none of the codes of a closed list.
    case unknownCode
    /// The working calendar does not know this year; the problem's value is the year.
    case calendarYearMissing
    /// No rule of this key holds on the date; the problem's value is the key.
    case ruleMissing
    /// The rule's value is of another type, or outside its limits; the problem's place is the key.
    case ruleValue
    /// Fields contradict each other or the law of the entity.
    case invariant
  }

  /// Why, in one word.
  package let code: Code
  /// Every problem found, at least one.
  package let problems: [Problem]

  /// An error of this code with these problems.
  package init(_ code: Code, problems: [Problem]) {
    self.code = code
    self.problems = problems
  }

  /// An error with one problem; `place` is empty when the thrower does not know it.
  package init(_ code: Code, place: String = "", value: String, expected: Phrase) {
    self.init(code, problems: [Problem(place: place, value: value, expected: expected)])
  }

  /// The same error, its problems placed in `place`: `from`, or `block.from` if the problem had a place already.
  package func at(_ place: String) -> ModelError {
    ModelError(code, problems: problems.map { $0.at(place) })
  }
}
