/// One thing that is wrong: where, what was found, what was expected.
///
/// It has the shape of a problem in the error `Invalid` of the protocol. `value` may be personal: it goes to the
/// caller who sent it, never into a log. `expected` is a short phrase without the value.
package struct Problem: Hashable, Sendable {
  /// The field in camelCase, `cells[2].code` for deeper ones; empty while unknown.
  package let place: String
  /// The value as it was found.
  package let value: String
  /// What would have been right.
  package let expected: Phrase

  /// A problem at a place.
  package init(place: String, value: String, expected: Phrase) {
    self.place = place
    self.value = value
    self.expected = expected
  }

  /// The same problem, one level deeper.
  package func at(_ outer: String) -> Problem {
    Problem(place: place.isEmpty ? outer : "\(outer).\(place)", value: value, expected: expected)
  }
}
