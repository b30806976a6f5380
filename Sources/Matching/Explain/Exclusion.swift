/// A reason why a request is not with an advocate in a half-day.
package enum Exclusion: String, Sendable, CaseIterable {
  /// The advocate lacks the skill that is required.
  case skill
  /// The advocate lacks the language.
  case language
  /// The advocate's gender is not the one asked for.
  case gender
  /// The partner or the advocate is excluded: conflict, refusal.
  case excluded
  /// The request is pinned elsewhere.
  case pin
  /// The half-day is too short for the session, or the advocate is not there long enough.
  case unavailable
  /// The half-day lies before release or after the due slot.
  case window
  /// The inmate is elsewhere.
  case busy
  /// No room that fits is open.
  case roomsClosed
  /// The advocate has other sessions.
  case occupied
  /// The advocate's daily cap is reached.
  case dailyCap
  /// The advocate's weekly cap is reached.
  case weeklyCap
  /// The partner's quota is reached.
  case quota
  /// Every room that fits is taken.
  case roomsFull
  /// The block's escort is out with others.
  case escort
  /// The partner serves an adverse side.
  case adverse
  /// An inmate to be kept apart is in the area.
  case apart
  /// The same inmate has another session.
  case inmate
}
