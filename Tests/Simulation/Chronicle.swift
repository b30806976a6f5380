import BankumModel
import BankumPlanning
import BankumTesting
import SeededNumbers

/// What happens whatever a policy plans: who asks when, whose clock ends when, who is away, which advocates come.
///
/// Each life writes it down anew from the house as it is; that two lives have the same digest proves that they were
/// thrown with the same dice.
struct Chronicle {
  /// A clock that a meeting with counsel should come before.
  enum ClockKind: String, CaseIterable {
    /// A day in court that took place: the meeting lies on a day before it.
    case hearing
    /// The last lawful day of a letter of detention: the meeting lies on it or before.
    case term
    /// The last day to fight a verdict: the meeting lies on it or before.
    case appeal
  }

  /// A request, as far as no policy has a hand in it.
  struct Ask {
    let request: Request.ID
    let inmate: Inmate.ID
    let filedOn: CivilDate
    /// The day on which it is taken back if it is still open.
    let withdrawsOn: CivilDate
    /// The advocates who may serve it by service, sex, skill and language.
    let advocates: Set<Advocate.ID>
    /// The first day on which one of the clocks ran that make a request urgent.
    var urgentSince: CivilDate?
  }

  /// The most turns that each advocate can take on a day, and that all rooms together can take.
  struct Supply {
    var turns: [Advocate.ID: Int] = [:]
    var roomTurns = 0
  }

  private(set) var asks: [Request.ID: Ask] = [:]
  /// The requests in the order of filing.
  private(set) var order: [Request.ID] = []
  private var askers: [Inmate.ID: [Request.ID]] = [:]
  /// The ends of clocks that came, by inmate, in order.
  private(set) var ends: [ClockKind: [Inmate.ID: [CivilDate]]] = [:]
  /// The days on which somebody was held without a letter.
  private(set) var overstays: [Inmate.ID: [CivilDate]] = [:]
  /// The days on which somebody cannot be met.
  private(set) var away: [Inmate.ID: Set<CivilDate>] = [:]
  private(set) var leftOn: [Inmate.ID: CivilDate] = [:]
  /// What each working day had.
  private(set) var supply: [CivilDate: Supply] = [:]
  /// The weekly caps of the advocates.
  private(set) var weeklyCaps: [Advocate.ID: Int] = [:]
  /// A number that follows from everything that was written down, and from the facts on every evening.
  private(set) var digest: UInt64 = 0

  func hasAsked(_ inmate: Inmate.ID) -> Bool { askers[inmate] != nil }

  mutating func ask(_ request: Request, _ facts: HouseFacts, _ dice: Dice) {
    guard let inmate = facts.inmates.last(where: { $0.id == request.inmate }) else { return }
    var withdrawal = dice.generator(.withdrawal, request.id.bits)
    let needs = inmate.needs.union(request.needs)
    let hasInterpreter = needs.contains(where: \.wantsInterpreter)
    let languages = request.language.map { [$0] } ?? Set(inmate.languages)
    let advocates = facts.advocates.filter { advocate in
      advocate.kind.mayServe(request.service) && advocate.sex == request.advocateSex ?? advocate.sex
        && request.skill.map(advocate.skills.contains) ?? true
        && (hasInterpreter || !languages.isDisjoint(with: advocate.languages))
    }
    asks[request.id] = Ask(
      request: request.id, inmate: request.inmate, filedOn: request.submittedOn,
      withdrawsOn: max(request.submittedOn, facts.today).adding(days: withdrawal.number(1...1_400)),
      advocates: Set(advocates.map(\.id)))
    order.append(request.id)
    askers[request.inmate, default: []].append(request.id)
    note(request.id.bits, request.inmate.bits, request.submittedOn)
  }

  mutating func leave(_ inmate: Inmate.ID, on date: CivilDate) {
    leftOn[inmate] = date
    note(4, inmate.bits, date)
  }

  /// How a meeting of a request on a day ends, if its partner comes to it.
  func outcome(_ request: Request.ID?, on date: CivilDate, _ dice: Dice) -> SessionState {
    var dice = dice.generator(.outcome, request?.bits ?? 0, on: date)
    switch dice.number(1...100) {
    case ...86: return .held
    case ...88: return .cutShort
    case ...93: return .noShowAdvocate
    case ...97: return .notBrought
    default: return .refusedByInmate
    }
  }

  /// Before the day's letters come: whose term ends today, and who is held without one.
  mutating func writeMorning(_ facts: HouseFacts, lastDays: [Inmate.ID: CivilDate]) {
    let suspended = Set(facts.absences.filter { $0.suspendsDetention && $0.days.contains(facts.today) }.map(\.inmate))
    for inmate in facts.inmates where inmate.isDetainee && inmate.presence.isPlannable {
      guard let last = lastDays[inmate.id], last <= facts.today else { continue }
      if last == facts.today {
        end(.term, inmate.id, facts.today)
      } else if !suspended.contains(inmate.id) {
        overstays[inmate.id, default: []].append(facts.today)
      }
    }
  }

  /// After everything that comes by itself: who is in court or away, which verdicts end, who comes to serve.
  mutating func writeDay(_ simulation: Simulation) throws {
    let facts = simulation.facts
    let today = facts.today
    for absence in facts.absences where absence.days.contains(today) { away[absence.inmate, default: []].insert(today) }
    var near: [Inmate.ID: Int] = [:]
    for hearing in facts.hearings where hearing.status != .cancelled && hearing.date >= today {
      near[hearing.inmate] = min(near[hearing.inmate] ?? .max, today.days(until: hearing.date))
      guard hearing.date == today else { continue }
      away[hearing.inmate, default: []].insert(today)
      end(.hearing, hearing.inmate, today)
    }
    var appeals: [Inmate.ID: Int] = [:]
    for file in facts.cases {
      guard let last = try simulation.appealEnd(file), last >= today else { continue }
      for party in file.parties where party.role.isAccused {
        appeals[party.inmate] = today.days(until: last)
        if last == today { end(.appeal, party.inmate, today) }
      }
    }
    for (request, ask) in asks where ask.urgentSince == nil && leftOn[ask.inmate] == nil {
      let isUrgent =
        simulation.lastDays[ask.inmate].map { today.days(until: $0) <= 10 } ?? false
        || near[ask.inmate].map { $0 <= 7 } ?? false || appeals[ask.inmate].map { $0 <= 7 } ?? false
      if isUrgent { asks[request]?.urgentSince = today }
    }
    try writeSupply(facts)
    for term in facts.terms.suffix(40) { note(5, term.inmate.bits, term.last) }
    for hearing in facts.hearings { note(hearing.status == .cancelled ? 6 : 7, hearing.inmate.bits, hearing.date) }
    for advocate in facts.advocates { for absence in advocate.absences { note(8, advocate.id.bits, absence.last) } }
    for absence in facts.absences { note(9, absence.inmate.bits, absence.days.first) }
  }

  private mutating func writeSupply(_ facts: HouseFacts) throws {
    let today = facts.today
    guard try facts.calendar.isWorkingDay(today) else { return }
    let open = try facts.calendar.openingHours(on: today)
    let buffer = try facts.rules.integer(.bufferMinutes, on: today)
    // The shortest first meeting; the buffer after the last one may lie outside.
    let turn =
      try facts.rules.integer(.sessionMinutes(.consultation), on: today)
      + facts.rules.integer(.firstMeetingExtraMinutes, on: today) + buffer
    func turns(_ hours: OpeningHours) -> Int { hours.ranges.reduce(0) { $0 + ($1.minutes + buffer) / turn } }
    var day = Supply()
    let rooms = facts.rooms.count { $0.kind == .consultation && $0.isConfidential }
    day.roomTurns = rooms * turns(open)
    let inCourt = Set(facts.hearings.filter { $0.blocks(today) }.compactMap(\.advocate))
    for advocate in facts.advocates where !advocate.isAbsent(on: today) && !inCourt.contains(advocate.id) {
      weeklyCaps[advocate.id] = advocate.weeklyCap
      guard advocate.credentialStatus(on: today, warningDays: 0).isGood else { continue }
      let hours = facts.availability.filter { $0.advocate == advocate.id && $0.covers(today) }.map(\.hours)
      let count = min(advocate.dailyCap, turns(OpeningHours(hours).intersection(open)))
      if count > 0 { day.turns[advocate.id] = count }
    }
    supply[today] = day
    for advocate in facts.advocates { note(10, advocate.id.bits, today.adding(days: day.turns[advocate.id] ?? 0)) }
  }

  private mutating func end(_ kind: ClockKind, _ inmate: Inmate.ID, _ date: CivilDate) {
    if ends[kind]?[inmate]?.last != date { ends[kind, default: [:]][inmate, default: []].append(date) }
    note(kind == .hearing ? 1 : kind == .term ? 2 : 3, inmate.bits, date)
  }

  /// Sums are the same in any order of what happened on a day.
  private mutating func note(_ subject: UInt64, _ who: UInt64, _ date: CivilDate) {
    var mixed = SeededGenerator(
      seed: subject ^ (who &* 0xD6E8_FEB8_6659_FD93) ^ (UInt64(bitPattern: Int64(date.dayNumber)) << 44))
    digest &+= mixed.next()
  }
}
