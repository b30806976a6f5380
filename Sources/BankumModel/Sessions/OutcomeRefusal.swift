/// Why an outcome is not taken. Nothing has changed. The codes are rule ids.
package enum OutcomeRefusal: String, Coded {
  /// What was given is no outcome of a meeting.
  case notAnOutcome
  /// The meeting has not begun.
  case sessionNotBegun
  /// It is not published yet.
  case sessionDraft
  /// It was called off.
  case sessionOver
  /// Its outcome is known; only the registrar corrects it.
  case sessionReported
  /// The request has another meeting since, or went another way: that has to be settled first.
  case requestMovedOn
  /// This is for somebody else to do.
  case actorNotAllowed

  /// The same reason, as the table of a meeting's states gives it.
  init(_ reason: SessionRefusal) {
    switch reason {
    case .sessionDraft: self = .sessionDraft
    case .sessionReported: self = .sessionReported
    case .actorNotAllowed: self = .actorNotAllowed
    case .sessionOver, .sessionNotDraft, .sessionConfirmed: self = .sessionOver
    }
  }
}
