import BankumModel

/// One thing that is wrong with a file: where, what was found, what was expected.
///
/// No prose: the words for `code` and `parameters` are in the catalogue of the room of words. `value` may be personal:
/// it goes to whoever sent the file, never into a log.
package struct ImportProblem: Error, Hashable, Sendable {
  /// What is wrong.
  package let code: Code
  /// Where.
  package let place: ImportPlace
  /// What was found, at most 200 bytes of it; empty where something is missing.
  package let value: String
  /// What the code names as its parameters, in that order.
  package let parameters: [String]

  /// A problem; a longer value is cut off at a whole character.
  package init(_ code: Code, at place: ImportPlace, value: String = "", parameters: [String] = []) {
    self.code = code
    self.place = place
    self.value = Self.shortened(value)
    self.parameters = parameters
  }

  private static func shortened(_ value: String) -> String {
    guard value.utf8.count > 200 else { return value }
    var kept = ""
    var bytes = 0
    for scalar in value.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > 200 { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept
  }
}
