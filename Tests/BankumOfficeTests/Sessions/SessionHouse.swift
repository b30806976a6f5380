import BankumModel
import BankumOffice
import BankumStore
import BankumTesting

/// A small house that can be planned: two partners with two advocates each, three rooms and a hall, one block, eight
/// people with one accepted request each, and a meeting of the first four on Thursday. Everybody is invented.
struct SessionHouse {
  let test: TestOffice
  let partners = [Partner.ID(bits: 1), Partner.ID(bits: 2)]
  let advocates = (1...4).map { Advocate.ID(bits: $0) }
  let rooms = (1...3).map { Room.ID(bits: $0) }
  let hall = Room.ID(bits: 9)
  let block = Block.ID(bits: 1)
  let inmates = (1...8).map { Inmate.ID(bits: $0) }
  let requests = (1...8).map { Request.ID(bits: $0) }
  let sessions = (1...4).map { Session.ID(bits: $0) }
  /// Thursday: inside the three working days in which meetings do not move.
  let thursday: CivilDate

  var office: Office { test.office }

  init(escorts: Int = 4) async throws {
    test = try TestOffice()
    thursday = test.office.clock.today.adding(days: 3)
    try await test.office.prepare(uid: 0)
    let day = test.office.clock.today
    let always = OpenDateRange(day.adding(days: -200))
    let house = self
    try await write { transaction in
      for year in [2026, 2027] { try transaction.put(HolidayYear(year)) }
      let open = OpeningHours([try MinuteRange(parsing: "08:30-12:00"), try MinuteRange(parsing: "13:00-15:00")])
      for weekday in Weekday.allCases.prefix(5) { try transaction.put(WeekdayHours(weekday, open)) }
      try transaction.put(Block(id: house.block, name: "A", escortCapacity: escorts))
      for (index, room) in house.rooms.enumerated() {
        try transaction.put(Room(id: room, name: "R\(index)", isConfidential: true, isAccessible: true))
      }
      try transaction.put(
        Room(id: house.hall, name: "AULA", kind: .hall, isConfidential: false, isAccessible: true, places: 40))
      for (index, partner) in house.partners.enumerated() {
        try transaction.put(
          Partner(
            id: partner, name: "LBH \(index)", shortName: "L\(index)", agreement: always, accreditationClass: .a,
            accreditation: always, capacity: 100, sharePerMille: 500))
      }
      for (index, advocate) in house.advocates.enumerated() {
        try transaction.put(
          Advocate(
            id: advocate, partner: house.partners[index / 2], name: "ADVOKAT \(index)", kind: .advocate, sex: .male,
            licence: always, employment: always, dailyCap: 6, weeklyCap: 20))
        for weekday in Weekday.allCases.prefix(5) {
          try transaction.put(
            Availability(
              id: Availability.ID(bits: UInt64(10 * index + weekday.isoNumber)), advocate: advocate, weekday: weekday,
              days: always, hours: try MinuteRange(parsing: "08:30-15:00"), confirmedOn: day))
        }
      }
      for index in house.inmates.indices { try house.put(inmate: index, always, transaction) }
      for index in house.sessions.indices { try house.put(session: index, transaction) }
      return Done()
    }
  }

  private func put(inmate index: Int, _ always: OpenDateRange, _ transaction: Transaction) throws {
    try transaction.put(
      Inmate(
        id: inmates[index], name: "CONTOH \(index)",
        registerEntries: [
          RegisterEntry(number: try RegisterNumber(parsing: "A.III.\(index + 1)/2026"), days: always)
        ], enteredOn: thursday.adding(days: -150), block: block))
    try transaction.put(
      Request(
        id: requests[index], inmate: inmates[index], service: .consultation,
        state: index < sessions.count ? .scheduled : .accepted, submittedOn: thursday.adding(days: -60),
        channel: .written,
        permit: VisitPermit(state: .granted, requestedOn: thursday.adding(days: -60)),
        offer: Offer(
          partner: partners[index % 2], offeredAt: CivilTime(thursday.adding(days: -20), .startOfDay),
          events: [.answered(thursday.adding(days: -18))])))
  }

  /// Two at nine and two at ten, each with an advocate of its own, and two in each room one after the other.
  private func put(session index: Int, _ transaction: Transaction) throws {
    let hours = try MinuteRange(parsing: index < 2 ? "09:00-09:45" : "10:00-10:45")
    try transaction.put(
      Session(
        id: sessions[index], request: requests[index], service: .consultation, inmate: inmates[index],
        partner: partners[index % 2], advocate: advocates[index % 2 * 2], room: rooms[index % 2], date: thursday,
        hours: hours, callAt: try MinuteOfDay(parsing: "08:30"), state: .confirmed))
  }

  @discardableResult
  func write<Value: Reply>(_ body: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
    try await office.register.write(as: Call(uid: 0, role: "ops", method: "test"), body)
  }

  func readUnaudited<Value: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
    try await office.register.readUnaudited(body)
  }

  func session(_ index: Int) async throws -> Session { try await readUnaudited { try $0.get(sessions[index]) } }
  func request(_ index: Int) async throws -> Request { try await readUnaudited { try $0.get(requests[index]) } }

  /// The coordinator of a partner.
  func lawyer(_ index: Int) -> Scope {
    Scope(uid: UInt32(2_000 + index), role: .coordinator, reach: .partner(partners[index], advocate: nil))
  }

  func order<Value>(_ scope: Scope = TestOffice.registrar) -> WriteOrder<Value> { TestOffice.order(as: scope) }

  /// Puts the clock to an hour of a day, counted from Monday.
  func go(toDay days: Int, hour: Int) {
    test.now = TestOffice.monday.adding(milliseconds: Int64(days * 24 * 60 + (hour * 60 - 450)) * 60_000)
  }

  func time(_ text: String) -> MinuteOfDay {
    do { return try MinuteOfDay(parsing: text) } catch { fatalError("\(error)") }
  }

  func hours(_ text: String) -> MinuteRange {
    do { return try MinuteRange(parsing: text) } catch { fatalError("\(error)") }
  }
}
