import BankumModel
import Matching

@testable import BankumPlanning

/// A small invented facility: Monday 23 November 2026, half past seven; two partners, three people, two rooms, one
/// block, one inmate with one request. Tests change one thing and look what follows.
enum SmallHouse {
  static let now = CivilTime(day("2026-11-23"), minute("07:30"))
  static let long = OpenDateRange(day("2025-11-11"))
  static let inmate = Inmate.ID(bits: 1)
  static let request = BankumModel.Request.ID(bits: 1)
  static let advocate = BankumModel.Advocate.ID(bits: 1)
  static let paralegal = BankumModel.Advocate.ID(bits: 2)
  static let otherAdvocate = BankumModel.Advocate.ID(bits: 3)
  static let partner = BankumModel.Partner.ID(bits: 1)
  static let otherPartner = BankumModel.Partner.ID(bits: 2)
  static let room = BankumModel.Room.ID(bits: 1)
  static let upstairs = BankumModel.Room.ID(bits: 2)
  static let block = BankumModel.Block.ID(bits: 1)
  static let course = TrainingProgramme.ID(bits: 1)

  static func calendar(_ decisions: [CalendarDecision] = []) -> WorkingCalendar {
    let open = OpeningHours([hours("08:30-12:00"), hours("13:00-15:00")])
    let friday = OpeningHours([hours("08:30-11:30")])
    return WorkingCalendar(
      years: [2025, 2026, 2027],
      holidays: [Holiday(date: day("2026-12-25"), kind: .publicHoliday, name: "Natal")],
      weeklyHours: [.monday: open, .tuesday: open, .wednesday: open, .thursday: open, .friday: friday],
      decisions: decisions)
  }

  static func inmate(_ number: UInt64, block: BankumModel.Block.ID? = block) -> Inmate {
    let register = RegisterNumber(book: .trial, serial: Int(number), year: 2026)
    return Inmate(
      id: Inmate.ID(bits: number), name: "WBP \(number)",
      registerEntries: register.map { [RegisterEntry(number: $0, days: OpenDateRange(day("2026-10-01")))] } ?? [],
      birthDate: day("1990-01-01"), residence: .medan, enteredOn: day("2026-10-01"), block: block)
  }

  static func term(_ number: UInt64, last: String = "2026-12-29") -> DetentionTerm {
    DetentionTerm(
      id: DetentionTerm.ID(bits: number), inmate: Inmate.ID(bits: number), stage: .trial, law: .new, grant: .extension,
      letter: "P-\(number)", first: day("2026-11-01"), last: day(last))
  }

  static func request(_ number: UInt64, inmate: UInt64, service: Service = .consultation) -> BankumModel.Request {
    BankumModel.Request(
      id: BankumModel.Request.ID(bits: number), inmate: Inmate.ID(bits: inmate), service: service,
      submittedOn: day("2026-11-02"),
      channel: .written)
  }

  static func partner(_ number: UInt64) -> BankumModel.Partner {
    BankumModel.Partner(
      id: BankumModel.Partner.ID(bits: number), name: "LBH \(number)", shortName: "L\(number)", agreement: long,
      accreditationClass: .b, accreditation: OpenDateRange(day("2025-01-01"), day("2027-12-31")), capacity: 200,
      sharePerMille: 250)
  }

  static func advocate(_ number: UInt64, partner: UInt64, kind: AdvocateKind = .advocate) -> BankumModel.Advocate {
    BankumModel.Advocate(
      id: BankumModel.Advocate.ID(bits: number), partner: BankumModel.Partner.ID(bits: partner), name: "A \(number)",
      kind: kind, sex: .male,
      licence: long, employment: long)
  }

  static func comes(_ number: UInt64, _ advocate: UInt64, _ weekday: Weekday, _ text: String) -> Availability {
    Availability(
      id: Availability.ID(bits: number), advocate: BankumModel.Advocate.ID(bits: advocate), weekday: weekday,
      days: long,
      hours: hours(text), confirmedOn: day("2026-11-16"))
  }

  static func room(_ number: UInt64, isAccessible: Bool = false) -> BankumModel.Room {
    BankumModel.Room(
      id: BankumModel.Room.ID(bits: number), name: "R\(number)", isConfidential: true, isAccessible: isAccessible)
  }

  static func session(
    _ number: UInt64, request: UInt64?, inmate: UInt64, advocate: UInt64, partner: UInt64, room: UInt64, _ date: String,
    _ text: String, state: SessionState = .confirmed
  ) -> Session {
    Session(
      id: Session.ID(bits: number), request: request.map { BankumModel.Request.ID(bits: $0) }, service: .consultation,
      inmate: Inmate.ID(bits: inmate), partner: BankumModel.Partner.ID(bits: partner),
      advocate: BankumModel.Advocate.ID(bits: advocate),
      room: BankumModel.Room.ID(bits: room), date: day(date), hours: hours(text), callAt: minute("08:00"), state: state)
  }

  /// The defaults without what looks at everybody at once, the share for the longest waits, and without the time to get
  /// ready: in a house of a handful each would decide nearly everything. They have tests of their own.
  static let plainRules: RuleTable = {
    let quiet = [RuleKey.longestWaitingShare, .newMeetingNotice].map {
      Rule(key: $0, value: .integer(0), validFrom: day("2000-01-01"), source: "tests")
    }
    do { return try RuleTable(RuleDefaults.rules + quiet) } catch { fatalError("\(error)") }
  }()

  /// The facts of the house with one request.
  static func facts() -> HouseFacts {
    var facts = HouseFacts(now: now, rules: plainRules, calendar: calendar())
    facts.inmates = [inmate(1)]
    facts.terms = [term(1)]
    facts.requests = [request(1, inmate: 1)]
    facts.partners = [partner(1), partner(2)]
    facts.advocates = [
      advocate(1, partner: 1), advocate(2, partner: 1, kind: .paralegal), advocate(3, partner: 2),
    ]
    facts.availability = [
      comes(1, 1, .tuesday, "08:30-12:00"), comes(2, 1, .thursday, "13:00-15:00"),
      comes(3, 2, .wednesday, "08:30-12:00"), comes(4, 3, .tuesday, "08:30-15:00"),
    ]
    facts.rooms = [room(1, isAccessible: true), room(2)]
    facts.blocks = [BankumModel.Block(id: block, name: "A", escortCapacity: 2)]
    facts.training = [
      TrainingProgramme(
        id: course, name: "Barber", kind: .certified,
        timetable: [ClassHours(weekday: .tuesday, hours: hours("09:00-11:00"), days: long)])
    ]
    return facts
  }

  /// Tuesday at nine with the advocate in the accessible room: lawful as the facts stand.
  static func placement() -> Placement {
    Placement(request: request, advocate: advocate, room: room, date: day("2026-11-24"), start: minute("09:00"))
  }

  static func index(_ facts: HouseFacts) throws -> FactIndex {
    // Five working days with today, whatever the notice: most tests look at one week.
    let last = try facts.calendar.addingWorkingDays(5, to: facts.today.adding(days: -1))
    return try FactIndex(
      facts, period: PlanningPeriod(days: DateRange(first: facts.today, days: facts.today.days(until: last) + 1)))
  }

  /// The rules that the placement breaks in the facts.
  static func rules(_ facts: HouseFacts, _ placement: Placement = placement()) throws -> Set<HouseRule> {
    Set(RuleCheck(try index(facts)).breaches(placement).map(\.rule))
  }
}

extension SmallHouse {
  /// The decisions of a short run.
  static func decide(_ facts: HouseFacts) throws -> Decisions {
    let planning = try ProblemBuilder.build(try index(facts))
    return try Decisions(planning, try Engine.solve(planning.problem, .small))
  }
}

extension Limits {
  /// Enough for houses with a dozen requests; no clock.
  static var small: Limits { Limits(effort: 6, seed: 1, now: { 0 }) }
}
