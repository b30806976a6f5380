package import BankumModel
package import BankumStore
package import JSON

/// What a write about one meeting answers.
package struct SessionAnswer: Reply, Equatable {
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

  package var kept: JSONValue {
    .object([
      "session": .string(session.text), "state": .string(state.code),
      "request": request.map { .string($0.code) } ?? .null, "review": review.map { .string($0.text) } ?? .null,
      "brokenRules": .array(brokenRules.map { .string($0) }),
    ])
  }

  package init(kept: JSONValue) throws(StoreError) {
    func text(_ key: String) -> String? {
      if case .object(let object) = kept, case .string(let text)? = object[key] { text } else { nil }
    }
    guard case .object(let object) = kept, case .array(let rules)? = object["brokenRules"],
      let session = text("session"), let state = text("state").flatMap({ SessionState(rawValue: $0) })
    else { throw StoreError(.corrupted, "a kept answer about no meeting") }
    self.session = try Identifier(kept: .string(session))
    self.state = state
    request = text("request").flatMap { RequestState(rawValue: $0) }
    review = if let review = text("review") { try Identifier(kept: .string(review)) } else { nil }
    brokenRules = rules.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
