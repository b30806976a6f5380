import BankumModel
import JSON
import Testing

@testable import BankumStore

/// Some random values of every kind that there is.
struct Everything: Sendable {
  let blocks: [Block]
  let partners: [Partner]
  let advocates: [Advocate]
  let availability: [Availability]
  let rooms: [Room]
  let programmes: [TrainingProgramme]
  let inmates: [Inmate]
  let cases: [CaseFile]
  let keepApart: [KeepApart]
  let mandates: [Mandate]
  let hearings: [Hearing]
  let terms: [DetentionTerm]
  let absences: [Absence]
  let requests: [Request]
  let sessions: [Session]
  let education: [EducationEvent]
  let runs: [Run]
  let plans: [Plan]
  let reviews: [ReviewEntry]
  let notices: [Notice]
  let holidays: [Holiday]
  let decisions: [CalendarDecision]
  let weekdayHours: [WeekdayHours]
  let grants: [RoleGrant]
  let conflicts: [ReportedConflict]
  let overrides: [ConflictOverride]

  init(seed: UInt64, people: Int = 40) {
    var values = RandomValues(seed: seed)
    blocks = (0..<4).map { _ in values.block() }
    partners = (0..<4).map { _ in values.partner() }
    advocates = (0..<8).map { _ in values.advocate() }
    availability = (0..<10).map { _ in values.availability() }
    rooms = (0..<4).map { _ in values.room() }
    programmes = (0..<3).map { _ in values.programme() }
    inmates = (0..<people).map { _ in values.inmate() }
    cases = (0..<people / 2).map { _ in values.caseFile() }
    keepApart = (0..<5).compactMap { _ in values.keepApart() }
    mandates = (0..<10).map { _ in values.mandate() }
    hearings = (0..<people / 2).map { _ in values.hearing() }
    terms = (0..<people).map { _ in values.term() }
    absences = (0..<10).map { _ in values.absence() }
    requests = (0..<people).map { _ in values.request() }
    let over: [SessionState] = [
      .held, .cutShort, .noShowAdvocate, .refusedByInmate, .notBrought, .cancelled, .unreported,
    ]
    let past = over + over
    let run = Self.run(&values)
    runs = [run]
    var sessions = past.map { values.session($0) }
    sessions.append(
      Session(
        id: values.id(), service: .consultation, inmate: inmates[0].id, partner: advocates[0].partner,
        advocate: advocates[0].id, date: day("2026-11-20"), hours: hours("10:00-10:30"),
        callAt: MinuteOfDay(hour: 9, minute: 45) ?? .startOfDay, state: .held, origin: .walkIn,
        brokenRules: ["roomMissing"]))
    if let request = requests.first(where: \.state.hasPartner) {
      var reported = values.session(.held)
      reported.request = request.id
      reported.changeReason = .advocateUnavailable
      let closed = RequestProgress(
        state: .closed, waitingSince: day("2026-11-20"), closing: Closing(reason: .held, on: day("2026-11-20")))
      reported.effect = OutcomeEffect(before: request.progress, after: closed)
      sessions.append(reported)
    }
    self.sessions = sessions
    education = [
      EducationEvent(
        id: values.id(), topic: values.text(), partner: partners[0].id, advocates: [advocates[1].id, advocates[0].id],
        room: rooms[0].id, date: day("2026-12-01"), hours: hours("09:00-11:00"), state: .held,
        participants: Set(inmates.prefix(20).map(\.id)), attended: Set(inmates.prefix(18).map(\.id)))
    ]
    plans = [
      Plan(
        id: values.id(), run: run.id, baseSequence: 7, madeAt: values.instant(), added: sessions.prefix(3).map(\.id),
        moved: [
          PlanMove(
            session: sessions[4].id, advocate: advocates[0].id, room: rooms[1].id, date: day("2026-12-03"),
            hours: hours("08:00-09:00"), callAt: .startOfDay)
        ], cancelled: [sessions[5].id]),
      Plan(
        id: values.id(), state: .published, version: 3, baseSequence: 2, madeAt: values.instant(),
        publishedAt: values.instant()),
    ]
    reviews = [
      ReviewEntry(
        id: values.id(), kind: "samePerson", inmate: inmates[0].id, candidates: inmates.prefix(3).map(\.id),
        madeAt: values.instant(),
        detailsText: JSONValue.object(["line": .integer(7), "name": .string(values.text())]).text()),
      ReviewEntry(id: values.id(), kind: "missing", madeAt: values.instant(), resolution: "released", resolvedBy: 12),
    ]
    notices = [
      Notice(
        id: values.id(), partner: partners[0].id, advocate: advocates[0].id, about: .session(sessions[0].id),
        kind: .moved,
        planVersion: 3, madeAt: values.instant(), acknowledgedAt: values.instant(), acknowledgedBy: 4_000_000_000),
      Notice(
        id: values.id(), partner: partners[0].id, about: .session(sessions[1].id), kind: .new, madeAt: values.instant()),
      Notice(
        id: values.id(), partner: partners[1].id, about: .request(requests[0].id), kind: .cancelled,
        madeAt: values.instant()),
      Notice(
        id: values.id(), partner: partners[0].id, about: .education(education[0].id), kind: .new,
        madeAt: values.instant()),
    ]
    holidays = [
      Holiday(date: day("2026-12-25"), kind: .publicHoliday, name: "Natal"),
      Holiday(date: day("2027-03-10"), kind: .publicHoliday, name: "Idul Fitri", mayMove: true),
    ]
    let week = DateRange(first: day("2026-11-23"), days: 5)
    decisions = [
      CalendarDecision(days: week, scope: .national, effect: .close(hours: nil), reason: values.text()),
      CalendarDecision(days: week, scope: .house, effect: .close(hours: hours("08:00-09:00")), reason: "x"),
      CalendarDecision(days: week, weekday: .friday, scope: .house, effect: .open(hours: nil), reason: "x"),
      CalendarDecision(
        days: week, scope: .house, effect: .open(hours: OpeningHours([hours("08:00-09:00")])), reason: "x"),
      CalendarDecision(days: week, scope: .house, effect: .hours(.closed), reason: "x"),
    ]
    weekdayHours = [
      WeekdayHours(.monday, OpeningHours(.wholeDay, breaks: [hours("11:30-13:00")])),
      WeekdayHours(.friday, .closed),
    ]
    grants = [
      RoleGrant(uid: 0, role: "ops", grantedBy: 0, grantedAt: values.instant()),
      RoleGrant(
        uid: 1000, role: "advocate", partner: advocates[0].partner, advocate: advocates[0].id, grantedBy: 0,
        grantedAt: values.instant()),
      RoleGrant(
        uid: 1000, role: "coordinator", partner: partners[1].id, grantedBy: 0, grantedAt: values.instant()),
    ]
    conflicts = [ReportedConflict(inmate: inmates[0].id, partner: partners[0].id)]
    overrides = [
      ConflictOverride(inmate: inmates[0].id, partner: partners[0].id, reason: values.text(), askedBy: "a"),
      ConflictOverride(
        inmate: inmates[1].id, partner: partners[0].id, reason: values.text(), askedBy: "a", confirmedBy: "b"),
    ]
  }

  private static func run(_ values: inout RandomValues) -> Run {
    Run(
      id: values.id(), startedAt: values.instant(), milliseconds: 812, baseSequence: 41, status: .feasible,
      inputDigest: (0..<32).map { UInt8($0) },
      parametersText: JSONValue.object(["days": .integer(10), "whatIf": .array([])]).text(),
      engineVersion: 1, effort: 400,
      seed: .max, objective: 5_100_000, bound: 5_126_250, placed: 456, waiting: 444, changes: 0, startedBy: 990)
  }

  func put(into transaction: Transaction) throws {
    try transaction.put(all: blocks)
    try transaction.put(all: partners)
    try transaction.put(all: advocates)
    try transaction.put(all: availability)
    try transaction.put(all: rooms)
    try transaction.put(all: programmes)
    try transaction.put(all: inmates)
    try transaction.put(all: cases)
    try transaction.put(all: keepApart)
    try transaction.put(all: mandates)
    try transaction.put(all: hearings)
    try transaction.put(all: terms)
    try transaction.put(all: absences)
    try transaction.put(all: requests)
    try transaction.put(all: sessions)
    try transaction.put(all: education)
    try transaction.put(all: runs)
    try transaction.put(all: plans)
    try transaction.put(all: reviews)
    try transaction.put(all: notices)
    try transaction.put(all: holidays)
    try transaction.put(all: [HolidayYear(2026), HolidayYear(2027)])
    try transaction.put(all: decisions)
    try transaction.put(all: weekdayHours)
    try transaction.put(all: RuleDefaults.rules)
    try transaction.put(all: grants)
    try transaction.put(all: conflicts)
    try transaction.put(all: overrides)
    let batch = try transaction.put(
      ImportBatch(
        kind: "inmates", scope: "full", madeAt: Instant(milliseconds: 5), madeBy: 1000, fileDigest: [1, 2, 3],
        counts: .object(["added": .integer(3)])))
    try transaction.put(
      ImportChange(
        batch: batch, kind: "inmate", subject: Int64(inmates[0].id.bits), added: 7,
        fields: [ImportChange.FieldChange(name: "name", before: [.text("A")], after: [.null, .integer(1)])]))
    try transaction.attach([9, 8, 7], named: "prices", to: runs[0].id)
  }

  func expectAll(in reading: Reading) throws {
    func same<Value: Stored & Entity>(_ written: [Value]) throws {
      #expect(try reading.all() == written.sorted { $0.id.bits < $1.id.bits })
      for value in written { #expect(try reading.get(value.id) == value) }
    }
    try same(blocks)
    try same(partners)
    try same(advocates)
    try same(availability)
    try same(rooms)
    try same(programmes)
    try same(inmates)
    try same(cases)
    try same(keepApart)
    try same(mandates)
    try same(hearings)
    try same(terms)
    try same(absences)
    try same(requests)
    try same(sessions)
    try same(education)
    try same(runs)
    try same(plans)
    try same(reviews)
    try same(notices)
    #expect(try reading.all() == holidays)
    #expect(try reading.all() == [HolidayYear(2026), HolidayYear(2027)])
    #expect(try reading.all() == decisions)
    #expect(try reading.all() == weekdayHours)
    #expect(try reading.all() == RuleDefaults.rules)
    #expect(try reading.all() == grants)
    #expect(try reading.all() == conflicts)
    #expect(try reading.all() == overrides)
    let batches: [ImportBatch] = try reading.all()
    #expect(batches.map(\.number) == [1])
    #expect(batches.first?.counts == .object(["added": .integer(3)]))
    let changes: [ImportChange] = try reading.list(.batch(1))
    #expect(changes.flatMap(\.fields).map(\.before) == [[.text("A")]])
    #expect(try reading.attachment("prices", of: runs[0].id) == [9, 8, 7])
    #expect(try reading.rules().all == RuleDefaults.table.all)
    #expect(try reading.calendar().years == [2026, 2027])
  }
}
