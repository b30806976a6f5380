import BankumExchange
import BankumModel
import BankumStore
import BankumTesting
import SeededNumbers
import Testing

@testable import BankumOffice
@testable import SeedGenerator

@Suite("Undoing an import")
struct UndoTests {
  @Test(
    "of generated facilities leaves the register as it was",
    arguments: [
      Options(seed: 11, inmates: 60, dirt: 0), Options(seed: 12, inmates: 150, dirt: 60),
      Options(seed: 13, inmates: 90, dirt: 100),
    ])
  func facility(options: Options) async throws {
    let test = try await TestOffice.prepared()
    let empty = try await test.picture()
    let files = try Self.files(options)
    let first = try await test.office.importFiles(files, isDryRun: false, TestOffice.order())
    let loaded = try await test.picture()
    // A list of the next day.
    var dice = SeededGenerator(seed: options.seed)
    let next = try await Self.nextDay(test, &dice)
    let dry = try await test.take(next.file, dry: true, scope: .full)
    #expect(try await test.picture() == loaded)
    let second = try await test.take(next.file, scope: .full, departures: dry.departures.count)
    #expect(second.lines == dry.lines && second.departures == dry.departures && second.reviews == dry.reviews)
    let changed = try await test.picture()
    #expect(changed != loaded)
    let rehearsal = try await test.office.undoImport(try #require(second.number), isDryRun: true, TestOffice.order())
    #expect(try await test.picture() == changed)
    let undone = try await test.office.undoImport(try #require(second.number), isDryRun: false, TestOffice.order())
    #expect(undone == rehearsal && undone.left.isEmpty)
    #expect(try await test.picture() == loaded)
    let all = try await test.office.undoImport(try #require(first.number), isDryRun: false, TestOffice.order())
    #expect(all.left.isEmpty && all.restored == 0)
    #expect(try await test.picture() == empty)
    #expect(try await test.office.register.readUnaudited { try $0.check() }.isEmpty)
  }

  @Test("of an earlier import keeps what a later one wrote over; undoing both, in either order, undoes both")
  func overlapping() async throws {
    for order in [[0, 1], [1, 0]] {
      let test = try await TestOffice.prepared()
      try await test.take(Population.blocks)
      var population = Population.of(5, block: "A")
      try await test.take(population.file)
      let before = try await test.picture()
      // The first changes two cells and a name, the second one of the cells and a block.
      population.rows[0].cell = "1"
      population.rows[1].cell = "2"
      population.rows[2].name = "ORANG REKAAN TIGA"
      let one = try #require(try await test.take(population.file).number)
      population.rows[1].cell = "22"
      population.rows[3].block = "B"
      let two = try #require(try await test.take(population.file).number)
      let numbers = [one, two]
      let undone = try await test.office.undoImport(numbers[order[0]], isDryRun: false, TestOffice.order())
      if order[0] == 0 {
        let cells = try await test.inmates().reduce(into: [:]) { $0[$1.registerNumber?.serial ?? 0] = $1.cell ?? "" }
        #expect(cells == [1: "", 2: "22", 3: "", 4: "", 5: ""])
        #expect(undone.restored == 2)
        #expect(undone.left.map(\.field) == ["cell"] && undone.left.map(\.reason) == [.changedSince])
        #expect(try await test.inmate("ORANG REKAAN 3") != nil)
      } else {
        #expect(undone.left.isEmpty)
      }
      let rest = try await test.office.undoImport(numbers[order[1]], isDryRun: false, TestOffice.order())
      #expect(rest.left.isEmpty)
      #expect(try await test.picture() == before)
    }
  }

  @Test("leaves what somebody changed since, and what something refers to, and lists it")
  func left() async throws {
    let test = try await TestOffice.prepared()
    let number = try #require(try await test.take(Population.of(4).file).number)
    let people = try await test.inmates().sorted { ($0.registerNumber?.serial ?? 0) < ($1.registerNumber?.serial ?? 0) }
    var changed = people[1]
    changed.aliases = ["UCOK"]
    let value = changed
    let request = Request(
      id: Request.ID(bits: 9), inmate: people[0].id, service: .consultation,
      submittedOn: try CivilDate(parsing: "2026-11-20"), channel: .oral)
    try await test.write {
      try $0.put(value)
      try $0.put(request)
    }
    let undone = try await test.office.undoImport(number, isDryRun: false, TestOffice.order())
    #expect(undone.removed == 2 && undone.restored == 0)
    #expect(
      Set(undone.left) == [
        ImportUndoing.Left(kind: "inmate", id: people[0].id.text, field: nil, reason: .referredTo),
        ImportUndoing.Left(kind: "inmate", id: people[1].id.text, field: nil, reason: .changedSince),
      ])
    #expect(try await Set(test.inmates().map(\.id)) == [people[0].id, people[1].id])
  }

  @Test("brings back nothing into an hour that is taken now")
  func unfitting() async throws {
    let test = try await TestOffice.prepared()
    let session = try await Self.confirmed(test)
    test.now = Instant(milliseconds: test.now.milliseconds + 7 * 86_400_000)
    let file = "ID;Hasil\n\(session.id.text);advokat tidak hadir\n"
    let report = try await test.take(
      ImportFile(kind: .outcomes, name: "outcomes.csv", bytes: Array(file.utf8)))
    let other = Session(
      id: Session.ID(bits: 77), service: session.service, inmate: session.inmate, partner: session.partner,
      advocate: session.advocate, room: session.room, date: session.date, hours: session.hours, callAt: session.callAt,
      state: .confirmed)
    try await test.write { try $0.put(other) }
    let undone = try await test.office.undoImport(try #require(report.number), isDryRun: false, TestOffice.order())
    #expect(undone.left.contains { $0.kind == "session" && $0.field == "state" && $0.reason == .unfitting })
    #expect(try await test.office.register.readUnaudited { try $0.get(session.id) }.state == .noShowAdvocate)
  }

  @Test("is done once, of an import that there is")
  func once() async throws {
    let test = try await TestOffice.prepared()
    let number = try #require(try await test.take(Population.of(2).file).number)
    await #expect(throws: OfficeError.notFound("import", "9")) {
      try await test.office.undoImport(9, isDryRun: false, TestOffice.order())
    }
    let order: WriteOrder<ImportUndoing> = TestOffice.order("k")
    let first = try await test.office.undoImport(number, isDryRun: false, order)
    let repeated = await #expect(throws: RepeatedCall.self) {
      try await test.office.undoImport(number, isDryRun: false, order)
    }
    #expect(repeated?.reply == order.reply(first))
    await #expect(throws: OfficeError.refused(.imports(.undone(number)))) {
      try await test.office.undoImport(number, isDryRun: false, TestOffice.order())
    }
    let list = try await test.office.listImports(10)
    #expect(list.map(\.number) == [number] && list.first?.undoneAt == test.now)
    #expect(list.first?.lines == [ImportReport.Line(kind: .inmates, added: 2, changed: 0, same: 0)])
  }

  static func files(_ options: Options) throws -> [ImportFile] {
    var maker = FacilityMaker(options)
    let made = Dictionary(
      FacilityFiles(maker.make()).all().map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return try ImportKind.loadOrder.map { kind in
      ImportFile(kind: kind, name: kind.fileName, bytes: try #require(made[kind.fileName]))
    }
  }

  /// What the list of the next day may say: some have gone, some come, some have another number, cell or name.
  private static func nextDay(_ test: TestOffice, _ dice: inout SeededGenerator) async throws -> Population {
    let blocks = try await test.office.register.readUnaudited { try $0.all(Block.self) }
    var population = Population()
    for (index, inmate) in try await test.inmates().enumerated() {
      if Int.random(in: 0..<12, using: &dice) == 0 { continue }
      var row = Population.Row(
        number: inmate.registerNumber?.text ?? "", name: inmate.name, entered: inmate.enteredOn.text,
        birth: inmate.birthDate?.text ?? "")
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: row.number = "A.V.\(9_000 + index)/2026"
      case 1: (row.block, row.cell) = (blocks.randomElement(using: &dice)?.name ?? "", "\(index)")
      case 2: row.name += " BIN REKAAN"
      default: break
      }
      population.rows.append(row)
    }
    for index in 1...5 { population.add("A.I.\(8_000 + index)/2026", "PENDATANG REKAAN \(index)", birth: "01/02/2009") }
    return population
  }

  /// A meeting of tomorrow in a small facility, without a request.
  static func confirmed(_ test: TestOffice, request: Request.ID? = nil) async throws -> Session {
    _ = try await test.office.importFiles(
      try files(Options(seed: 5, inmates: 50, dirt: 0)), isDryRun: false, TestOffice.order())
    let (inmates, advocates, rooms) = try await test.office.register.readUnaudited {
      (try $0.all(Inmate.self), try $0.all(Advocate.self), try $0.all(Room.self))
    }
    let hours = try MinuteRange(parsing: "10:00-10:45")
    let advocate = try #require(advocates.first { $0.kind == .advocate })
    let session = Session(
      id: Session.ID(bits: 76), request: request, service: .consultation, inmate: try #require(inmates.first?.id),
      partner: advocate.partner, advocate: advocate.id, room: try #require(rooms.first?.id),
      date: try CivilDate(parsing: "2026-11-24"), hours: hours, callAt: hours.start, state: .confirmed)
    try await test.write { try $0.put(session) }
    return session
  }
}
