import BankumModel

extension FacilityMaker {
  /// The case in which a group stands accused.
  mutating func addMatter(
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

  /// Victims and witnesses who are held too, in cases of others.
  mutating func addWitnesses(_ dice: inout Dice) {
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
  mutating func linkFiles(_ dice: inout Dice) {
    for index in facility.matters.indices.dropFirst()
    where facility.matters[index].offence == facility.matters[index - 1].offence
      && facility.matters[index - 1].linked.isEmpty && dice.perMille(150)
    {
      facility.matters[index].linked = [index - 1]
      facility.matters[index - 1].linked = [index]
    }
  }
}
