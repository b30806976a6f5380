/// What a line of a population file says about who it is.
package struct PersonKeys: Hashable, Sendable {
  /// The register number.
  package var number: RegisterNumber
  /// *Nomor induk*, where the export has one.
  package var serialNumber: String?
  /// Name and aliases as written.
  package var names: [String]
  /// The day on which he came.
  package var enteredOn: CivilDate
  /// The date of birth, where the export has one.
  package var birthDate: CivilDate?

  /// The keys of the names; an empty one tells nothing.
  var nameKeys: Set<NameKey> { Set(names.lazy.map { NameKey($0) }.filter { !$0.text.isEmpty }) }

  /// Takes the fields as they are.
  package init(
    number: RegisterNumber, serialNumber: String? = nil, names: [String], enteredOn: CivilDate,
    birthDate: CivilDate? = nil
  ) {
    self.number = number
    self.serialNumber = serialNumber
    self.names = names
    self.enteredOn = enteredOn
    self.birthDate = birthDate
  }
}
