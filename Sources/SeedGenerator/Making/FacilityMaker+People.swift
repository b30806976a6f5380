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
      case .investigation, .prosecution, .trial, .appeal, .cassation, .life, .death, .hostage:
        (served, sentence) = (dice.from(100...2000), nil)
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
      "\(facility.people[index].enteredOn.year)\(1_000_000 + index)"
  }
}
