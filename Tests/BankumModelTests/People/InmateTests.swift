import Testing

@testable import BankumModel

@Suite struct InmateTests {
  private func inmate(_ change: (inout Inmate) throws -> Void = { _ in }) throws -> Inmate {
    var inmate = Inmate(
      id: Fixture.inmate(1), name: "BUDI",
      registerEntries: [
        RegisterEntry(number: try RegisterNumber(parsing: "A.I.1/2026"), days: OpenDateRange(day("2026-01-05")))
      ], birthDate: day("1990-05-05"), enteredOn: day("2026-01-05"))
    try change(&inmate)
    return inmate
  }

  @Test func `A register number is a history: each new one ends the one before`() throws {
    let moved = try inmate {
      $0.renumber(to: try RegisterNumber(parsing: "A.II.7/2026"), on: day("2026-03-01"))
      $0.renumber(to: try RegisterNumber(parsing: "A.II.7/2026"), on: day("2026-03-02"))
      $0.renumber(to: try RegisterNumber(parsing: "B.I.N.9/2026"), on: day("2026-06-01"))
    }
    #expect(moved.problems == [])
    #expect(moved.registerEntries.map(\.number.text) == ["A.I.1/2026", "A.II.7/2026", "B.I.N.9/2026"])
    #expect(moved.registerEntries.map(\.days.last) == [day("2026-02-28"), day("2026-05-31"), nil])
    #expect(try inmate().isDetainee)
    #expect(!moved.isDetainee)
  }

  @Test func `A number that came before the one before is a problem, not a crash`() throws {
    let odd = try inmate { $0.renumber(to: try RegisterNumber(parsing: "A.II.7/2026"), on: day("2025-12-01")) }
    #expect(odd.problems.map(\.place) == ["registerEntries[1].days"])
  }

  @Test func `All problems are told at once, each with its place`() throws {
    let wrong = try inmate {
      $0.name = "  "
      $0.aliases = ["ADI", ""]
      $0.registerEntries = []
      $0.birthDate = day("2027-01-01")
      $0.cell = "12"
      $0.languages = []
    }
    #expect(
      wrong.problems.map(\.place) == ["name", "aliases[1]", "registerEntries", "enteredOn", "cell", "languages"])
    #expect(try inmate().problems.isEmpty)
  }

  @Test(arguments: [
    ("Muhammad  Al-Fatih", "MUHAMMAD AL FATIH"), (" muhammad al fatih. ", "MUHAMMAD AL FATIH"), ("NU'MAN", "NUMAN"),
    ("Nu’man", "NUMAN"), ("S. Siregar, S.H.", "S SIREGAR S H"), ("", ""), ("...", ""), ("é ß", "É SS"),
    ("`ali  2", "ALI 2"), ("ali-é", "ALI É"),
  ])
  func `Names are compared without their dress`(name: String, key: String) {
    #expect(NameKey(name).text == key)
    #expect(NameKey(NameKey(name).text) == NameKey(name))
  }

  @Test(arguments: [
    ("Kota Medan", Residence.medan), ("MEDAN", .medan), (" kota  medan ", .medan), ("", .unknown), ("  ", .unknown),
    ("Medan Labuhan", .elsewhere("Medan Labuhan")), ("Kab. Deli Serdang", .elsewhere("Kab. Deli Serdang")),
  ])
  func `Residents of the city are recognised`(text: String, residence: Residence) {
    #expect(Residence(parsing: text) == residence)
    #expect(Residence(parsing: residence.text) == residence)
  }

  @Test func `Languages have two or three letters`() throws {
    #expect(try LanguageCode(parsing: "BBC").code == "bbc")
    for text in ["", "i", "indo", "b1", "bé", "i d"] {
      #expect(throws: ModelError.self) { try LanguageCode(parsing: text) }
    }
  }

  @Test func `Only hospital and observation stop the clock`() {
    var absence = Absence(
      id: Absence.ID(bits: 1), inmate: Fixture.inmate(1), days: OpenDateRange(day("2026-11-01")), reason: .court,
      suspendsDetention: true)
    #expect(absence.problems.map(\.place) == ["suspendsDetention"])
    absence.reason = .hospital
    #expect(absence.problems == [])
    #expect(absence.suspension == Suspension(OpenDateRange(day("2026-11-01"))))
    absence.suspendsDetention = false
    #expect(absence.suspension == nil)
    absence.days.last = day("2026-10-01")
    #expect(absence.problems.map(\.place) == ["days"])
  }

  @Test func `A pair has no order, and nobody is a pair alone`() throws {
    let pair = try #require(InmatePair(Fixture.inmate(1), Fixture.inmate(2)))
    #expect(pair == InmatePair(Fixture.inmate(2), Fixture.inmate(1)))
    #expect(pair.partner(of: Fixture.inmate(1)) == Fixture.inmate(2))
    #expect(pair.partner(of: Fixture.inmate(3)) == nil)
    #expect(InmatePair(Fixture.inmate(1), Fixture.inmate(1)) == nil)
  }
}
