package import BankumModel
package import BankumOffice
package import BankumStore

/// A small invented house: two partners with their people, a block, a room, and inmates of both partners and of none.
///
/// Whatever partner A must not see bears the word CANARY, and its ids are of `canary`. Partner A, its advocate, its
/// inmate, his request, meeting, mandate and hearing have the bits 1.
package struct SmallRegister: Sendable {
  private let test: TestOffice
  /// The bits of an id that partner A must not see.
  package static func canary(_ number: Int) -> UInt64 { 0xB0_0000_0000 + UInt64(number) }
  /// The partners.
  package static let partners = (a: Partner.ID(bits: 1), b: Partner.ID(bits: canary(1)))
  /// An advocate of each, and a paralegal of A.
  package static let advocates = (
    a: Advocate.ID(bits: 1), b: Advocate.ID(bits: canary(1)), paralegal: Advocate.ID(bits: 3)
  )
  /// The block.
  package static let block = Block.ID(bits: 1)
  /// The room.
  package static let room = Room.ID(bits: 1)
  /// The first is A's, the second B's, the others nobody's; the first two are in one case.
  package static let inmates = [Inmate.ID(bits: 1)] + (1...3).map { Inmate.ID(bits: canary($0)) }
  /// Monday 23 November 2026.
  package static let today = date("2026-11-23")

  /// The registrar.
  package static let registrar = TestOffice.registrar
  /// The coordinator of partner A.
  package static let coordinator = Scope(uid: 1_100, role: .coordinator, reach: .partner(partners.a, advocate: nil))
  /// The advocate of partner A.
  package static let advocate = Scope(uid: 1_101, role: .advocate, reach: .partner(partners.a, advocate: advocates.a))

  /// Makes one in a register of its own.
  package init() async throws {
    test = try TestOffice()
    try await Self.fill(test.office)
  }

  /// Puts it into an empty register.
  package static func fill(_ office: Office) async throws {
    try await office.prepare(uid: 0)
    _ = try await office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
      try house(transaction)
      try people(transaction)
      try matters(transaction)
      return Done()
    }
  }

  /// The office.
  package var office: Office { test.office }

  /// Lets days go by.
  package func pass(days: Int64) { test.now = test.now.adding(milliseconds: days * 24 * 3_600_000) }

  /// A date.
  package static func date(_ text: String) -> CivilDate { (try? CivilDate(parsing: text)) ?? .earliest }

  /// Hours of a day.
  package static func hours(_ text: String) -> MinuteRange { (try? MinuteRange(parsing: text)) ?? .wholeDay }

  /// A write of somebody.
  package static func order<Value>(
    _ scope: Scope = registrar, key: String? = nil, _ method: String = "test"
  ) -> WriteOrder<Value> {
    WriteOrder(scope, method: method, key: key)
  }

  /// Writes whatever a test needs besides.
  package func write(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
    _ = try await office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
      try body(transaction)
      return Done()
    }
  }

  /// Looks at the register.
  package func readUnaudited<Value: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Value) async throws
    -> Value
  {
    try await office.register.readUnaudited(body)
  }

  private static func house(_ transaction: Transaction) throws {
    for (id, name) in [(partners.a, "LBH A"), (partners.b, "CANARY LBH")] {
      try transaction.put(
        Partner(
          id: id, name: name, shortName: name, agreement: OpenDateRange(date("2025-11-11")), accreditationClass: .a,
          accreditation: OpenDateRange(date("2025-01-01"), date("2027-12-31")), capacity: 100, sharePerMille: 500))
    }
    let people: [(Advocate.ID, Partner.ID, String, AdvocateKind)] = [
      (advocates.a, partners.a, "Advokat A", .advocate), (advocates.b, partners.b, "CANARY Advokat", .advocate),
      (advocates.paralegal, partners.a, "Paralegal A", .paralegal),
    ]
    for (id, partner, name, kind) in people {
      try transaction.put(
        Advocate(
          id: id, partner: partner, name: name, kind: kind, sex: .female, licence: OpenDateRange(date("2020-01-01")),
          employment: OpenDateRange(date("2020-01-01"))))
      try transaction.put(
        Availability(
          id: Availability.ID(bits: id.bits), advocate: id, weekday: .monday, days: OpenDateRange(date("2026-01-01")),
          hours: hours("08:00-11:30"), confirmedOn: date("2026-11-01")))
    }
    try transaction.put(Block(id: block, name: "A", escortCapacity: 5))
    try transaction.put(
      Room(
        id: room, name: "Ruang 1", isConfidential: true, isAccessible: true, places: 3,
        reservations: [RoomReservation(partner: partners.b, days: OpenDateRange(date("2026-01-01")))],
        closures: [RoomClosure(days: OpenDateRange(date("2026-01-01"), date("2026-01-02")), reason: "CANARY")]))
    try transaction.put(
      TrainingProgramme(id: TrainingProgramme.ID(bits: 1), name: "Barbershop", kind: .certified, timetable: []))
    try transaction.put(HolidayYear(2026))
    for weekday in Weekday.allCases where !weekday.isWeekend {
      try transaction.put(WeekdayHours(weekday, OpeningHours([hours("08:00-15:00")])))
    }
  }

  private static func people(_ transaction: Transaction) throws {
    guard let pair = InmatePair(inmates[0], inmates[1]) else { return }
    for (index, id) in inmates.enumerated() {
      guard let number = RegisterNumber(book: .trial, serial: index + 1, year: 2026) else { continue }
      try transaction.put(
        Inmate(
          id: id, name: index == 0 ? "KLIEN A" : "CANARY \(index)",
          registerEntries: [RegisterEntry(number: number, days: OpenDateRange(date("2026-10-01")))],
          serialNumber: "CANARY-\(index)", residence: .elsewhere("CANARY CITY"), enteredOn: date("2026-10-01"),
          block: block, cell: "1"))
      try transaction.put(
        DetentionTerm(
          id: DetentionTerm.ID(bits: id.bits), inmate: id, stage: .trial, law: .new, grant: .first,
          letter: index == 0 ? "PEN-1" : "CANARY-PEN-\(index)", first: date("2026-11-01"), last: date("2026-11-30")))
    }
    try transaction.put(
      CaseFile(
        id: CaseFile.ID(bits: 1), number: "1/Pid/2026", threat: .years(9), law: .new,
        parties: [CaseParty(inmate: inmates[0], role: .accused), CaseParty(inmate: inmates[1], role: .crownWitness)],
        relations: [
          PartyRelation(pair: pair, kind: .adverse, reason: "CANARY reason", decidedOn: date("2026-10-02"))
        ]))
    try transaction.put(
      KeepApart(
        id: KeepApart.ID(bits: canary(1)), pair: pair, days: OpenDateRange(date("2026-10-02")), reason: .fight))
  }

  private static func matters(_ transaction: Transaction) throws {
    for (index, partner, advocate) in [(0, partners.a, advocates.a), (1, partners.b, advocates.b)] {
      let bits = index == 0 ? 1 : canary(1)
      let offered = CivilTime(date("2026-11-16"), .startOfDay)
      try transaction.put(
        Request(
          id: Request.ID(bits: bits), inmate: inmates[index], service: .consultation, state: .scheduled,
          submittedOn: date("2026-11-02"), channel: .written,
          offer: Offer(
            partner: partner, offeredAt: offered,
            events: [.complete(date("2026-11-17")), .answered(date("2026-11-18"))])))
      try transaction.put(
        Session(
          id: Session.ID(bits: bits), request: Request.ID(bits: bits),
          service: .consultation, inmate: inmates[index], partner: partner, advocate: advocate, room: room,
          date: date("2026-11-30"), hours: hours(index == 0 ? "09:00-09:45" : "10:00-10:45"),
          callAt: hours(index == 0 ? "08:45-09:00" : "09:45-10:00").start, state: .confirmed))
      try transaction.put(
        Mandate(
          id: Mandate.ID(bits: bits), inmate: inmates[index], partner: partner, advocate: advocate,
          letter: index == 0 ? "SK-1" : "CANARY-SK", days: OpenDateRange(date("2026-11-10"))))
      try transaction.put(
        Hearing(
          id: Hearing.ID(bits: bits), inmate: inmates[index], date: date("2026-12-03"),
          court: index == 0 ? "PN Medan" : "CANARY COURT"))
    }
    // Nobody's request, and its draft.
    try transaction.put(
      Request(
        id: Request.ID(bits: 3), inmate: inmates[0], service: .assistance, submittedOn: date("2026-11-03"),
        channel: .oral))
    try transaction.put(
      Session(
        id: Session.ID(bits: 3), request: Request.ID(bits: 3), service: .assistance, inmate: inmates[0],
        partner: partners.a, advocate: advocates.a, room: room, date: date("2026-12-07"), hours: hours("09:00-10:00"),
        callAt: hours("08:45-09:00").start, state: .draft))
    try transaction.put(
      BankumModel.Plan(
        id: BankumModel.Plan.ID(bits: 1), baseSequence: 0, madeAt: transaction.now, added: [Session.ID(bits: 3)]))
  }
}
