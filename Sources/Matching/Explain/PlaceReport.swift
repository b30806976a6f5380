/// What stands between a request and one advocate's half-day.
package struct PlaceReport: Sendable, Equatable {
  /// With whom.
  package var advocate: Int
  /// The half-day, in the order of time.
  package var halfDay: Int
  /// All that excludes it; empty for a place that is free or its own.
  package var exclusions: [Exclusion]
  /// What the plan would lose in score if the request took the best start there and those in the way went
  /// wherever there is room; nil where fixed reasons or frozen sessions forbid it.
  package var displacedValue: Int?
}
