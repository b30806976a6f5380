package import BankumModel

extension Reading {
  /// Everybody who has or had a register number.
  package func inmates(numbered number: RegisterNumber) throws(StoreError) -> [Inmate] {
    try inmates(.registerNumber, number.text)
  }

  /// Everybody with a *nomor induk*.
  package func inmates(serialNumber: String) throws(StoreError) -> [Inmate] {
    try inmates(.serialNumber, serialNumber)
  }

  /// Everybody with such a name or alias.
  package func inmates(named name: NameKey) throws(StoreError) -> [Inmate] { try inmates(.name, name.text) }

  /// The cases with a number, written exactly so.
  package func cases(numbered number: String) throws(StoreError) -> [CaseFile] {
    let keys = ring.blinds(.caseNumber, number)
    return try rows(Self.match("case_key", keys), keys.map { .bytes($0) })
  }

  private func inmates(_ kind: BlindIndex, _ text: String) throws(StoreError) -> [Inmate] {
    let keys = ring.blinds(kind, text)
    return try rows(Self.match("inmate_key", keys), keys.map { .bytes($0) })
  }

  private static func match(_ table: String, _ keys: [[UInt8]]) -> String {
    let marks = repeatElement("?", count: keys.count).joined(separator: ", ")
    return " WHERE id IN (SELECT owner FROM \(table) WHERE blind IN (\(marks))) ORDER BY id"
  }
}
