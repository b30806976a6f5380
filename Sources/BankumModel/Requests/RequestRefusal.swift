/// Why an event cannot happen to a request now. The codes are rule ids.
package enum RequestRefusal: String, Coded {
  /// It has ended; only a correction by the registrar opens it again.
  case requestClosed
  /// It has not ended; there is nothing to correct.
  case requestOpen
  /// No partner holds an offer.
  case requestNotOffered
  /// A partner already holds it.
  case requestAlreadyOffered
  /// The partner has already accepted.
  case requestAlreadyAccepted
  /// No partner has accepted it yet.
  case requestNotAccepted
  /// No meeting is published.
  case requestNotScheduled
  /// A meeting is already published.
  case requestAlreadyScheduled
  /// Nothing is known to be missing.
  case requestNotIncomplete
  /// Something is missing; it must be supplied first.
  case requestIncomplete
  /// It is not without eligible partners.
  case requestHasPartners
  /// This is for somebody else to do.
  case actorNotAllowed
}
