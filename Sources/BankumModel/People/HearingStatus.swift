/// What is known about a hearing.
package enum HearingStatus: String, Coded {
  /// On paper, or entered by the registrar.
  case confirmed
  /// Told by counsel; not confirmed yet. Planned around all the same.
  case reported
  /// Will not take place.
  case cancelled
}
