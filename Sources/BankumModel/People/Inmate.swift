/// Somebody held in the house: detainee or convict.
///
/// No religion, no ethnicity, no wealth beyond the proof of poverty on a request, nothing that was said: what is not
/// needed to plan a meeting is not stored.
package struct Inmate: Entity {
  /// Ids are `in-...`.
  package static let idPrefix = "in"

  /// The id.
  package let id: Identifier<Inmate>
  /// The name as the register writes it.
  package var name: String
  /// Other names, in the order of the register.
  package var aliases: [String]
  /// The register numbers, oldest first: each stage is a new book and a new number.
  package var registerEntries: [RegisterEntry]
  /// *Nomor induk*, the number that stays; nil where the export has none.
  package var serialNumber: String?
  /// The date of birth.
  package var birthDate: CivilDate?
  /// The sex in the papers.
  package var sex: Sex
  /// Where he lived.
  package var residence: Residence
  /// The day on which he came to this house.
  package var enteredOn: CivilDate
  /// The day on which a convict's sentence ends; a detainee's dates are in his orders.
  package var sentenceEndsOn: CivilDate?
  /// The block.
  package var block: Block.ID?
  /// The cell in the block.
  package var cell: String?
  /// The languages he speaks, the best first.
  package var languages: [LanguageCode]
  /// What a meeting needs.
  package var needs: Set<Need>
  /// The programmes and workshops he attends.
  package var training: Set<TrainingProgramme.ID>
  /// Whether he is here.
  package var presence: Presence
  /// The day on which he left for good; nil while he is here, and for those who left before it was kept.
  package var departedOn: CivilDate?

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, name: String, aliases: [String] = [], registerEntries: [RegisterEntry], serialNumber: String? = nil,
    birthDate: CivilDate? = nil, sex: Sex = .male, residence: Residence = .unknown, enteredOn: CivilDate,
    sentenceEndsOn: CivilDate? = nil, block: Block.ID? = nil, cell: String? = nil,
    languages: [LanguageCode] = [.indonesian], needs: Set<Need> = [], training: Set<TrainingProgramme.ID> = [],
    presence: Presence = .present, departedOn: CivilDate? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.registerEntries = registerEntries
    self.serialNumber = serialNumber
    self.birthDate = birthDate
    self.sex = sex
    self.residence = residence
    self.enteredOn = enteredOn
    self.sentenceEndsOn = sentenceEndsOn
    self.block = block
    self.cell = cell
    self.languages = languages
    self.needs = needs
    self.training = training
    self.presence = presence
    self.departedOn = departedOn
  }

  /// The number he has now: that of the last entry.
  package var registerNumber: RegisterNumber? { registerEntries.last?.number }

  /// Whether his detention clock runs.
  package var isDetainee: Bool { registerNumber?.book.isDetainee ?? false }

  /// His age in completed years, nil without a date of birth.
  package func age(on date: CivilDate) -> Int? { birthDate?.completedYears(on: date) }

  /// Enters a new number from a day on and ends the one before on the day before. The same number again changes
  /// nothing.
  package mutating func renumber(to number: RegisterNumber, on date: CivilDate) {
    guard number != registerNumber else { return }
    if let last = registerEntries.indices.last, registerEntries[last].days.last == nil {
      registerEntries[last].days.last = max(registerEntries[last].days.first, date.adding(days: -1))
    }
    registerEntries.append(RegisterEntry(number: number, days: OpenDateRange(date)))
  }

  /// No name, no register number, entries out of order or twice, born after entry, a cell without a block, no language.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(name, "name", .name)
    for (index, alias) in aliases.enumerated() { list.requireText(alias, "aliases[\(index)]", .name) }
    list.require(!registerEntries.isEmpty, "registerEntries", "", expected: "at least one register number")
    list.require(
      Set(registerEntries.map(\.number)).count == registerEntries.count, "registerEntries",
      registerEntries.map(\.number.text).joined(separator: ", "), expected: "each number once")
    for (index, pair) in zip(registerEntries, registerEntries.dropFirst()).enumerated() {
      list.require(
        pair.0.days.first <= pair.1.days.first, "registerEntries[\(index + 1)].days", pair.1.days.first.text,
        expected: "a day not before \(pair.0.days.first.text)")
    }
    list.requireOptionalText(serialNumber, "serialNumber", .serialNumber)
    if case .elsewhere(let place) = residence { list.requireText(place, "residence", .name) }
    if let birthDate { list.requireOrder(birthDate, enteredOn, "enteredOn") }
    list.requireOptionalText(cell, "cell", .cell)
    list.require(cell == nil || block != nil, "cell", cell ?? "", expected: "no cell without a block")
    list.require(!languages.isEmpty, "languages", "", expected: "at least one language")
    return list.problems
  }
}
