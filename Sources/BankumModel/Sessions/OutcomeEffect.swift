/// What the report of a meeting's outcome did to its request: what a correction takes back.
package struct OutcomeEffect: Hashable, Sendable {
  /// Where the request stood before the report.
  package var before: RequestStanding
  /// Where the report put it.
  package var after: RequestStanding

  /// Takes the fields as they are.
  package init(before: RequestStanding, after: RequestStanding) {
    self.before = before
    self.after = after
  }
}
