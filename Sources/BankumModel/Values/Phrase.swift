/// A short English phrase that keeps its values apart, so that a room above can say it in another language:
/// `"at most \(limit) bytes"` is the form `at most {} bytes` with the value `200`.
package struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The phrase with `{}` for each value.
  package let form: String
  /// The values, in order.
  package let values: [String]
  /// The phrase with its values.
  package let text: String

  /// Phrases are the same when they say the same.
  package static func == (one: Phrase, other: Phrase) -> Bool { one.text == other.text }

  /// As equality has it.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// A phrase without values.
  package init(stringLiteral text: String) {
    (form, values, self.text) = (text, [], text)
  }

  /// A phrase from its parts.
  package init(stringInterpolation parts: StringInterpolation) {
    (form, values, text) = (parts.form, parts.values, parts.text)
  }

  /// Gathers the parts of a phrase.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var form = ""
    fileprivate var values: [String] = []
    fileprivate var text = ""

    /// Nothing yet.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    package mutating func appendLiteral(_ literal: String) {
      form += literal
      text += literal
    }

    /// Adds a value.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      form += "{}"
      values.append(value.description)
      text += value.description
    }
  }
}
