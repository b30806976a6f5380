/// What can happen to a meeting.
package enum SessionEvent: String, Coded {
  /// The plan is published; the partner has still to accept the request.
  case publishOffer
  /// The plan is published; the partner has accepted the request.
  case publish
  /// The partner accepts the request.
  case accept
  /// The partner refuses the request, or cannot keep this meeting.
  case decline
  /// The partner was silent too long.
  case lapse
  /// It gets another time, room or advocate of the same partner.
  case move
  /// It is called off.
  case cancel
  /// The draft is thrown away.
  case discard
  /// It took place.
  case hold
  /// It took place but was ended early.
  case cutShort
  /// Counsel did not come.
  case missAdvocate
  /// The inmate did not want to come.
  case refuse
  /// The house did not bring him.
  case failToBring
  /// Working days passed without an outcome.
  case elapse

  /// The state that an outcome leads to; nil for other events.
  package var outcomeState: SessionState? {
    switch self {
    case .hold: .held
    case .cutShort: .cutShort
    case .missAdvocate: .noShowAdvocate
    case .refuse: .refusedByInmate
    case .failToBring: .notBrought
    case .publishOffer, .publish, .accept, .decline, .lapse, .move, .cancel, .discard, .elapse: nil
    }
  }

  /// The event of an outcome as `session end --outcome` names it: by the state's code. Nil for a state that is no
  /// outcome.
  package init?(outcome: SessionState) {
    guard let event = Self.allCases.first(where: { $0.outcomeState == outcome }) else { return nil }
    self = event
  }
}
