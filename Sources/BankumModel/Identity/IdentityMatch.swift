/// Whom a line of a population file means.
package enum IdentityMatch: Hashable, Sendable {
  /// What made it certain.
  package enum Evidence: String, Coded {
    /// A register number that he has, or had.
    case registerNumber
    /// His *nomor induk*.
    case serialNumber
    /// Name or alias with the day of entry, and no other birth date; one on both sides.
    case name
  }

  /// Somebody in the register.
  case known(Inmate.ID, by: Evidence)
  /// Nobody in the register.
  case new
  /// Somebody whom another line names too, by papers that leave no doubt: the file contradicts itself.
  case twice(Inmate.ID)
  /// Perhaps one of these; the registrar has to say, "same person?". In the order of the ids' text.
  case doubtful([Inmate.ID])
}
