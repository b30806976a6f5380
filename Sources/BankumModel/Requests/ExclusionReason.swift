/// Why one partner is left out for one request.
package enum ExclusionReason: String, Coded {
  /// It refused in writing.
  case refusedByPartner
  /// It let its time pass.
  case silent
  /// It reported a conflict; no details are kept.
  case conflict
  /// The inmate does not want it.
  case refusedByInmate
}
