/// What a run answers: a legal schedule, what it is worth, and what proves how good it is.
package struct Plan: Sendable, Equatable {
  /// The sessions, by request.
  package var assignments: [Assignment]
  /// What they are worth.
  package var score: Score
  /// What proves it.
  package var certificate: Certificate
  /// How it came about.
  package var statistics: Statistics

  /// Whether no plan is better: tier 1 is proved and the score is the bound.
  package var isOptimal: Bool { certificate.tierOne.isProved && score.total == certificate.bound }
}
