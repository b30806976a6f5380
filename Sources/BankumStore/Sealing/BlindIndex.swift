import BankumModel

/// What can be looked up without being readable in the database.
enum BlindIndex: String, Coded {
  /// A register number, as `RegisterNumber.text`.
  case registerNumber
  /// *Nomor induk*.
  case serialNumber
  /// A name or alias, as `NameKey.text`.
  case name
  /// The number of a case.
  case caseNumber
}
