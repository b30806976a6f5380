import BankumModel

extension FacilityMaker {
  /// People and their cases: first the groups that stand accused together, then everything about each.
  mutating func makePeople() {
    var dice = dice("people")
    var names = NameMaker(self.dice("names"))
    var mint = IdentifierMint<CaseFile>()
    var numbers = RegisterBooks()
    var letters = LetterBooks(self.dice("letters"))
    while facility.people.count < options.inmates {
      let wanted = dice.pick([(1, 690), (2, 170), (3, 70), (4, 40), (5, 18), (6, 12)])
      let group = min(wanted, options.inmates - facility.people.count)
      let offence = dice.pick(Offence.all.map { ($0, $0.weight) })
      let isDetained = dice.perMille(620)
      let start = facility.people.count
      if isDetained {
        addDetainees(group, offence, &dice, &numbers, &letters)
      } else {
        addConvicts(group, offence, &dice, &numbers)
      }
      for index in start..<facility.people.count { describe(index, &dice, &names) }
      if isDetained || group > 1 || dice.perMille(250) {
        addMatter(start..<facility.people.count, offence, &dice, mint.next(&dice))
      }
    }
    settle(&dice)
    addWitnesses(&dice)
    linkFiles(&dice)
  }

  private mutating func addDetainees(
    _ count: Int, _ offence: Offence, _ dice: inout Dice, _ numbers: inout RegisterBooks, _ letters: inout LetterBooks
  ) {
    let stage = dice.pick([
      (DetentionStage.investigation, 60), (.prosecution, 150), (.trial, 540), (.appeal, 150), (.cassation, 100),
    ])
    let chain = letters.chain(to: stage, today: today, table: termTable)
    for _ in 0..<count {
      let own = letters.papers(of: chain)
      let first = own.first?.first ?? today
      let current = own.last { $0.first <= today }
      let number = numbers.next(
        RegisterBook(stage), mark: offence.mark, year: (own.last { $0.stage == stage }?.first ?? first).year, &dice)
      var person = newcomer(number, offence, entered: first, &dice)
      person.expiresOn = current?.last
      person.letters = own
      facility.people.append(person)
    }
  }

  private mutating func addConvicts(
    _ count: Int, _ offence: Offence, _ dice: inout Dice, _ numbers: inout RegisterBooks
  ) {
    for _ in 0..<count {
      let book = dice.pick([
        (RegisterBook.longSentence, 780), (.mediumSentence, 120), (.shortSentence, 20), (.lightImprisonment, 15),
        (.insteadOfFine, 35), (.life, 20), (.death, 10),
      ])
      let served: Int
      let sentence: Int?
      switch book {
      case .longSentence:
        let days = dice.from(400...2900)
        (served, sentence) = (dice.from(30...min(days - 20, 1200)), days)
      case .mediumSentence:
        let days = dice.from(100...360)
        (served, sentence) = (dice.from(20...days - 5), days)
      case .shortSentence, .lightImprisonment, .insteadOfFine:
        let days = dice.from(30...88)
        (served, sentence) = (dice.from(1...days - 2), days)
      default: (served, sentence) = (dice.from(100...2000), nil)
      }
      let entered = today.adding(days: -served)
      let number = numbers.next(book, mark: offence.mark, year: entered.year, &dice)
      var person = newcomer(number, offence, entered: entered, &dice)
      person.expiresOn = sentence.map { entered.adding(days: $0 - 1) }
      facility.people.append(person)
    }
  }

  private func newcomer(
    _ number: RegisterNumber, _ offence: Offence, entered: CivilDate, _ dice: inout Dice
  ) -> Person {
    // Most are young; some are old enough to come first for it.
    let age = dice.pick([
      (dice.from(19...29), 420), (dice.from(30...44), 400), (dice.from(45...59), 150), (dice.from(60...74), 30),
    ])
    let birth = entered.adding(days: -(age * 365 + dice.from(30...360)))
    return Person(
      name: "", number: number, serialNumber: "", birthDate: birth, enteredOn: entered, offence: offence)
  }

  private mutating func describe(_ index: Int, _ dice: inout Dice, _ names: inout NameMaker) {
    let (name, culture) = names.inmate()
    facility.people[index].name = name
    if dice.perMille(170) {
      for _ in 0..<dice.pick([(1, 7), (2, 2), (3, 1)]) { facility.people[index].aliases.append(names.alias(of: name)) }
    }
    if culture.language != "id", dice.perMille(400) { facility.people[index].languages.append(culture.language) }
    if facility.people[index].languages.count > 1, dice.perMille(25) {
      facility.people[index].languages.removeFirst()
      facility.people[index].needs.append(.interpreter)
    }
    let needs: [(Need, Int)] = [
      (.illness, 16), (.accessibleRoom, 10), (.disability, 6), (.medicalOfficer, 3), (.signLanguage, 1),
    ]
    for (need, share) in needs where dice.perMille(share) { facility.people[index].needs.append(need) }
    facility.people[index].serialNumber =
      "\(facility.people[index].enteredOn.year)\(1_000_000 + index)".filter { $0 != " " }
  }

  private mutating func addMatter(
    _ group: Range<Int>, _ offence: Offence, _ dice: inout Dice, _ id: CaseFile.ID
  ) {
    let index = facility.matters.count
    let people = group.map { facility.people[$0] }
    let law = people.first?.letters.first?.law ?? ((people.map(\.enteredOn).min() ?? today).year < 2026 ? .old : .new)
    let year = (people.first?.letters.last?.first ?? people.first?.enteredOn ?? today).year
    // No court of the city has had so many cases in a year: nobody's number is taken.
    let number = "\(20_000 + index)/\(offence.caseKind)/\(year)/PN Mdn"
    var matter = Matter(
      id: id, number: number, offence: offence, threat: dice.pick(offence.threats), law: law,
      parties: group.map { ($0, PartyRole.accused) })
    if group.count > 1 {
      switch dice.below(100) {
      case 0..<22: matter.joint = Set(group)
      case 22..<30 where group.count > 2: matter.joint = Set(group.prefix(2))
      case 30..<38: matter.parties[group.count - 1].role = .crownWitness
      case 38..<41: matter.parties[0].role = .informant
      default: break
      }
    }
    let stage = people.first?.number.book.stage
    if stage == .trial || stage == .appeal, dice.perMille(40) {
      let known = today.adding(days: -dice.from(0...5))
      matter.verdict = Verdict(stage: stage == .trial ? .trial : .appeal, knownOn: known)
    }
    facility.matters.append(matter)
    for person in group { facility.people[person].matters.append(index) }
  }

  /// Homes, blocks and cells, and the few whom the house should not have.
  private mutating func settle(_ dice: inout Dice) {
    let residents = (2340 * options.inmates + 3290 / 2) / 3290
    let elsewhere: [(String, Int)] = [
      ("Kab. Deli Serdang", 38), ("Kota Binjai", 14), ("Kab. Langkat", 12), ("Kab. Serdang Bedagai", 9),
      ("Kab. Karo", 7), ("Kota Tebing Tinggi", 5), ("Kab. Simalungun", 5), ("Kota Pematangsiantar", 4),
      ("Kab. Asahan", 3), ("Kab. Nias", 2), ("Kota Banda Aceh", 1),
    ]
    for (place, index) in dice.shuffled(Array(facility.people.indices)).enumerated() {
      facility.people[index].residence = place < residents ? "Kota Medan" : dice.pick(elsewhere)
    }
    let ordinary = facility.blocks.indices.filter { facility.blocks[$0].kind == .ordinary }
    func special(_ kind: BlockKind) -> Int { facility.blocks.firstIndex { $0.kind == kind } ?? 0 }
    for index in facility.people.indices {
      let person = facility.people[index]
      if person.enteredOn.days(until: today) < 14 {
        facility.people[index].block = special(.orientation)
      } else if person.needs.contains(.illness), dice.perMille(250) {
        facility.people[index].block = special(.clinic)
      } else if dice.perMille(6) {
        facility.people[index].block = special(.isolation)
      } else {
        facility.people[index].block = dice.pick(ordinary)
      }
      facility.people[index].cell = "\(dice.from(1...18))"
    }
    // Errors of the file or urgent wrong placements, for the registrar to look at: a woman and a boy.
    let odd = dice.shuffled(Array(facility.people.indices)).filter { facility.people[$0].number.book.isDetainee }
    if odd.count > 5 {
      facility.people[odd[0]].sex = .female
      facility.people[odd[0]].name =
        "\(dice.pick(Culture.women)) \(facility.people[odd[0]].name.split(separator: " ").last ?? "")"
      facility.people[odd[1]].birthDate = today.adding(days: -(16 * 365 + dice.from(100...300)))
      for index in odd[2..<5] {
        facility.people[index].languages = [dice.pick(["en", "ta", "ms"])]
        facility.people[index].needs = [.interpreter, .consul]
        facility.people[index].residence = "Luar negeri"
      }
    }
    // Whoever became a foreigner may have been counted a resident: somebody else takes his place.
    var missing = residents - facility.people.filter(\.isResident).count
    for index in facility.people.indices
    where missing > 0 && !facility.people[index].isResident && facility.people[index].residence != "Luar negeri" {
      facility.people[index].residence = "Kota Medan"
      missing -= 1
    }
  }

  /// Victims and witnesses who are held too, in cases of others.
  private mutating func addWitnesses(_ dice: inout Dice) {
    let detained = facility.people.indices.filter { facility.people[$0].number.book.isDetainee }
    for _ in 0..<options.scaled(24) {
      let matter = dice.below(facility.matters.count)
      let person = dice.pick(detained)
      guard !facility.matters[matter].parties.contains(where: { $0.person == person }) else { continue }
      facility.matters[matter].parties.append((person, dice.pick([.victim, .witness, .witness])))
      facility.people[person].matters.append(matter)
    }
  }

  /// Files of one deed that were split: each accused has his own.
  private mutating func linkFiles(_ dice: inout Dice) {
    for index in facility.matters.indices.dropFirst()
    where facility.matters[index].offence == facility.matters[index - 1].offence
      && facility.matters[index - 1].linked.isEmpty && dice.perMille(150)
    {
      facility.matters[index].linked = [index - 1]
      facility.matters[index - 1].linked = [index]
    }
  }
}
