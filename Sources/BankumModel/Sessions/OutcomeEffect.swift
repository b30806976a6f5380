/// What the report of a meeting's outcome did to its request: what a correction takes back.
package struct OutcomeEffect: Hashable, Sendable {
  /// Where the request stood before the report.
  package var before: RequestProgress
  /// Where the report put it.
  package var after: RequestProgress

  /// Takes the fields as they are.
  package init(before: RequestProgress, after: RequestProgress) {
    self.before = before
    self.after = after
  }
}
