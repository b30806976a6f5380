import BankumModel
import BankumPlanning
import BankumTesting

/// Detention letters and hearings.
extension Simulation {
  /// On the last lawful day an extension or the next stage's letter is there, or a verdict; some come late: an overstay.
  mutating func changeLetters() throws {
    let today = facts.today
    for position in facts.inmates.indices {
      let inmate = facts.inmates[position]
      guard inmate.isDetainee, inmate.presence.isPlannable, let last = lastDays[inmate.id], last <= today else {
        continue
      }
      // A letter that is late comes on one day in four.
      guard last == today ? dice.chance(930) : dice.chance(250) else { continue }
      if dice.chance(150) {
        try sentence(position)
      } else {
        try extend(inmate, from: today.adding(days: 1))
      }
    }
  }

  private mutating func extend(_ inmate: Inmate, from first: CivilDate) throws {
    let own = facts.terms.filter { $0.inmate == inmate.id }
    guard let latest = own.max(by: { $0.last < $1.last }) else { return }
    let stages = DetentionStage.allCases
    let place = stages.firstIndex(of: latest.stage) ?? 0
    let isNext = latest.grant != .first && place + 1 < stages.count
    let stage = isNext ? stages[place + 1] : latest.stage
    let grant: DetentionGrant = isNext ? .first : .extension
    let table = DetentionTermTable(rules: facts.rules)
    let term = DetentionTerm(
      id: newID(), inmate: inmate.id, caseFile: latest.caseFile, stage: stage, law: latest.law, grant: grant,
      letter: "P-\(dice.number(1...99_999))", first: first,
      last: try table.lastDay(latest.law, stage, grant, first: first))
    facts.terms.append(term)
    lastDays[inmate.id] = term.last
    if isNext { try renumber(inmate.id, stage) }
  }

  private mutating func renumber(_ inmate: Inmate.ID, _ stage: DetentionStage) throws {
    guard let book = RegisterBook.allCases.first(where: { $0.stage == stage }),
      let number = RegisterNumber(book: book, serial: dice.number(1...999_999), year: facts.today.year),
      let position = facts.inmates.firstIndex(where: { $0.id == inmate })
    else { return }
    facts.inmates[position].renumber(to: number, on: facts.today)
  }

  /// A verdict that nobody fights: he is a convict from now on.
  private mutating func sentence(_ position: Int) throws {
    guard let number = RegisterNumber(book: .longSentence, serial: dice.number(1...999_999), year: facts.today.year)
    else { return }
    facts.inmates[position].renumber(to: number, on: facts.today)
    facts.inmates[position].sentenceEndsOn = facts.today.adding(days: dice.number(300...3_000))
    let id = facts.inmates[position].id
    let today = facts.today
    facts.hearings.removeAll { $0.inmate == id && $0.date >= today }
  }

  /// New hearings of those who are on trial; some move a week, some are called off.
  mutating func changeHearings() throws {
    let today = facts.today
    facts.hearings.removeAll { $0.date < today.adding(days: -7) }
    for position in facts.hearings.indices where facts.hearings[position].date > today {
      if dice.chance(15) { facts.hearings[position].date = facts.hearings[position].date.adding(days: 7) }
      if dice.chance(5) { facts.hearings[position].status = .cancelled }
    }
    let busy = Set(facts.hearings.filter { $0.date >= today && $0.status != .cancelled }.map(\.inmate))
    for inmate in facts.inmates
    where inmate.presence.isPlannable && inmate.registerNumber?.book.stage == .trial && !busy.contains(inmate.id) {
      guard dice.chance(40) else { continue }
      let date = today.adding(days: dice.number(5...20))
      if try facts.calendar.isWorkingDay(date) {
        facts.hearings.append(Hearing(id: newID(), inmate: inmate.id, date: date))
      }
    }
  }
}
