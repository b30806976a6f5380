package import BankumModel

/// What hung on somebody who has left, and what became of it.
package struct DepartureReport: Sendable, Equatable {
  /// Requests that ended.
  package var requests: [Request.ID] = []
  /// Published meetings that were called off; their partners were told.
  package var sessions: [Session.ID] = []
  /// Mandates that ended.
  package var endedMandates: [Mandate.ID] = []
  /// Mandates that stay in force: each waits in the review, so that it is handed on.
  package var referrals: [Mandate.ID] = []

  /// Nothing hung on him.
  package init() {}
}
