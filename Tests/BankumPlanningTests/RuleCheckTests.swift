import Matching
import Testing

@testable import BankumModel
@testable import BankumPlanning

@Suite("The rule set")
struct RuleCheckTests {
  typealias Change = @Sendable (inout HouseFacts, inout Placement) -> Void

  /// For each rule one change to a lawful placement that breaks it, and nothing else.
  static let rows: [HouseRule: Change] = people.merging(time) { first, _ in first }
    .merging(partners) { first, _ in first }.merging(advocates) { first, _ in first }
    .merging(rooms) { first, _ in first }

  private static let people: [HouseRule: Change] = [
    .requestClosed: { facts, _ in
      facts.requests[0].state = .withdrawn
    },
    .inmateGone: { facts, _ in facts.inmates[0].presence = .released },
    .inmateAbsent: { facts, _ in
      facts.absences = [
        Absence(
          id: Absence.ID(bits: 1), inmate: SmallHouse.inmate,
          days: OpenDateRange(day("2026-11-24"), day("2026-11-24")), reason: .bon, suspendsDetention: false)
      ]
    },
    .hearingDay: { facts, _ in
      // The day before it has passed: nothing is due any more.
      facts.now = CivilTime(day("2026-11-24"), minute("07:30"))
      facts.hearings = [Hearing(id: Hearing.ID(bits: 1), inmate: SmallHouse.inmate, date: day("2026-11-24"))]
    },
    .permitRefused: { facts, _ in
      facts.requests[0].permit = VisitPermit(state: .refused, requestedOn: day("2026-11-20"))
    },
    .permitLead: { facts, _ in facts.terms[0].stage = .prosecution },
    .due: { facts, _ in
      guard let number = try? RegisterNumber(parsing: "B.I. 7/2026") else { return }
      facts.inmates[0].renumber(to: number, on: day("2026-11-01"))
      facts.inmates[0].sentenceEndsOn = day("2026-11-23")
    },
    .inmateBusy: { facts, _ in
      facts.education = [
        EducationEvent(
          id: EducationEvent.ID(bits: 1), topic: "rights", partner: SmallHouse.otherPartner,
          advocates: [SmallHouse.otherAdvocate], room: SmallHouse.upstairs, date: day("2026-11-24"),
          hours: hours("10:00-11:00"), participants: [SmallHouse.inmate])
      ]
    },
    .inmateDailyLimit: { facts, _ in
      facts.sessions = [
        SmallHouse.session(
          1, request: nil, inmate: 1, advocate: 3, partner: 2, room: 2, "2026-11-24", "13:00-13:45", state: .held)
      ]
    },
    .classHours: { facts, _ in
      facts.inmates[0].training = [SmallHouse.course]
      facts.missedClassMinutes = [SmallHouse.inmate: 50]
    },
    .keptApart: { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      facts.keepApart =
        InmatePair(SmallHouse.inmate, Inmate.ID(bits: 2)).map {
          [KeepApart(id: KeepApart.ID(bits: 1), pair: $0, days: SmallHouse.long, reason: .threat)]
        } ?? []
      facts.sessions = [otherSession]
    },
    .escort: { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      facts.blocks[0].escortCapacity = 1
      facts.sessions = [otherSession]
    },
  ]

  /// Inmate 2 with the other partner, upstairs, while the placement takes place.
  private static let otherSession = SmallHouse.session(
    1, request: nil, inmate: 2, advocate: 3, partner: 2, room: 2, "2026-11-24", "09:30-10:00", state: .held)

  /// Inmate 2 with the advocate, upstairs, in the afternoon two days later.
  private static let laterSession = SmallHouse.session(
    1, request: nil, inmate: 2, advocate: 1, partner: 1, room: 2, "2026-11-26", "13:00-14:00", state: .held)

  private static let time: [HouseRule: Change] = [
    .past: { facts, _ in facts.now = CivilTime(day("2026-11-24"), minute("09:01")) },
    .houseClosed: { facts, _ in
      facts.calendar = SmallHouse.calendar([
        CalendarDecision(
          days: days("2026-11-24"), scope: .house, effect: .close(hours: nil), reason: "search")
      ])
    },
    .openingHours: { facts, _ in
      facts.calendar = SmallHouse.calendar([
        CalendarDecision(
          days: days("2026-11-24"), scope: .house, effect: .hours(OpeningHours([hours("08:30-09:45")])),
          reason: "Ramadan")
      ])
    },
    .buffer: { facts, _ in
      facts.calendar = SmallHouse.calendar([
        CalendarDecision(
          days: days("2026-11-24"), scope: .house, effect: .hours(OpeningHours([hours("08:30-10:00")])),
          reason: "Ramadan")
      ])
    },
  ]

  private static func exclude(_ reason: ExclusionReason) -> Change {
    { facts, _ in
      facts.requests[0].exclusions = [
        PartnerExclusion(partner: SmallHouse.partner, reason: reason, since: day("2026-11-20"))
      ]
    }
  }

  /// Inmate 2 stands accused in the same case and is bound to the partner by this.
  private static func adverse(_ bind: @escaping @Sendable (inout HouseFacts) -> Void) -> Change {
    { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      facts.cases = [
        CaseFile(
          id: CaseFile.ID(bits: 1), law: .new,
          parties: [
            CaseParty(inmate: SmallHouse.inmate, role: .accused),
            CaseParty(inmate: Inmate.ID(bits: 2), role: .accused),
          ])
      ]
      bind(&facts)
    }
  }

  private static func otherRequest(_ state: RequestState) -> BankumModel.Request {
    var request = SmallHouse.request(2, inmate: 2)
    request.state = state
    request.offer = Offer(partner: SmallHouse.partner, offeredAt: SmallHouse.now)
    return request
  }

  private static let partners: [HouseRule: Change] = [
    .partnerRefused: exclude(.refusedByPartner), .partnerSilent: exclude(.silent),
    .refusedByInmate: exclude(.refusedByInmate), .conflictReported: exclude(.conflict),
    .adverseMandate: adverse { facts in
      facts.mandates = [
        Mandate(
          id: Mandate.ID(bits: 1), inmate: Inmate.ID(bits: 2), partner: SmallHouse.partner,
          advocate: SmallHouse.advocate, letter: "SK-1", days: SmallHouse.long)
      ]
    },
    .adverseClient: adverse { $0.requests.append(otherRequest(.accepted)) },
    .adverseOffer: adverse { $0.requests.append(otherRequest(.offered)) },
    .adversePastClient: adverse { facts in
      facts.encounters = [
        Encounter(
          inmate: Inmate.ID(bits: 2), partner: SmallHouse.partner, advocate: SmallHouse.paralegal,
          lastOn: day("2026-10-12"))
      ]
    },
    .adversePlanned: adverse { $0.sessions = [laterSession] },
    .heldByOtherPartner: { facts, _ in
      facts.requests[0].state = .accepted
      facts.requests[0].offer = Offer(partner: SmallHouse.otherPartner, offeredAt: SmallHouse.now)
    },
    .wishOtherPartner: { facts, _ in facts.requests[0].wishPartner = SmallHouse.otherPartner },
    .agreementLapsed: { facts, _ in facts.partners[0].agreement.last = day("2026-11-23") },
    .accreditationLapsed: { facts, _ in facts.partners[0].accreditation.last = day("2026-11-23") },
    .quota: { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      facts.partners[0].quota = 1
      facts.sessions = [laterSession]
    },
  ]

  private static let advocates: [HouseRule: Change] = [
    .paralegalNoAssistance: { facts, placement in
      facts.requests[0].service = .assistance
      placement.advocate = SmallHouse.paralegal
      placement.date = day("2026-11-25")
    },
    .mandateMissing: { facts, _ in
      facts.requests[0].service = .assistance
      facts.requests[0].waitingSince = day("2026-11-10")
    },
    .mandateOfOtherPartner: { facts, _ in
      facts.requests[0].service = .assistance
      facts.mandates = [
        Mandate(
          id: Mandate.ID(bits: 1), inmate: SmallHouse.inmate, partner: SmallHouse.otherPartner,
          advocate: SmallHouse.otherAdvocate, letter: "SK-1", days: SmallHouse.long)
      ]
    },
    .skill: { facts, _ in facts.requests[0].skill = .narcotics },
    .language: { facts, _ in
      facts.inmates[0].languages = ["bbc"].compactMap { try? LanguageCode(parsing: $0) }
    },
    .advocateSex: { facts, _ in facts.requests[0].advocateSex = .female },
    .licenceLapsed: { facts, _ in facts.advocates[0].licence.last = day("2026-11-23") },
    .notEmployed: { facts, _ in facts.advocates[0].employment.last = day("2026-11-23") },
    .advocateAbsent: { facts, _ in facts.advocates[0].absences = [days("2026-11-24")] },
    .advocateInCourt: { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      facts.hearings = [
        Hearing(
          id: Hearing.ID(bits: 1), inmate: Inmate.ID(bits: 2), date: day("2026-11-24"), advocate: SmallHouse.advocate)
      ]
    },
    .advocateUnavailable: { facts, _ in facts.availability[0].hours = hours("08:30-09:45") },
    .advocateBusy: { facts, _ in
      facts.education = [
        EducationEvent(
          id: EducationEvent.ID(bits: 1), topic: "rights", partner: SmallHouse.partner,
          advocates: [SmallHouse.advocate], room: SmallHouse.upstairs, date: day("2026-11-24"),
          hours: hours("10:00-12:00"))
      ]
    },
    .dailyCap: { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      facts.advocates[0].dailyCap = 1
      var session = laterSession
      (session.date, session.hours) = (day("2026-11-24"), hours("10:30-11:30"))
      facts.sessions = [session]
    },
    .weeklyCap: { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      facts.advocates[0].weeklyCap = 1
      facts.sessions = [laterSession]
    },
  ]

  private static let rooms: [HouseRule: Change] = [
    .roomKind: { facts, _ in facts.rooms[0].kind = .hall },
    .roomNotConfidential: { facts, _ in facts.rooms[0].isConfidential = false },
    .roomNotAccessible: { facts, placement in
      facts.requests[0].needs = [.accessibleRoom]
      placement.room = SmallHouse.upstairs
    },
    .roomReserved: { facts, _ in
      facts.rooms[0].reservations = [
        RoomReservation(partner: SmallHouse.otherPartner, weekday: .tuesday, days: SmallHouse.long)
      ]
    },
    .roomClosed: { facts, _ in
      facts.rooms[0].closures = [
        RoomClosure(days: OpenDateRange(day("2026-11-24")), hours: hours("09:30-10:30"), reason: "repair")
      ]
    },
    .roomBusy: { facts, _ in
      facts.inmates.append(SmallHouse.inmate(2))
      var session = otherSession
      session.room = SmallHouse.room
      facts.sessions = [session]
    },
  ]

  /// Rules that are not about one placement: about moving what is published, and about what a run left.
  static let others: Set<HouseRule> = [.frozen, .pinned, .timeGrid, .leftFree, .leastNotice, .availabilityStale]

  @Test("the placement of the small house is lawful")
  func lawful() throws {
    #expect(try SmallHouse.rules(SmallHouse.facts()).isEmpty)
  }

  @Test("every rule has a row that breaks it alone, or is tested by itself")
  func rowsAreComplete() {
    #expect(Set(Self.rows.keys).union(Self.others) == Set(HouseRule.allCases))
    #expect(Set(Self.rows.keys).isDisjoint(with: Self.others))
  }

  @Test("a placement that breaks one rule is answered with that rule and no other", arguments: HouseRule.allCases)
  func oneRule(rule: HouseRule) throws {
    guard let change = Self.rows[rule] else { return }
    var facts = SmallHouse.facts()
    var placement = SmallHouse.placement()
    change(&facts, &placement)
    #expect(try SmallHouse.rules(facts, placement) == [rule])
  }

  @Test("what breaks one rule the engine's problem does not allow either", arguments: HouseRule.allCases)
  func problemAgrees(rule: HouseRule) throws {
    guard let change = Self.rows[rule] else { return }
    var facts = SmallHouse.facts()
    var placement = SmallHouse.placement()
    change(&facts, &placement)
    let planning = try ProblemBuilder.build(try SmallHouse.index(facts))
    let published = planning.problem.published.map {
      Assignment(request: $0.request, advocate: $0.advocate, start: $0.start, room: $0.room)
    }
    let verifier = Verifier(planning.problem)
    #expect(verifier.violations(published).isEmpty)
    let choices = planning.assignments(placement)
    #expect(choices.allSatisfy { !verifier.violations(published + [$0]).isEmpty }, "\(rule)")
    // And the lawful one is in the problem of the unchanged house.
    let plain = try ProblemBuilder.build(try SmallHouse.index(SmallHouse.facts()))
    #expect(plain.assignments(SmallHouse.placement()).contains { Verifier(plain.problem).violations([$0]).isEmpty })
  }

  @Test("all broken rules are named at once")
  func together() throws {
    var facts = SmallHouse.facts()
    var placement = SmallHouse.placement()
    for rule in [HouseRule.skill, .advocateSex, .advocateAbsent, .hearingDay, .roomNotConfidential, .refusedByInmate] {
      Self.rows[rule]?(&facts, &placement)
    }
    #expect(
      try SmallHouse.rules(facts, placement) == [
        .skill, .advocateSex, .advocateAbsent, .hearingDay, .roomNotConfidential, .refusedByInmate,
      ])
  }

  @Test("a meeting of the same request that has taken place counts for caps; one that is to come is replaced")
  func followUp() throws {
    var facts = SmallHouse.facts()
    facts.now = CivilTime(day("2026-11-24"), minute("18:00"))
    let advocate = try #require(facts.advocates.firstIndex { $0.id == SmallHouse.placement().advocate })
    facts.advocates[advocate].weeklyCap = 1
    var placement = SmallHouse.placement()
    placement.date = day("2026-11-25")
    var session = Session(
      id: Session.ID(bits: 9), request: SmallHouse.request, service: .consultation, inmate: SmallHouse.inmate,
      partner: facts.advocates[advocate].partner, advocate: placement.advocate, room: placement.room,
      date: day("2026-11-24"), hours: hours("09:00-10:00"), callAt: minute("08:45"), state: .cutShort)
    facts.sessions = [session]
    #expect(try RuleCheck(SmallHouse.index(facts)).breaches(placement).map(\.rule).contains(.weeklyCap))
    #expect(try !RuleCheck(SmallHouse.index(facts)).allows(placement))
    session.date = day("2026-11-26")
    session.state = .offered
    facts.sessions = [session]
    #expect(try !RuleCheck(SmallHouse.index(facts)).breaches(placement).map(\.rule).contains(.weeklyCap))
  }

  @Test("after a hearing or the end of an appeal a meeting is late, and lawful")
  func late() throws {
    var facts = SmallHouse.facts()
    facts.hearings = [Hearing(id: Hearing.ID(bits: 1), inmate: SmallHouse.inmate, date: day("2026-11-25"))]
    // Made known on Wednesday a week ago: Wednesday is the last day to appeal.
    facts.cases = [
      CaseFile(
        id: CaseFile.ID(bits: 1), law: .new, parties: [CaseParty(inmate: SmallHouse.inmate, role: .accused)],
        verdict: Verdict(stage: .trial, knownOn: day("2026-11-18")))
    ]
    let profile = try #require(try SmallHouse.index(facts).profiles.first)
    #expect(Set(profile.clocks.map(\.kind)).isSuperset(of: [.hearing, .appeal]))
    var placement = SmallHouse.placement()
    placement.date = day("2026-11-26")
    placement.start = minute("13:00")
    #expect(try SmallHouse.rules(facts, placement).isEmpty)
  }

  @Test("the end of a sentence binds until it comes; whoever is held on after it can be met")
  func sentenceEnd() throws {
    var facts = SmallHouse.facts()
    facts.inmates[0].renumber(to: try RegisterNumber(parsing: "B.I. 7/2026"), on: day("2026-11-01"))
    facts.inmates[0].sentenceEndsOn = day("2026-11-24")
    #expect(try SmallHouse.rules(facts).isEmpty)
    facts.inmates[0].sentenceEndsOn = day("2026-11-23")
    #expect(try SmallHouse.rules(facts) == [.due])
    facts.inmates[0].sentenceEndsOn = day("2026-11-22")
    #expect(try SmallHouse.rules(facts).isEmpty)
  }

  @Test("an urgent request is kept waiting neither by a wish nor by hours that nobody has confirmed; that is said")
  func urgent() throws {
    var facts = SmallHouse.facts()
    facts.requests[0].wishPartner = SmallHouse.otherPartner
    facts.terms[0].last = day("2026-11-25")
    #expect(try SmallHouse.rules(facts).isEmpty)
    let check = RuleCheck(try SmallHouse.index(facts))
    #expect(!check.isUnconfirmed(SmallHouse.advocate, day("2026-11-24"), hours("09:00-10:00")))
    facts.availability[0].confirmedOn = day("2026-10-01")
    #expect(try SmallHouse.rules(facts).isEmpty)
    let stale = RuleCheck(try SmallHouse.index(facts))
    #expect(stale.isUnconfirmed(SmallHouse.advocate, day("2026-11-24"), hours("09:00-10:00")))
  }

  @Test("a mandate goes on when credentials lapse or the wall comes later, and it is flagged")
  func mandateGoesOn() throws {
    var facts = SmallHouse.facts()
    var placement = SmallHouse.placement()
    Self.rows[.adverseMandate]?(&facts, &placement)
    facts.requests[0].service = .assistance
    facts.mandates.append(
      Mandate(
        id: Mandate.ID(bits: 2), inmate: SmallHouse.inmate, partner: SmallHouse.partner, advocate: SmallHouse.advocate,
        letter: "SK-2", days: SmallHouse.long))
    facts.partners[0].agreement.last = day("2026-11-20")
    #expect(try SmallHouse.rules(facts, placement).isEmpty)
    #expect(try SmallHouse.index(facts).profiles.first?.flagged == SmallHouse.partner)
  }

  @Test("a confirmed override lifts the wall for its partner")
  func override() throws {
    var facts = SmallHouse.facts()
    var placement = SmallHouse.placement()
    Self.rows[.adversePastClient]?(&facts, &placement)
    facts.conflictOverrides = [
      ConflictOverride(
        inmate: SmallHouse.inmate, partner: SmallHouse.partner, reason: "one defence", askedBy: "a", confirmedBy: "b")
    ]
    #expect(try SmallHouse.rules(facts, placement).isEmpty)
  }

  @Test("lawful published meetings inside the freeze do not move; broken and later ones may; pinned ones never")
  func moving() throws {
    var facts = SmallHouse.facts()
    facts.requests[0].state = .scheduled
    facts.requests[0].offer = Offer(partner: SmallHouse.partner, offeredAt: SmallHouse.now)
    var session = SmallHouse.session(
      1, request: 1, inmate: 1, advocate: 1, partner: 1, room: 1, "2026-11-24", "09:00-10:00")
    facts.sessions = [session]
    func rules(_ facts: HouseFacts, _ session: Session) throws -> [HouseRule] {
      try RuleCheck(try SmallHouse.index(facts)).breaches(moving: session).map(\.rule)
    }
    #expect(try rules(facts, session) == [.frozen])
    var broken = facts
    broken.advocates[0].absences = [days("2026-11-24")]
    #expect(try rules(broken, session) == [])
    session.isPinned = true
    #expect(try rules(broken, session) == [.pinned])
    session.isPinned = false
    session.date = day("2026-12-01")
    #expect(try rules(facts, session) == [])
  }

  @Test("a meeting may replace those that it is told to ignore")
  func ignoring() throws {
    var facts = SmallHouse.facts()
    var placement = SmallHouse.placement()
    Self.rows[.roomBusy]?(&facts, &placement)
    let check = RuleCheck(try SmallHouse.index(facts))
    #expect(check.breaches(placement, ignoring: [Session.ID(bits: 1)]).isEmpty)
  }

  @Test("a year without a calendar makes planning refuse and say which")
  func calendarYear() throws {
    var facts = SmallHouse.facts()
    facts.calendar = WorkingCalendar(years: [2026], holidays: [], weeklyHours: [:])
    facts.now = CivilTime(day("2026-12-30"), minute("08:00"))
    #expect {
      try PlanningPeriod(facts, workingDays: 5)
    } throws: { error in
      (error as? PlanningError).map { $0.code == .facts && $0.problems[0].value == "2027" } ?? false
    }
    #expect(throws: PlanningError.self) { try PlanningPeriod(facts, from: day("2026-12-29"), workingDays: 2) }
    #expect(throws: PlanningError.self) { try PlanningPeriod(facts, workingDays: 0) }
  }
}
