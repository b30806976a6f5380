import BankumModel

/// How a call ended, for the audit log.
package enum AuditOutcome: String, Coded {
  /// Written.
  case done
  /// Personal data was read.
  case read
  /// Tried without effect, as asked.
  case dryRun
  /// The same call came again and got the same answer.
  case repeated
  /// Not done, for a reason of the house or of the values.
  case refused
  /// The caller had no right to it.
  case denied
}
