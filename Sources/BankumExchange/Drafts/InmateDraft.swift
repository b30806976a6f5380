package import BankumModel

/// A line of a population file. Nil: the file does not say; what the register knows stays.
package struct InmateDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The name, aliases taken out of it, capitals as in the file.
  package let name: String
  /// Other names, from their columns and from the name's own field, each once.
  package let aliases: [String]
  /// The register number.
  package let number: RegisterNumber
  /// *Nomor induk*.
  package let serialNumber: String?
  /// The date of birth.
  package let birthDate: CivilDate?
  /// The sex.
  package let sex: Sex?
  /// Where he lived.
  package let residence: Residence?
  /// The day on which he came.
  package let enteredOn: CivilDate
  /// *Tgl ekspirasi*: for a convict the end of the sentence; for a detainee what the house computed, which the orders
  /// overrule.
  package let expiresOn: CivilDate?
  /// The block by its name.
  package let block: Reference?
  /// The cell.
  package let cell: String?
  /// What he speaks, best first.
  package let languages: [LanguageCode]?
  /// What a meeting with him needs.
  package let needs: Set<Need>?
  /// The training and workshops that he attends, by name.
  package let training: [Reference]?

  /// What says who he is, for `IdentityMatcher`.
  package var keys: PersonKeys {
    PersonKeys(
      number: number, serialNumber: serialNumber, names: [name] + aliases, enteredOn: enteredOn, birthDate: birthDate)
  }
}
