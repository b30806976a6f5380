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
      guard last == today ? world.chance(930) : world.chance(250) else { continue }
      if !world.chance(150) {
        try extend(inmate, from: today.adding(days: 1))
      } else if inmate.registerNumber?.book.stage == .trial, try readVerdict(inmate) {
        try extend(inmate, from: today.adding(days: 1))
      } else {
        try sentence(position)
      }
    }
    try fightVerdicts()
  }

  /// A verdict is read: for some days it can be fought. False when his case is not known, or has one that still can be.
  private mutating func readVerdict(_ inmate: Inmate) throws -> Bool {
    let file = facts.terms.filter { $0.inmate == inmate.id }.max { $0.last < $1.last }?.caseFile
    guard let place = facts.cases.firstIndex(where: { $0.id == file && $0.role(of: inmate.id)?.isAccused == true }),
      facts.cases[place].verdict == nil
    else { return false }
    facts.cases[place].verdict = Verdict(stage: .trial, knownOn: facts.today)
    return true
  }

  /// On the last day of an appeal two in five verdicts are fought; the others stand, and their people are convicts.
  private mutating func fightVerdicts() throws {
    let today = facts.today
    for place in facts.cases.indices {
      let file = facts.cases[place]
      guard let verdict = file.verdict, verdict.foughtOn == nil, verdict.knownOn >= order.firstDay,
        try appealEnd(file) == today
      else { continue }
      let isFought = world.chance(400)
      if isFought { facts.cases[place].verdict?.foughtOn = today }
      for party in file.parties where party.role.isAccused {
        guard let position = facts.inmates.firstIndex(where: { $0.id == party.inmate }),
          facts.inmates[position].presence.isPlannable,
          facts.inmates[position].registerNumber?.book.stage == .trial
        else { continue }
        if !isFought {
          try sentence(position)
        } else if lastDays[party.inmate] != nil {
          try hold(facts.inmates[position], at: .appeal, .first, of: file.id, file.law, from: today.adding(days: 1))
          try renumber(party.inmate, .appeal)
        }
      }
    }
  }

  /// The last day to fight the verdict of a case; nil when there is none that can be.
  func appealEnd(_ file: CaseFile) throws -> CivilDate? {
    guard let verdict = file.verdict, verdict.foughtOn == nil else { return nil }
    return try AppealClock.lastDay(
      verdictOf: verdict.stage, knownOn: verdict.knownOn, law: file.law, rules: facts.rules)
  }

  private mutating func extend(_ inmate: Inmate, from first: CivilDate) throws {
    let own = facts.terms.filter { $0.inmate == inmate.id }
    guard let latest = own.max(by: { $0.last < $1.last }) else { return }
    let stages = DetentionStage.allCases
    let place = stages.firstIndex(of: latest.stage) ?? 0
    let isNext = latest.grant != .first && place + 1 < stages.count
    let stage = isNext ? stages[place + 1] : latest.stage
    let grant: DetentionGrant = isNext ? .first : .extension
    try hold(inmate, at: stage, grant, of: latest.caseFile, latest.law, from: first)
    if isNext { try renumber(inmate.id, stage) }
  }

  /// A letter of detention as long as the table allows.
  private mutating func hold(
    _ inmate: Inmate, at stage: DetentionStage, _ grant: DetentionGrant, of caseFile: CaseFile.ID?,
    _ law: DetentionLaw, from first: CivilDate
  ) throws {
    let term = DetentionTerm(
      id: newWorldID(), inmate: inmate.id, caseFile: caseFile, stage: stage, law: law, grant: grant,
      letter: "P-\(world.number(1...99_999))", first: first,
      last: try DetentionTermTable(rules: facts.rules).lastDay(law, stage, grant, first: first))
    facts.terms.append(term)
    lastDays[inmate.id] = term.last
  }

  private mutating func renumber(_ inmate: Inmate.ID, _ stage: DetentionStage) throws {
    guard let book = RegisterBook.allCases.first(where: { $0.stage == stage }),
      let number = RegisterNumber(book: book, serial: world.number(1...999_999), year: facts.today.year),
      let position = facts.inmates.firstIndex(where: { $0.id == inmate })
    else { return }
    facts.inmates[position].renumber(to: number, on: facts.today)
  }

  /// A verdict stands: he is a convict from now on.
  private mutating func sentence(_ position: Int) throws {
    guard let number = RegisterNumber(book: .longSentence, serial: world.number(1...999_999), year: facts.today.year)
    else { return }
    facts.inmates[position].renumber(to: number, on: facts.today)
    facts.inmates[position].sentenceEndsOn = facts.today.adding(days: world.number(300...3_000))
    let id = facts.inmates[position].id
    let today = facts.today
    facts.hearings.removeAll { $0.inmate == id && $0.date >= today }
  }

  /// New hearings of those who are on trial; some move a week, some are called off.
  mutating func changeHearings() throws {
    let today = facts.today
    facts.hearings.removeAll { $0.date < today.adding(days: -7) }
    for position in facts.hearings.indices where facts.hearings[position].date > today {
      if world.chance(15) { facts.hearings[position].date = facts.hearings[position].date.adding(days: 7) }
      if world.chance(5) { facts.hearings[position].status = .cancelled }
    }
    let busy = Set(facts.hearings.filter { $0.date >= today && $0.status != .cancelled }.map(\.inmate))
    for inmate in facts.inmates
    where inmate.presence.isPlannable && inmate.registerNumber?.book.stage == .trial && !busy.contains(inmate.id) {
      guard world.chance(40) else { continue }
      let date = today.adding(days: world.number(5...20))
      if try facts.calendar.isWorkingDay(date) {
        facts.hearings.append(Hearing(id: newWorldID(), inmate: inmate.id, date: date))
      }
    }
  }
}
