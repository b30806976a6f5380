/// Why a step cannot happen to an education event now.
package enum EducationRefusal: String, Coded {
  /// The house has confirmed it already.
  case educationConfirmed
  /// The house has not confirmed it yet.
  case educationProposed
  /// It was called off.
  case educationCancelled
  /// It took place.
  case educationHeld
  /// This is for somebody else to do.
  case actorNotAllowed
}
