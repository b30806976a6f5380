package import BankumModel

/// What a write about one meeting answers.
package struct SessionAnswer: Sendable, Equatable {
  /// The meeting.
  package var session: Session.ID
  /// Where it stands now.
  package var state: SessionState
  /// Where its request stands now; nil for a meeting without one.
  package var request: RequestState?
  /// The entry of the review list that waits for a second person; nil when it is done.
  package var review: ReviewEntry.ID?
  /// The rules that a recorded visit broke.
  package var brokenRules: [String]

  init(_ session: Session, _ request: Request? = nil, review: ReviewEntry.ID? = nil) {
    self.session = session.id
    state = session.state
    self.request = request?.state
    self.review = review
    brokenRules = session.brokenRules
  }
}
