import BankumModel
import BankumPlanning
import BankumTesting

/// People of the house and of the partners: who comes, who goes, who is away.
extension Simulation {
  mutating func movePeople() throws {
    for _ in 0..<world.daily(ofWeek: 40) { try leave() }
    for _ in 0..<world.daily(ofWeek: 40) { try arrive() }
    try moveCounsel()
    let today = facts.today
    facts.absences.removeAll { $0.days.last.map { $0 < today } ?? false }
    for _ in 0..<world.daily(ofWeek: 12) {
      guard let inmate = facts.inmates.filter({ $0.presence.isPlannable }).randomElement(using: &world) else { break }
      let isIll = world.chance(500)
      facts.absences.append(
        Absence(
          id: newWorldID(), inmate: inmate.id, days: OpenDateRange(today, today.adding(days: world.number(1...6))),
          reason: isIll ? .hospital : .isolation, suspendsDetention: isIll))
    }
  }

  /// Somebody is released or moved: his requests end with the reason, his meetings are called off.
  private mutating func leave() throws {
    guard
      let position = facts.inmates.indices.filter({ facts.inmates[$0].presence.isPlannable })
        .randomElement(using: &world)
    else { return }
    let isMoved = world.chance(400)
    let inmate = facts.inmates[position].id
    facts.inmates[position].presence = isMoved ? .transferred : .released
    lastDays[inmate] = nil
    chronicle.leave(inmate, on: facts.today)
    for request in facts.requests where request.inmate == inmate {
      var request = request
      try Self.happen(isMoved ? .transfer : .release, to: &request, by: .registrar, on: facts.today)
      try end(request, isMoved ? .transferred : .released)
    }
    for place in facts.mandates.indices where facts.mandates[place].inmate == inmate {
      if facts.mandates[place].days.last == nil { facts.mandates[place].days.last = facts.today }
    }
  }

  /// Closes a request: it leaves the queue, its meetings that are still to come are called off, and the ledger knows why.
  mutating func end(_ request: Request, _ reason: ClosingReason) throws {
    try cancelMeetings(of: request.id)
    facts.requests.removeAll { $0.id == request.id }
    replies[request.id] = nil
    try ledger.close(request, reason, on: facts.today)
  }

  mutating func cancelMeetings(of request: Request.ID) throws {
    for session in facts.sessions where session.request == request && session.state.isPublished {
      guard case .success = session.state.after(.cancel, by: .runner) else {
        throw Broken("a meeting in \(session.state) cannot be called off")
      }
    }
    facts.sessions.removeAll { $0.request == request && $0.state.isPublished }
  }

  /// One or a few of one case come in; most of them ask for help.
  private mutating func arrive() throws {
    let count = world.chance(750) ? 1 : world.number(2...3)
    var parties: [CaseParty] = []
    let caseFile = newWorldID(CaseFile.self)
    for _ in 0..<count {
      guard let sample = people.randomElement(using: &world),
        let number = RegisterNumber(
          book: .investigation, serial: world.number(1...999_999), year: facts.today.year)
      else { return }
      let id = newWorldID(Inmate.self)
      let today = facts.today
      facts.inmates.append(
        Inmate(
          id: id, name: "WBP", registerEntries: [RegisterEntry(number: number, days: OpenDateRange(today))],
          birthDate: sample.birthDate, sex: sample.sex, residence: sample.residence, enteredOn: today,
          block: sample.block, languages: sample.languages, needs: sample.needs))
      let last = try DetentionTermTable(rules: facts.rules).lastDay(.new, .investigation, .first, first: today)
      facts.terms.append(
        DetentionTerm(
          id: newWorldID(), inmate: id, caseFile: caseFile, stage: .investigation, law: .new, grant: .first,
          letter: "P-\(world.number(1...99_999))", first: today, last: last))
      lastDays[id] = last
      parties.append(CaseParty(inmate: id, role: .accused))
      if world.chance(600) {
        file(for: id)
        owedRequests -= 1
      }
    }
    facts.cases.append(
      CaseFile(id: caseFile, threat: .years(world.number(1...20)), law: .new, parties: parties))
  }

  /// Counsel falls ill; hours are confirmed anew, not always in time.
  private mutating func moveCounsel() throws {
    let today = facts.today
    for position in facts.advocates.indices {
      facts.advocates[position].absences.removeAll { $0.last < today }
      if world.chance(15) {
        let first = today.adding(days: world.number(0...2))
        facts.advocates[position].absences.append(DateRange(first: first, days: world.number(1...4)))
      }
    }
    for position in facts.availability.indices
    where facts.availability[position].confirmedOn < today.adding(days: -14) && world.chance(150) {
      facts.availability[position].confirmedOn = today
      // Hours are given for some months; who goes on coming gives them anew.
      if let last = facts.availability[position].days.last, last < today.adding(days: 30) {
        facts.availability[position].days.last = today.adding(days: 120)
      }
    }
  }
}
