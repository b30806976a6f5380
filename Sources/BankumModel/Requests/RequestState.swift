/// Where a request stands. The codes are part of the contract.
package enum RequestState: String, Coded {
  /// Waiting for a place, or for a partner's offer anew.
  case submitted
  /// The partner found something missing; its clock is stopped.
  case incomplete
  /// A placement was published that no partner has accepted yet: the partner's clock runs.
  case offered
  /// A partner has taken it; it waits for a meeting.
  case accepted
  /// A partner has taken it and a meeting is published.
  case scheduled
  /// Served.
  case closed
  /// Taken back, or counsel refused by the inmate.
  case withdrawn
  /// The inmate was moved to another facility first.
  case transferred
  /// The inmate was released first.
  case released
  /// The inmate died first.
  case deceased
  /// Every partner is excluded; the reasons are on the request.
  case noEligiblePartner

  /// Whether somebody still has to do something about it: only open requests are placed, ranked and counted as waiting.
  package var isOpen: Bool {
    switch self {
    case .submitted, .incomplete, .offered, .accepted, .scheduled, .noEligiblePartner: true
    case .closed, .withdrawn, .transferred, .released, .deceased: false
    }
  }

  /// Whether a partner holds it: its offer or its acceptance stands.
  package var hasPartner: Bool {
    switch self {
    case .offered, .incomplete, .accepted, .scheduled: true
    case .submitted, .closed, .withdrawn, .transferred, .released, .deceased, .noEligiblePartner: false
    }
  }
}
