package import BankumModel

/// An open request without a place, with all that keeps it from one.
package struct WaitingRequest: Hashable, Sendable {
  /// One reason.
  package struct Reason: Hashable, Sendable {
    /// The rule, whom it concerns and its values, as at the first place that it excludes.
    package let breach: RuleBreach
    /// How many days of advocates it excludes, alone or with others.
    package let days: Int
    /// A place that breaks the rule, to look at; nil when there is nobody or nowhere at all.
    package let example: Placement?
  }

  /// Whose.
  package let request: Request.ID
  /// The place in the queue of all open requests, 1 for the first; equal ranks share it.
  package let place: Int
  /// Tier, points and every factor.
  package let priority: Priority
  /// All reasons, at least one: first those that hold on every day, then partners, advocates, days, what others take.
  package let reasons: [Reason]
  /// Whether no partner at all may serve him, whoever else is served: a matter for the registrar.
  package let hasNoEligiblePartner: Bool
}
