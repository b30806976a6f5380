package import BankumModel

/// Which requests somebody asks for. What is nil does not narrow.
package struct RequestQuestion: Sendable, Equatable {
  /// In which states; nil: open ones, empty: all.
  package var states: Set<RequestState>?
  /// Held by which partner.
  package var partner: Partner.ID?
  /// Whose.
  package var inmate: String?
  /// What for.
  package var service: Service?
  /// At most so many.
  package var limit: Int

  /// A question for open requests.
  package init(
    states: Set<RequestState>? = nil, partner: Partner.ID? = nil, inmate: String? = nil, service: Service? = nil,
    limit: Int = 1_000
  ) {
    self.states = states
    self.partner = partner
    self.inmate = inmate
    self.service = service
    self.limit = limit
  }
}
