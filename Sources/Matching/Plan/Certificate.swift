/// What proves how good a plan is.
package struct Certificate: Sendable, Equatable {
  /// No legal plan scores more.
  package var bound: Int
  /// The prices that prove it, in the order of the instance: advocate by half-day, rooms and accessible rooms by
  /// half-day, advocate by day, advocate by week, block by half-day, partner; for problems with reserved or
  /// eligible rooms, further room sets by half-day; where no session is as short as a slot, see `PriceLayout`.
  /// None but a partner's is negative. `Engine.bound` recomputes the bound from them.
  package var prices: [Int]
  /// What is proved of tier 1.
  package var tierOne: TierOneProof
  /// The most published sessions that may change, or nil without a budget.
  package var changeLimit: Int?
  /// How many published sessions have to change in every legal plan, at least.
  package var unavoidableChanges: Int
  /// Why some wait although others hold a place that rank below them; nil when it was not asked for
  /// (`Limits.auditsFairness`).
  package var fairness: [FairnessAudit.Exception]?
  /// Who is served later or worse than somebody who ranks lower, and why; nil when it was not asked for.
  package var inversions: [OrderAudit.Inversion]?
}
