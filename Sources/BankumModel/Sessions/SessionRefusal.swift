/// Why an event cannot happen to a meeting now. The codes are rule ids.
package enum SessionRefusal: String, Coded {
  /// It is published already.
  case sessionNotDraft
  /// It is not published yet.
  case sessionDraft
  /// It is over, or called off.
  case sessionOver
  /// The partner has accepted already.
  case sessionConfirmed
  /// Its outcome is known; only the registrar corrects it.
  case sessionReported
  /// This is for somebody else to do.
  case actorNotAllowed
}
