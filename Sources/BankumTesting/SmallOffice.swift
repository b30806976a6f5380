package import BankumModel
package import BankumOffice
package import BankumStore

/// A small invented facility in a register: two partners with an advocate and a paralegal each, two rooms, a block, and
/// six people who ask for counsel. Numbers are ids: the first partner has the advocates 1 and 2, the second 3 and 4;
/// request N is inmate N's. Inmates 1 and 2 are parties of one case and not linked: they are adverse.
package struct SmallOffice: Sendable {
  /// The office and its clock.
  package let test: TestOffice
  /// The office.
  package var office: Office { test.office }
  /// The two partners.
  package let partners = [Partner.ID(bits: 1), Partner.ID(bits: 2)]

  /// Makes the facility, with 2025 to 2027 in its calendar. `requests`: how many of the six ask for counsel.
  package init(directory: RoleDirectory = RoleDirectory(), requests: Int = 6) async throws {
    test = try TestOffice(directory: directory)
    let today = test.office.clock.today
    try await test.office.prepare(uid: 0)
    _ = try await test.office.register.write(as: Self.call) { transaction in
      try Self.putHouse(today, transaction)
      for number in 1...6 as ClosedRange<UInt64> { try Self.putInmate(number, today, transaction) }
      try transaction.put(
        CaseFile(
          id: CaseFile.ID(bits: 1), number: "1/Pid.B/2026/PN Mdn", law: .new,
          parties: [
            CaseParty(inmate: Inmate.ID(bits: 1), role: .accused),
            CaseParty(inmate: Inmate.ID(bits: 2), role: .accused),
          ]))
      for number in 1...6 as ClosedRange<UInt64> where number <= requests {
        try transaction.put(
          Request(
            id: Request.ID(bits: number), inmate: Inmate.ID(bits: number), service: .consultation,
            submittedOn: today.adding(days: -20 - Int(number)), channel: .written))
      }
      return Done()
    }
  }

  /// A write of the test's own.
  package static let call = Call(uid: 0, role: "ops", method: "test")

  /// The scope of somebody of a partner, 0 or 1.
  package func scope(_ partner: Int, _ role: Role = .coordinator) -> Scope {
    Scope(
      uid: UInt32(2_000 + partner), role: role,
      reach: .partner(
        partners[partner], advocate: role == .advocate ? Advocate.ID(bits: UInt64(partner * 2 + 1)) : nil))
  }

  /// A request as it is now.
  package func request(_ number: UInt64) async throws -> Request {
    try await office.register.readUnaudited { try $0.get(Request.ID(bits: number)) }
  }

  /// Changes a request behind everybody's back.
  package func change(_ number: UInt64, _ body: @escaping @Sendable (inout Request) -> Void) async throws {
    _ = try await office.register.write(as: Self.call) { transaction in
      var request = try transaction.get(Request.ID(bits: number))
      body(&request)
      try transaction.put(request)
      return Done()
    }
  }

  /// The meetings of a request, of every state.
  package func sessions(of number: UInt64) async throws -> [Session] {
    try await office.register.readUnaudited { try $0.list(.request(Request.ID(bits: number))) }
  }

  /// Plans with little effort and publishes.
  package func publish() async throws {
    var order = RunOrder()
    order.effort = 1
    order.publishes = true
    _ = try await office.runAssignment(order, TestOffice.order())
  }

  /// Goes to a day, at half past seven.
  package func go(to date: CivilDate) {
    test.now = CivilTime(date, MinuteOfDay(hour: 7, minute: 30) ?? .startOfDay).instant(in: .westernIndonesia)
  }

  private static func putHouse(_ today: CivilDate, _ transaction: Transaction) throws {
    let always = OpenDateRange(CivilDate(year: 2025, month: 1, day: 1) ?? today)
    for year in 2025...2027 { try transaction.put(HolidayYear(year)) }
    let open = OpeningHours([try MinuteRange(parsing: "08:30-12:00"), try MinuteRange(parsing: "13:00-15:00")])
    for weekday in [Weekday.monday, .tuesday, .wednesday, .thursday, .friday] {
      try transaction.put(WeekdayHours(weekday, open))
    }
    try transaction.put(Block(id: Block.ID(bits: 1), name: "A", escortCapacity: 3))
    for number in 1...2 as ClosedRange<UInt64> {
      try transaction.put(
        Room(id: Room.ID(bits: number), name: "R\(number)", isConfidential: true, isAccessible: true))
      try transaction.put(
        Partner(
          id: Partner.ID(bits: number), name: "LBH REKAAN \(number)", shortName: "L\(number)", agreement: always,
          accreditationClass: .a, accreditation: always, capacity: 100, sharePerMille: 500))
    }
    for number in 1...4 as ClosedRange<UInt64> {
      let advocate = Advocate.ID(bits: number)
      try transaction.put(
        Advocate(
          id: advocate, partner: Partner.ID(bits: (number + 1) / 2), name: "ADVOKAT \(number)",
          kind: number % 2 == 1 ? .advocate : .paralegal, sex: .male, licence: always, employment: always))
      for (offset, weekday) in [Weekday.tuesday, .thursday].enumerated() {
        try transaction.put(
          Availability(
            id: Availability.ID(bits: number * 10 + UInt64(offset)), advocate: advocate, weekday: weekday,
            days: always, hours: try MinuteRange(parsing: "08:30-12:00"), confirmedOn: today))
      }
    }
  }

  private static func putInmate(_ number: UInt64, _ today: CivilDate, _ transaction: Transaction) throws {
    let entered = today.adding(days: -50)
    try transaction.put(
      Inmate(
        id: Inmate.ID(bits: number), name: "CONTOH REKAAN \(number)",
        registerEntries: [
          RegisterEntry(
            number: try RegisterNumber(parsing: "A.III.\(number)/2026"), days: OpenDateRange(entered))
        ], enteredOn: entered, block: Block.ID(bits: 1)))
    try transaction.put(
      DetentionTerm(
        id: DetentionTerm.ID(bits: number), inmate: Inmate.ID(bits: number), stage: .trial, law: .new,
        grant: .extension, letter: "P-\(number)", first: today.adding(days: -30), last: today.adding(days: 40)))
  }
}
