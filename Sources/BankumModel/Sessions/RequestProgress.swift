/// The fields of a request that a meeting's outcome changes.
package struct RequestProgress: Hashable, Sendable {
  /// Where it stands.
  package var state: RequestState
  /// The partner that holds it, with its clock.
  package var offer: Offer?
  /// The day from which waiting counts when a held meeting reset it.
  package var waitingSince: CivilDate?
  /// Meetings lost through no fault of the inmate since then.
  package var lostMeetings: Int
  /// How it ended.
  package var closing: Closing?

  /// Takes the fields as they are.
  package init(
    state: RequestState, offer: Offer? = nil, waitingSince: CivilDate? = nil, lostMeetings: Int = 0,
    closing: Closing? = nil
  ) {
    self.state = state
    self.offer = offer
    self.waitingSince = waitingSince
    self.lostMeetings = lostMeetings
    self.closing = closing
  }
}

extension Request {
  /// What an outcome may change of it.
  package internal(set) var progress: RequestProgress {
    get {
      RequestProgress(
        state: state, offer: offer, waitingSince: waitingSince, lostMeetings: lostMeetings, closing: closing)
    }
    set {
      state = newValue.state
      offer = newValue.offer
      waitingSince = newValue.waitingSince
      lostMeetings = newValue.lostMeetings
      closing = newValue.closing
    }
  }
}
