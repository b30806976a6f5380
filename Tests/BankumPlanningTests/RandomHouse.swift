import SeededNumbers

@testable import BankumModel
@testable import BankumPlanning

/// Small random facilities that use every field that a rule looks at.
enum RandomHouse {
  /// A facility; the same seed gives the same one. All times lie on the grid of 15 minutes.
  static func facts(seed: UInt64) -> HouseFacts {
    var dice = SeededGenerator(seed: seed)
    var facts = SmallHouse.facts()
    let today = day("2026-11-23")
    func date(_ range: ClosedRange<Int>) -> CivilDate { today.adding(days: dice.number(range)) }
    let inmateCount = dice.number(3...9)
    let languages = ["id", "bbc", "nan"].compactMap { try? LanguageCode(parsing: $0) }
    facts.blocks = (1...2 as ClosedRange<UInt64>).map {
      Block(id: Block.ID(bits: $0), name: "B\($0)", escortCapacity: dice.number(1...3), fetchMinutes: 5)
    }
    facts.inmates = (1...UInt64(inmateCount)).map { number in
      var inmate = SmallHouse.inmate(number, block: dice.chance(90) ? Block.ID(bits: UInt64(dice.number(1...2))) : nil)
      inmate.languages = [dice.chance(70) ? languages[0] : languages[dice.number(1...2)]]
      if dice.chance(20) { inmate.needs.insert(dice.chance(50) ? .accessibleRoom : .interpreter) }
      if dice.chance(30) { inmate.training = [SmallHouse.course] }
      if dice.chance(5) { inmate.presence = .transferred }
      return inmate
    }
    facts.terms = facts.inmates.map { inmate in
      var term = SmallHouse.term(inmate.id.bits)
      if dice.chance(30) { term.last = date(-3...20) }
      if dice.chance(20) { term.stage = .prosecution }
      return term
    }
    facts.partners = (1...3 as ClosedRange<UInt64>).map { number in
      var partner = SmallHouse.partner(number)
      if dice.chance(20) { partner.quota = dice.number(0...3) }
      if dice.chance(10) { partner.agreement.last = date(-2...5) }
      return partner
    }
    facts.advocates = (1...UInt64(dice.number(2...5))).map { number in
      var advocate = SmallHouse.advocate(
        number, partner: UInt64(dice.number(1...3)), kind: dice.chance(70) ? .advocate : .paralegal)
      if dice.chance(30) { advocate.skills = [.narcotics] }
      if dice.chance(40) { advocate.languages.insert(languages[dice.number(1...2)]) }
      if dice.chance(20) { advocate.absences = [DateRange(date(0...6))] }
      if dice.chance(10) { advocate.licence.last = date(-1...6) }
      advocate.dailyCap = dice.number(1...4)
      advocate.weeklyCap = dice.number(1...6)
      return advocate
    }
    let spans = ["08:30-12:00", "09:00-11:30", "13:00-15:00", "08:30-15:00"]
    var number: UInt64 = 1
    facts.availability = facts.advocates.flatMap { advocate in
      (0..<dice.number(1...4)).map { _ in
        number += 1
        var entry = SmallHouse.comes(
          number, advocate.id.bits, Weekday.allCases[dice.number(0...4)], spans[dice.number(0...3)])
        if dice.chance(20) { entry.confirmedOn = day("2026-09-01") }
        return entry
      }
    }
    facts.rooms = (1...UInt64(dice.number(1...3))).map { number in
      var room = SmallHouse.room(number, isAccessible: dice.chance(60))
      if dice.chance(20) { room.closures = [RoomClosure(days: OpenDateRange(date(0...6)), reason: "repair")] }
      if dice.chance(20) {
        let partner = Partner.ID(bits: UInt64(dice.number(1...3)))
        room.reservations = [
          RoomReservation(
            partner: partner, weekday: Weekday.allCases[dice.number(0...4)], days: SmallHouse.long,
            hours: hours("08:30-12:00"))
        ]
      }
      if dice.chance(10) { room.isConfidential = false }
      return room
    }
    facts.requests = (1...UInt64(dice.number(3...12))).map { number in
      var request = SmallHouse.request(
        number, inmate: UInt64(dice.number(1...inmateCount)), service: dice.chance(70) ? .consultation : .assistance)
      request.submittedOn = date(-90 ... -1)
      if dice.chance(20) { request.skill = .narcotics }
      if dice.chance(10) { request.advocateSex = dice.chance(50) ? .male : .female }
      if dice.chance(15) { request.wishPartner = Partner.ID(bits: UInt64(dice.number(1...3))) }
      if dice.chance(15) {
        request.exclusions = [
          PartnerExclusion(partner: Partner.ID(bits: UInt64(dice.number(1...3))), reason: .silent, since: today)
        ]
      }
      if dice.chance(15) {
        request.state = dice.chance(50) ? .accepted : .offered
        request.offer = Offer(partner: Partner.ID(bits: UInt64(dice.number(1...3))), offeredAt: SmallHouse.now)
      }
      if dice.chance(15) { request.waitingSince = today }
      if dice.chance(10) {
        let state: PermitState = dice.chance(80) ? .granted : .refused
        request.permit = VisitPermit(state: state, requestedOn: today, firstDay: date(0...4))
      }
      return request
    }
    addTime(to: &facts, using: &dice)
    addRelations(to: &facts, inmates: inmateCount, using: &dice)
    return facts
  }

  private static func addTime(to facts: inout HouseFacts, using dice: inout SeededGenerator) {
    let today = day("2026-11-23")
    for inmate in facts.inmates {
      let number = inmate.id.bits
      if dice.chance(20) {
        facts.hearings.append(
          Hearing(
            id: Hearing.ID(bits: number), inmate: inmate.id, date: today.adding(days: dice.number(0...9)),
            advocate: dice.chance(30) ? facts.advocates.first?.id : nil))
      }
      if dice.chance(15) {
        let first = today.adding(days: dice.number(-2...4))
        facts.absences.append(
          Absence(
            id: Absence.ID(bits: number), inmate: inmate.id, days: OpenDateRange(first, first.adding(days: 2)),
            reason: .bon, suspendsDetention: false))
      }
    }
    if dice.chance(30) {
      facts.calendar = SmallHouse.calendar([
        CalendarDecision(
          days: DateRange(today.adding(days: dice.number(0...4))), scope: .house, effect: .close(hours: nil),
          reason: "search")
      ])
    }
    if dice.chance(30), let speaker = facts.advocates.last {
      facts.education = [
        EducationEvent(
          id: EducationEvent.ID(bits: 1), topic: "rights", partner: speaker.partner, advocates: [speaker.id],
          room: facts.rooms[0].id, date: today.adding(days: dice.number(0...4)), hours: hours("09:00-11:00"),
          state: .confirmed, participants: Set(facts.inmates.prefix(2).map(\.id)))
      ]
    }
  }

  private static func addRelations(to facts: inout HouseFacts, inmates: Int, using dice: inout SeededGenerator) {
    func inmate() -> Inmate.ID { Inmate.ID(bits: UInt64(dice.number(1...inmates))) }
    for number in 1...2 as ClosedRange<UInt64> where dice.chance(60) {
      let people = Set((0..<dice.number(2...3)).map { _ in inmate() })
      let parties = people.sorted { $0.bits < $1.bits }.map { CaseParty(inmate: $0, role: .accused) }
      facts.cases.append(
        CaseFile(id: CaseFile.ID(bits: number), threat: .years(dice.number(1...20)), law: .new, parties: parties))
    }
    if dice.chance(40), let pair = InmatePair(inmate(), inmate()) {
      facts.keepApart = [KeepApart(id: KeepApart.ID(bits: 1), pair: pair, days: SmallHouse.long, reason: .fight)]
    }
    for number in 1...2 as ClosedRange<UInt64> where dice.chance(50) {
      guard let advocate = facts.advocates.first(where: { $0.kind == .advocate }) else { continue }
      facts.mandates.append(
        Mandate(
          id: Mandate.ID(bits: number), inmate: inmate(), partner: advocate.partner, advocate: advocate.id,
          letter: "SK-\(number)", days: SmallHouse.long))
    }
    if dice.chance(30), let advocate = facts.advocates.first {
      facts.encounters = [
        Encounter(inmate: inmate(), partner: advocate.partner, advocate: advocate.id, lastOn: day("2026-11-02"))
      ]
    }
    if dice.chance(20) {
      let conflict = ReportedConflict(inmate: inmate(), partner: Partner.ID(bits: UInt64(dice.number(1...3))))
      facts.reportedConflicts = [conflict]
    }
  }

  /// Publishes some meetings that the rule set allows, one after the other, so that the schedule in force is lawful.
  static func publishing(_ facts: HouseFacts, _ count: Int, seed: UInt64) throws -> HouseFacts {
    var dice = SeededGenerator(seed: seed)
    var facts = facts
    for number in 0..<count {
      let index = try SmallHouse.index(facts)
      let check = RuleCheck(index)
      let free = index.profiles.filter { profile in !facts.sessions.contains { $0.request == profile.request.id } }
      guard let profile = free.randomElement(using: &dice) else { break }
      for _ in 0..<200 {
        let placement = randomPlacement(facts, request: profile.request.id, using: &dice)
        guard check.breaches(placement).isEmpty, let advocate = index.advocates[placement.advocate],
          let end = placement.start.adding(minutes: profile.minutes), let time = MinuteRange(placement.start, end),
          let position = facts.requests.firstIndex(where: { $0.id == profile.request.id })
        else { continue }
        facts.requests[position].state = .scheduled
        facts.requests[position].offer = Offer(partner: advocate.partner, offeredAt: SmallHouse.now)
        var session = SmallHouse.session(
          UInt64(100 + number), request: profile.request.id.bits, inmate: profile.inmate.id.bits,
          advocate: advocate.id.bits, partner: advocate.partner.bits, room: placement.room.bits, placement.date.text,
          time.text, state: .confirmed)
        session.isPinned = dice.chance(10)
        facts.sessions.append(session)
        break
      }
    }
    return facts
  }

  static func randomPlacement(
    _ facts: HouseFacts, request: Request.ID, using dice: inout SeededGenerator
  ) -> Placement {
    let slot = dice.number(34...60)
    return Placement(
      request: request, advocate: facts.advocates[dice.number(0...facts.advocates.count - 1)].id,
      room: facts.rooms[dice.number(0...facts.rooms.count - 1)].id,
      date: day("2026-11-23").adding(days: dice.number(0...4)),
      start: MinuteOfDay(minutes: slot * 15) ?? .startOfDay)
  }
}
