package import BankumModel

/// Where a request stands after something was done with it.
package struct RequestAnswer: Sendable, Equatable {
  /// Which.
  package let request: Request.ID
  /// Where it stands.
  package let state: RequestState
  /// Meetings that were called off by it.
  package let cancelled: Int
}
