/// Why somebody moved a meeting or called it off. A code, not a text: nothing personal is written down.
package enum ChangeReason: String, Coded {
  /// Counsel cannot come.
  case advocateUnavailable
  /// The inmate cannot come: ill, away, in isolation.
  case inmateUnavailable
  /// The inmate has a hearing.
  case hearing
  /// The room cannot be used.
  case roomUnavailable
  /// The house is closed, or has no escort.
  case houseUnavailable
  /// Order and safety of the house.
  case security
  /// The partner or the inmate asked for it.
  case asked
  /// The partner did not answer in time.
  case silent
  /// Something more urgent needs the place.
  case urgency
  /// The request has ended or was served otherwise.
  case requestEnded
  /// The partner has a conflict of interests.
  case conflict
}
