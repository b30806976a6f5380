import BankumModel

/// What somebody has to look into.
package enum AlarmKind: String, Coded {
  /// Held after the last lawful day.
  case overstay
  /// The last lawful day is within its warning time.
  case termExpiring
  /// A partner has not checked or answered in time.
  case answerLate
  /// A meeting has no outcome after its time.
  case sessionUnreported
  /// An advocate's hours are not confirmed any more.
  case availabilityStale
  /// A notice that nobody has acknowledged, and the meeting is near.
  case telephoneList
  /// A credential of a partner or of its people has lapsed, or will within the days of the warning.
  case credentialsLapsing
  /// A table that the law sets holds, and no officer has confirmed it.
  case rulesUnconfirmed
  /// The holidays of a year are not loaded, or a rule is missing: clocks cannot be read.
  case calendarMissing
  /// Something in the register is not as it was written; what it concerns is left out of the counts.
  case damage
  /// The disk is full: writes and reads of personal data are refused.
  case storage
}
