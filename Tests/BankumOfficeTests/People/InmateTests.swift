import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("The people of the house")
struct InmateTests {
  typealias House = SmallRegister
  static let a = House.inmates[0].text

  @Test(
    "are found by what they are called",
    arguments: [("in-00000001", 1), ("A.III.1/2026", 1), ("a3-1/2026", 1), ("CANARY-0", 1), ("A.III.9/2026", 0)])
  func find(text: String, count: Int) async throws {
    let house = try await House()
    if count == 0 {
      await #expect(throws: OfficeError.notFound("inmate", text)) {
        _ = try await house.office.findInmates(text, House.registrar, method: "test")
      }
    } else {
      #expect(try await house.office.findInmates(text, House.registrar, method: "test").count == count)
    }
  }

  @Test("of one number are candidates, unless one of them has it now")
  func ambiguous() async throws {
    let house = try await House()
    try await house.write { transaction in
      var second = try transaction.get(House.inmates[1])
      let number = try transaction.get(House.inmates[0]).registerEntries[0].number
      second.registerEntries.insert(
        RegisterEntry(number: number, days: OpenDateRange(House.date("2026-09-01"), House.date("2026-09-30"))), at: 0)
      try transaction.put(second)
    }
    // The first has it now.
    let found = try await house.office.findInmates("A.III.1/2026", House.registrar, method: "test")
    #expect(found.map(\.inmate.id) == [House.inmates[0]])
    _ = try await house.office.departInmate(Self.a, .released, on: nil, House.order())
    await #expect(
      throws: OfficeError.invalid("inmate", "A.III.1/2026", .oneOfThese(House.inmates.prefix(2).map(\.self)))
    ) {
      _ = try await house.office.showInmate("A.III.1/2026", House.registrar, method: "test")
    }
  }

  @Test("are listed by name, in parts, as far as somebody sees")
  func list() async throws {
    let house = try await House()
    let all = try await house.office.listInmates(InmateQuestion(), House.registrar, method: "test")
    #expect(all.values.map(\.inmate.name) == ["CANARY 1", "CANARY 2", "CANARY 3", "KLIEN A"])
    let part = try await house.office.listInmates(
      InmateQuestion(page: Page(skip: 3, limit: 1)), House.registrar, method: "test")
    #expect(part.total == 4)
    #expect(part.values.map(\.inmate.name) == ["KLIEN A"])
    let own = try await house.office.listInmates(InmateQuestion(), House.coordinator, method: "test")
    #expect(own.values.map(\.inmate.name) == ["KLIEN A"])
    #expect(own.total == 1)
    let search = try await house.office.listInmates(
      InmateQuestion(search: "aiii 3"), House.registrar, method: "test")
    #expect(search.values.map(\.inmate.name) == ["CANARY 2"])
    let band = try await house.office.listInmates(
      InmateQuestion(band: .firstNotice), House.registrar, method: "test")
    #expect(band.total == 4)
    #expect(band.values.first?.detention.daysLeft == 7)
  }

  @Test("are read with an entry in the audit log, and what was written too")
  func audit() async throws {
    let house = try await House()
    _ = try await house.office.showInmate(Self.a, House.advocate, method: "org.bankum.Registry.ShowInmate")
    try await house.office.register.flushAudit()
    let entries: [AuditEntry] = try await house.readUnaudited {
      try $0.audit(of: House.inmates[0], since: Instant(milliseconds: 0))
    }
    let methods = entries.map { "\($0.draft.method) \($0.draft.role)" }
    #expect(methods.contains("org.bankum.Registry.ShowInmate advocate"))
  }

  @Test("are entered, changed, moved and renumbered")
  func change() async throws {
    let house = try await House()
    let number = try #require(RegisterNumber(book: .prosecution, serial: 77, year: 2026))
    var edit = InmateEdit()
    edit.name = "BARU"
    edit.residence = "Kota Medan"
    edit.training = ["barbershop"]
    let made = try await house.office.addInmate(
      edit, number: number, block: "a", cell: "3", again: false, House.order())
    let id = try Inmate.ID(parsing: try #require(made.id))
    let next = try #require(RegisterNumber(book: .trial, serial: 78, year: 2026))
    _ = try await house.office.renumberInmate(id.text, to: next, on: nil, House.order())
    var change = InmateEdit()
    change.aliases = ["LAMA"]
    change.serialNumber = .to("S-1")
    _ = try await house.office.setInmate("A.II.77/2026", change, House.order())
    _ = try await house.office.moveInmate("S-1", to: House.block.text, cell: nil, House.order())
    let inmate = try await house.readUnaudited { try $0.get(id) }
    #expect(inmate.registerEntries.map(\.number.text) == ["A.II.77/2026", "A.III.78/2026"])
    #expect(inmate.aliases == ["LAMA"])
    #expect(inmate.cell == nil)
    #expect(inmate.training.count == 1)
  }

  @Test("are refused with a reason when something speaks against it")
  func refusals() async throws {
    let house = try await House()
    let taken = try #require(RegisterNumber(book: .trial, serial: 1, year: 2026))
    let free = try #require(RegisterNumber(book: .trial, serial: 99, year: 2026))
    var edit = InmateEdit()
    edit.name = "klien a"
    await #expect(throws: OfficeError.refused(.people(.numberTaken(House.inmates[0])))) {
      _ = try await house.office.addInmate(edit, number: taken, block: nil, cell: nil, again: true, House.order())
    }
    await #expect(throws: OfficeError.refused(.people(.perhapsKnown([House.inmates[0]])))) {
      _ = try await house.office.addInmate(edit, number: free, block: nil, cell: nil, again: false, House.order())
    }
    var training = InmateEdit()
    training.training = ["Barbershop"]
    await #expect(throws: OfficeError.invalid("training", "Barbershop", .residentTrainee)) {
      _ = try await house.office.setInmate(Self.a, training, House.order())
    }
    await #expect(throws: OfficeError.invalid("inmate", Self.a, .somethingToChange)) {
      _ = try await house.office.setInmate(Self.a, InmateEdit(), House.order())
    }
    await #expect(throws: OfficeError.notFound("block", "Z")) {
      _ = try await house.office.moveInmate(Self.a, to: "Z", cell: nil, House.order())
    }
  }

  @Test("who are away keep their meetings until the next run; in hospital the clock stands still")
  func away() async throws {
    let house = try await House()
    let days = OpenDateRange(House.date("2026-11-23"))
    let away = try await house.office.sendAway(Self.a, days, .hospital, suspends: nil, House.order())
    #expect(away.meetings == [Session.ID(bits: 1)])
    let record = try await house.office.showInmate(Self.a, House.registrar, method: "test")
    #expect(record.entry.detention.band == .suspended)
    #expect(record.entry.absence?.reason == .hospital)
    let known = try #require(record.absences.first?.id)
    await #expect(throws: OfficeError.refused(.people(.awayAlready(known)))) {
      _ = try await house.office.sendAway(Self.a, days, .bon, suspends: nil, House.order())
    }
    // Back on the day itself: he never was away.
    _ = try await house.office.bringBack(Self.a, on: nil, House.order())
    await #expect(throws: OfficeError.refused(.people(.notAway))) {
      _ = try await house.office.bringBack(Self.a, on: nil, House.order())
    }
  }

  @Test("two of whom are one become one, with the history of both")
  func merge() async throws {
    let house = try await House()
    try await house.write { transaction in
      // The second turns out to be the first; nothing tells them apart any more.
      var second = try transaction.get(House.inmates[1])
      second.serialNumber = nil
      try transaction.put(second)
    }
    _ = try await house.office.mergeInmates(Self.a, House.inmates[1].text, House.order())
    try await house.readUnaudited { reading in
      #expect(try reading.find(House.inmates[1]) == nil)
      let inmate = try reading.get(House.inmates[0])
      #expect(inmate.registerEntries.map(\.number.text) == ["A.III.1/2026", "A.III.2/2026"])
      #expect(inmate.aliases == ["CANARY 1"])
      #expect(try reading.list(Filter<Request>.of(inmate.id)).count == 3)
      #expect(try reading.list(Filter<DetentionTerm>.of(inmate.id)).count == 2)
      #expect(try reading.list(Filter<Mandate>.of(inmate.id)).count == 2)
      #expect(try reading.get(Session.ID(bits: SmallRegister.canary(1))).inmate == inmate.id)
      #expect(try reading.get(CaseFile.ID(bits: 1)).parties.map(\.inmate) == [inmate.id])
      #expect(try reading.list(Filter<KeepApart>.of(inmate.id)).isEmpty)
      #expect(try reading.check() == [])
    }
  }

  @Test("two of whom are two stay two")
  func notOne() async throws {
    let house = try await House()
    await #expect(throws: OfficeError.refused(.people(.notOnePerson("serialNumber")))) {
      _ = try await house.office.mergeInmates(Self.a, House.inmates[1].text, House.order())
    }
    await #expect(throws: OfficeError.self) {
      _ = try await house.office.mergeInmates(Self.a, "A.III.1/2026", House.order())
    }
  }
}
