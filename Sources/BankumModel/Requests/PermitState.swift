/// Where a visit permit (*izin*) stands.
package enum PermitState: String, Coded {
  /// Asked for at the authority of the stage.
  case requested
  /// Granted.
  case granted
  /// Refused; the house or the partner asks again or elsewhere.
  case refused
}
