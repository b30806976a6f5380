import BankumExchange
import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("The scope of a population file")
struct ScopeTests {
  @Test("delta leaves whoever is not in it as he is; full makes him missing, never released")
  func full() async throws {
    let test = try await TestOffice.prepared()
    var population = Population.of(100)
    try await test.take(population.file)
    let gone = population.rows.removeFirst()
    #expect(try await test.take(population.file).departures.isEmpty)
    #expect(try await test.inmate(gone.name)?.presence == .present)
    let dry = try await test.take(population.file, dry: true, scope: .full)
    let report = try await test.take(population.file, scope: .full)
    let id = try await test.inmate(gone.name)?.id
    #expect(report.departures == [id])
    #expect(dry.departures == report.departures && dry.lines == report.lines)
    #expect(report.lines.first?.changed == 0)
    #expect(try await test.inmate(gone.name)?.presence == .missing)
    let reviews = try await test.reviews()
    #expect(reviews.map(\.kind) == ["missing"] && reviews.map(\.inmate) == [id])
    // Missing already: nothing new, nobody counted twice.
    let again = try await test.take(population.file, scope: .full)
    #expect(again.departures.isEmpty && again.reviews == 0)
    #expect(again.lines.first?.same == 99)
  }

  @Test("a list that has somebody again answers the review")
  func foundAgain() async throws {
    let test = try await TestOffice.prepared()
    let whole = Population.of(100)
    var part = whole
    part.rows.removeLast()
    try await test.take(whole.file)
    try await test.take(part.file, scope: .full)
    try await test.take(whole.file)
    #expect(try await test.reviews().isEmpty)
    #expect(try await test.inmates().allSatisfy { $0.presence == .present })
  }

  @Test("more than 2 percent are refused, unless their number is the one that the dry run told")
  func confirmation() async throws {
    let test = try await TestOffice.prepared()
    var population = Population.of(100)
    try await test.take(population.file)
    population.rows.removeFirst(2)
    #expect(try await !test.take(population.file, dry: true, scope: .full).needsConfirmation)
    population.rows.removeFirst()
    let before = try await test.picture()
    let dry = try await test.take(population.file, dry: true, scope: .full)
    #expect(dry.needsConfirmation && dry.departures.count == 3)
    for departures in [nil, 2, 4, 0] {
      await #expect(throws: OfficeError.refused(.imports(.departures(3, of: 100)))) {
        try await test.take(population.file, scope: .full, departures: departures)
      }
    }
    #expect(try await test.picture() == before)
    #expect(try await test.take(population.file, scope: .full, departures: 3).departures == dry.departures)
  }

  @Test("block expects that block alone, and takes nobody of another")
  func block() async throws {
    let test = try await TestOffice.prepared()
    try await test.take(Population.blocks)
    var house = Population.of(60, block: "A")
    for index in 1...60 { house.add("A.III.\(index)/2026", "BLOK B \(index)", block: "Blok B") }
    try await test.take(house.file)
    var list = Population.of(60, block: "A")
    let gone = list.rows.removeFirst()
    let report = try await test.take(list.file, scope: .block("blok a"))
    #expect(report.departures == [try await test.inmate(gone.name)?.id])
    #expect(try await test.inmates().count { $0.presence == .missing } == 1)
    list.add("A.III.1/2026", "BLOK B 1", block: "B")
    await #expect(
      throws: OfficeError.invalid([
        OfficeProblem(place: "inmates.csv:61:5", value: "B", expected: .blockOfScope("A"))
      ])
    ) { try await test.take(list.file, scope: .block("A")) }
    await #expect(throws: OfficeError.invalid("scope", "Z", .unknownName)) {
      try await test.take(list.file, scope: .block("Z"))
    }
  }

  @Test("is for the population file alone")
  func others() async throws {
    let test = try await TestOffice.prepared()
    await #expect(throws: OfficeError.invalid("scope", "full", .populationFile)) {
      try await test.take(Population.blocks, scope: .full)
    }
    await #expect(throws: OfficeError.invalid("departures", "3", .absent)) {
      try await test.take(Population.of(3).file, departures: 3)
    }
  }

  @Test("a number that somebody had before changes nothing about his numbers")
  func oldNumber() async throws {
    let test = try await TestOffice.prepared()
    var old = Population()
    old.add("A.II.5/2026", "BUDI REKAAN", birth: "02/03/1990")
    try await test.take(old.file)
    var new = old
    new.rows[0].number = "A.III.9/2026"
    try await test.take(new.file)
    let before = try await test.inmates()
    #expect(before.first?.registerEntries.map(\.days.last) == [.init(year: 2026, month: 11, day: 22), nil])
    #expect(try await test.take(old.file).lines.first?.same == 1)
    #expect(try await test.inmates() == before)
  }

  @Test(
    "a list with somebody who has left does not bring him back: it asks",
    arguments: [
      Presence.released, .transferred, .deceased,
    ])
  func oldList(presence: Presence) async throws {
    let test = try await TestOffice.prepared()
    let list = Population.of(3)
    try await test.take(list.file)
    var gone = try #require(try await test.inmate("ORANG REKAAN 2"))
    gone.presence = presence
    gone.departedOn = gone.enteredOn
    let left = gone
    try await test.write { try $0.put(left) }
    for round in 1...2 {
      let report = try await test.take(list.file, scope: .full)
      #expect(report.lines.first?.doubtful == 1 && report.departures.isEmpty)
      #expect(report.reviews == (round == 1 ? 1 : 0))
      #expect(try await test.inmate("ORANG REKAAN 2") == left)
    }
    let entry = try #require(try await test.reviews().first)
    #expect(entry.kind == "returned" && entry.candidates == [left.id])
  }

  @Test("somebody in doubt has not departed, and is asked about once")
  func doubt() async throws {
    let test = try await TestOffice.prepared()
    var list = Population.of(10)
    list.add("A.II.77/2026", "KEMBAR REKAAN")
    list.add("A.II.78/2026", "KEMBAR REKAAN")
    try await test.take(list.file)
    list.rows.removeLast(2)
    list.add("A.III.80/2026", "KEMBAR REKAAN")
    for round in 1...2 {
      let report = try await test.take(list.file, scope: .full)
      #expect(report.departures.isEmpty)
      #expect(report.lines.first?.doubtful == 1 && report.reviews == (round == 1 ? 1 : 0))
    }
  }

  @Test("papers of one person on two lines are a mistake, with both lines")
  func twice() async throws {
    let test = try await TestOffice.prepared()
    var list = Population()
    list.add("A.II.5/2026", "BUDI REKAAN")
    try await test.take(list.file)
    list.rows[0].number = "A.III.9/2026"
    try await test.take(list.file)
    list.add("A.II.5/2026", "BUDI REKAAN")
    await #expect(
      throws: OfficeError.invalid([
        OfficeProblem(place: "inmates.csv:3:1", value: "A.II.5/2026", expected: .inFile(.duplicate, ["2"]))
      ])
    ) { try await test.take(list.file) }
  }

  @Test("a woman and somebody under 18 are taken, and asked about once")
  func flags() async throws {
    let test = try await TestOffice.prepared()
    var list = Population.of(2)
    list.rows[0].sex = "P"
    list.rows[1].birth = "01/01/2010"
    #expect(try await test.take(list.file).reviews == 2)
    #expect(try await test.take(list.file).reviews == 0)
    #expect(Set(try await test.reviews().map(\.kind)) == ["woman", "underAge"])
    #expect(try await test.inmates().count == 2)
  }

  @Test("a house that holds women and children asks about neither; how many departures are usual is a rule as well")
  func rules() async throws {
    let test = try await TestOffice.prepared()
    let today = test.office.clock.today
    func set(_ key: String, _ value: String, byLaw: Bool = false) async throws {
      let order = WriteOrder<RegisterOutcome>(
        Scope(uid: 7, role: byLaw ? .officer : .ops, reach: .house), method: "SetRule")
      _ = try await test.office.setRule(key, value, from: today, source: "rapat", confirms: byLaw, order)
    }
    try await set("house.holdsWomen", "1")
    try await set("house.minimumAge", "0", byLaw: true)
    var list = Population.of(10)
    list.rows[0].sex = "P"
    list.rows[1].birth = "01/01/2010"
    #expect(try await test.take(list.file).reviews == 0)
    // One of ten is more than two in a hundred, and not more than half.
    list.rows.removeLast()
    await #expect(throws: OfficeError.self) { try await test.take(list.file, scope: .full) }
    try await set("import.departureLimit", "500")
    #expect(try await test.take(list.file, scope: .full).departures.count == 1)
  }
}
