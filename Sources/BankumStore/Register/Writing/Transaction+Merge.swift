package import BankumModel

extension Transaction {
  /// Takes out what partners reported and what was decided about their wall to somebody: before he becomes part of
  /// another record, which gets it.
  package func removeConflicts(of inmate: Inmate.ID) throws(StoreError) {
    try execute("DELETE FROM reported_conflict WHERE inmate = ?", [.id(inmate)])
    try execute("DELETE FROM conflict_override WHERE inmate = ?", [.id(inmate)])
  }
}

extension Filter where Value == ReportedConflict {
  /// Those about somebody.
  package static func of(_ inmate: Inmate.ID) -> Filter { Filter("inmate = ?", [.id(inmate)]) }
}

extension Filter where Value == ConflictOverride {
  /// Those about somebody.
  package static func of(_ inmate: Inmate.ID) -> Filter { Filter("inmate = ?", [.id(inmate)]) }
}
