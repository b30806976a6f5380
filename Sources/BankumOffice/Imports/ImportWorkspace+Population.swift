import BankumExchange
import BankumModel
import BankumStore

extension ImportWorkspace {
  /// Joins a population file; of those whom it should list, whoever is not in it becomes missing.
  mutating func join(_ rows: [InmateDraft], _ scope: ImportScope) {
    let block: Block.ID?
    switch scope {
    case .delta, .full: block = nil
    case .block(let name):
      block = known(name, blockNames) ?? known(Reference.blockName(name), blockNames)
      guard let block else { return note(parameter: "scope", name, .unknownName) }
      for row in rows where row.block.map({ known($0.text, blockNames) }) ?? block != block {
        note(row.places.place(of: "block"), row.block?.text, .blockOfScope(name))
      }
    }
    var accounted: Set<Inmate.ID> = []
    var newcomers = Multimap<Newcomer, Inmate.ID>()
    var firstLines: [Inmate.ID: Int] = [:]
    let matches = IdentityMatcher(register: inmates.known.values).match(rows.lazy.map(\.keys))
    for (row, match) in zip(rows, matches) {
      // Somebody who is yet to come would be planned for from today on.
      if row.enteredOn > today {
        note(row.places.place(of: "enteredOn"), row.enteredOn.text, .dayUntil(today))
      }
      switch match {
      case .known(let id, _):
        accounted.insert(id)
        guard let before = inmates[id] else { continue }
        if before.presence.isPlannable {
          if before.presence == .missing { foundAgain.append(id) }
          put(updated(before, row, in: block), row)
        } else {
          doubts.append(Doubt(kind: .returned, line: row, candidates: [id]))
        }
      case .twice(let id):
        accounted.insert(id)
        if let line = firstLines[id] {
          note(row.places.place(of: "number"), row.number.text, .inFile(.duplicate, ["\(line)"]))
        } else {
          firstLines[id] = row.places.line
        }
      case .new:
        // Two numbers of one man who is not in the register yet: the second line waits.
        let newcomer = Newcomer(row)
        if let newcomer, let id = self.newcomer(like: row, newcomers[newcomer]) {
          doubts.append(Doubt(kind: .samePerson, line: row, candidates: [id]))
          continue
        }
        let inmate = self.newcomer(row, in: block)
        if let newcomer { newcomers.insert(inmate.id, at: newcomer) }
        put(inmate, row)
      case .doubtful(let candidates):
        accounted.formUnion(candidates)
        doubts.append(Doubt(kind: .samePerson, line: row, candidates: candidates))
      }
    }
    if scope != .delta { depart(block, without: accounted) }
  }

  /// Whoever is here, by what the register knew, and not in the list is missing: the registrar has to say why.
  private mutating func depart(_ block: Block.ID?, without accounted: Set<Inmate.ID>) {
    let here = inmates.known.values.filter { $0.presence == .present && (block == nil || $0.block == block) }
    expected = here.count
    for var inmate in here.sorted(by: { $0.id.bits < $1.id.bits }) where !accounted.contains(inmate.id) {
      inmate.presence = .missing
      inmates.put(inmate)
      departures.append(inmate.id)
    }
  }

  private mutating func put(_ inmate: Inmate, _ row: InmateDraft) {
    note(inmate, row.places)
    inmates.put(inmate)
    index(inmate)
  }

  /// Somebody who is new in the register.
  mutating func newcomer(_ row: InmateDraft, in block: Block.ID? = nil) -> Inmate {
    let start = Inmate(
      id: newID(), name: row.name, registerEntries: [], sex: row.sex ?? .male, enteredOn: row.enteredOn)
    return updated(start, row, in: block)
  }

  /// Somebody as the line says; what it does not say stays.
  mutating func updated(_ before: Inmate, _ row: InmateDraft, in listed: Block.ID? = nil) -> Inmate {
    var inmate = before
    inmate.name = row.name
    if !row.aliases.isEmpty { inmate.aliases = row.aliases }
    // A number that he had before is that of an old list: it opens nothing and ends nothing.
    if inmate.registerEntries.isEmpty {
      inmate.registerEntries = [RegisterEntry(number: row.number, days: OpenDateRange(row.enteredOn))]
    } else if !inmate.registerEntries.contains(where: { $0.number == row.number }) {
      inmate.renumber(to: row.number, on: max(today, inmate.registerEntries.last?.days.first ?? today))
    }
    inmate.serialNumber = row.serialNumber ?? inmate.serialNumber
    inmate.birthDate = row.birthDate ?? inmate.birthDate
    inmate.sex = row.sex ?? inmate.sex
    inmate.residence = row.residence ?? inmate.residence
    inmate.enteredOn = row.enteredOn
    if !row.number.book.isDetainee { inmate.sentenceEndsOn = row.expiresOn ?? inmate.sentenceEndsOn }
    if let block = row.block == nil ? listed : find(row.block, blockNames) {
      inmate.block = block
      inmate.cell = row.cell ?? inmate.cell
    }
    inmate.languages = row.languages ?? inmate.languages
    inmate.needs = row.needs ?? inmate.needs
    if let training = row.training {
      inmate.training = Set(training.compactMap { find($0, programmeNames) })
    }
    let certified = inmate.training.contains { programmes[$0]?.kind == .certified }
    if certified, case .elsewhere = inmate.residence {
      note(row.places.place(of: "training"), row.training?.first?.text, .residentTrainee)
    }
    inmate.presence = .present
    inmate.departedOn = nil
    return inmate
  }

  /// Of those newcomers with the dates of a line the one who has its name and *nomor induk* too.
  private func newcomer(like row: InmateDraft, _ ids: Set<Inmate.ID>) -> Inmate.ID? {
    guard !ids.isEmpty else { return nil }
    let name = NameKey(row.name)
    return ids.sorted { $0.bits < $1.bits }.first { id in
      inmates[id].map { NameKey($0.name) == name && $0.serialNumber == row.serialNumber } ?? false
    }
  }

  /// What makes two lines look like one man beside the name: day of entry and date of birth.
  private struct Newcomer: Hashable {
    let enteredOn: CivilDate
    let birthDate: CivilDate

    /// Nil for a line without a date of birth: a name alone is shared by many.
    init?(_ row: InmateDraft) {
      guard let birthDate = row.birthDate else { return nil }
      (enteredOn, self.birthDate) = (row.enteredOn, birthDate)
    }
  }
}
