package import BankumModel

/// What somebody does with a request that is there.
package enum RequestVerb: Sendable, Equatable {
  /// The partner has checked it: nothing is missing, or what is.
  case check(missing: String?)
  /// What was missing has been handed in.
  case supply
  /// The partner takes it.
  case accept
  /// The partner does not, or lays down what it had taken.
  case refuse(RefusalReason)
  /// The inmate does not want the partner that holds it.
  case refusePartner
  /// The inmate refuses counsel, by a written record.
  case refuseCounsel(record: String)
  /// The inmate takes it back.
  case withdraw
}
