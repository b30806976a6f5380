package import BankumModel

/// Why a request is where it is, for one who asks: the answer of `explain`.
///
/// It is the registrar's view. What partners, guards and the inmate may see of it is cut by whoever answers them;
/// `HouseRule.isConflict` says what an inmate never hears.
package struct Explanation: Sendable {
  /// Where the request would be, and what the plan would lose by it.
  package struct Alternative: Hashable, Sendable {
    /// With whom.
    package let advocate: Advocate.ID
    /// The day.
    package let date: CivilDate
    /// The hours of the half-day in which it would be.
    package let hours: MinuteRange
    /// What the plan's score would lose, the request's own worth gained and those who had to go placed wherever there
    /// is room; 0 or less for a place that is free.
    package let loss: Int
  }

  /// Whose.
  package let request: Request.ID
  /// The place in the queue of all open requests, 1 for the first.
  package let place: Int
  /// Tier, points and factors.
  package let priority: Priority
  /// The meeting that the plan gives it; nil if it waits or its meeting stays.
  package let session: PlannedSession?
  /// All reasons why it waits; empty when it does not.
  package let reasons: [WaitingRequest.Reason]
  /// Whether no partner at all may serve him, whoever else is served.
  package let hasNoEligiblePartner: Bool
  /// Other places, the least loss first, five at most.
  package let alternatives: [Alternative]
  /// The smallest change that would place it without moving anybody; empty when it does not wait, or when no change
  /// is the house's to make.
  package let smallestChange: [WhatIf]
  /// Who of those who wait would get the place that the change opens, were it not reserved; nil for nobody.
  package let rival: Request.ID?
  /// The place that the change opens.
  package let opened: Placement?
  /// The days between which its turn can be expected; nil when it has a meeting, or when only a decision helps.
  package let expected: DateRange?
}
