import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct IdentityMatcherTests {
  private func number(_ text: String) throws -> RegisterNumber { try RegisterNumber(parsing: text) }

  private func inmate(
    _ id: UInt64, _ name: String, _ numbers: [String], entered: String = "2026-01-05", birth: String? = nil,
    serial: String? = nil, aliases: [String] = []
  ) throws -> Inmate {
    Inmate(
      id: Fixture.inmate(id), name: name, aliases: aliases,
      registerEntries: try numbers.map {
        RegisterEntry(number: try number($0), days: OpenDateRange(day("2026-01-05")))
      }, serialNumber: serial, birthDate: birth.map { day($0) }, enteredOn: day(entered))
  }

  private func line(
    _ numberText: String, _ name: String, entered: String = "2026-01-05", birth: String? = nil, serial: String? = nil,
    aliases: [String] = []
  ) throws -> PersonKeys {
    PersonKeys(
      number: try number(numberText), serialNumber: serial, names: [name] + aliases,
      enteredOn: day(entered), birthDate: birth.map { day($0) })
  }

  private func known(_ id: UInt64, _ evidence: IdentityMatch.Evidence) -> IdentityMatch {
    .known(Fixture.inmate(id), by: evidence)
  }

  @Test func `A number that he has or had comes first, then the nomor induk, then name and day of entry`() throws {
    let matcher = IdentityMatcher(register: [
      try inmate(1, "BUDI", ["A.I.1/2026", "A.II.5/2026"]), try inmate(2, "ADI", ["A.I.2/2026"], serial: "S-2"),
      try inmate(3, "TONO", ["A.I.3/2026"], aliases: ["Ucok"]),
    ])
    #expect(
      matcher.match([
        try line("A.I.1/2026", "SOMEBODY ELSE"), try line("A.III.9/2026", "X", serial: "S-2"),
        try line("A.III.8/2026", "ucok"), try line("A.III.7/2026", "NEW MAN"),
      ]) == [known(1, .registerNumber), known(2, .serialNumber), known(3, .name), .new])
  }

  @Test func `Papers that point to two people are in doubt`() throws {
    let matcher = IdentityMatcher(register: [
      try inmate(1, "BUDI", ["A.I.1/2026"]), try inmate(2, "ADI", ["A.I.2/2026"], serial: "S-2"),
    ])
    #expect(
      matcher.match([try line("A.I.1/2026", "BUDI", serial: "S-2")])
        == [.doubtful([Fixture.inmate(1), Fixture.inmate(2)])])
  }

  @Test func `A name is enough only when it is one on both sides`() throws {
    let twins = [try inmate(1, "BUDI", ["A.I.1/2026"]), try inmate(2, "BUDI", ["A.I.2/2026"])]
    let both = IdentityMatcher(register: twins)
    #expect(
      both.match([try line("A.II.1/2026", "BUDI")]) == [.doubtful([Fixture.inmate(1), Fixture.inmate(2)])])
    // One of them is certain by his number: the other one is the other one.
    #expect(
      both.match([try line("A.II.1/2026", "BUDI"), try line("A.I.1/2026", "BUDI")])
        == [known(2, .name), known(1, .registerNumber)])
    let one = IdentityMatcher(register: [twins[0]])
    #expect(
      one.match([try line("A.II.1/2026", "BUDI"), try line("A.II.2/2026", "BUDI")])
        == [.doubtful([Fixture.inmate(1)]), .doubtful([Fixture.inmate(1)])])
  }

  @Test func `Papers of one person on two lines contradict each other`() throws {
    let matcher = IdentityMatcher(register: [try inmate(1, "BUDI", ["A.I.1/2026", "A.II.5/2026"], serial: "S-1")])
    let one = try line("A.I.1/2026", "BUDI")
    for other in [try line("A.II.5/2026", "BUDI"), try line("A.III.2/2026", "X", serial: "S-1")] {
      #expect(matcher.match([one, other]) == [.twice(Fixture.inmate(1)), .twice(Fixture.inmate(1))])
    }
    // A name alone says nothing beside papers: it is somebody else.
    #expect(matcher.match([one, try line("A.III.2/2026", "BUDI")]) == [known(1, .registerNumber), .new])
  }

  @Test func `Dates decide between people of one name`() throws {
    let matcher = IdentityMatcher(register: [
      try inmate(1, "BUDI", ["A.I.1/2026"], birth: "1990-01-01"),
      try inmate(2, "BUDI", ["A.I.2/2026"], birth: "1991-01-01"),
    ])
    #expect(matcher.match([try line("A.II.1/2026", "BUDI", birth: "1991-01-01")]) == [known(2, .name)])
    #expect(matcher.match([try line("A.II.1/2026", "BUDI", birth: "1992-01-01")]) == [.new])
    // The same man on another day: a return, or a misread date.
    #expect(
      matcher.match([try line("A.II.1/2026", "BUDI", entered: "2026-05-01", birth: "1991-01-01")])
        == [.doubtful([Fixture.inmate(2)])])
    #expect(matcher.match([try line("A.II.1/2026", "BUDI", entered: "2026-05-01")]) == [.new])
  }

  @Test func `No two lines ever become one person, in whatever order they come`() throws {
    var generator = SeededGenerator(seed: 41)
    let names = ["BUDI", "ADI", "TONO", "UCOK"]
    for _ in 0..<400 {
      var register: [Inmate] = []
      for id in 1...6 as ClosedRange<UInt64> {
        register.append(
          try inmate(
            id, names.randomElement(using: &generator) ?? "X", ["A.I.\(id)/2026"],
            birth: Bool.random(using: &generator) ? "1990-01-0\(Int.random(in: 1...2, using: &generator))" : nil,
            serial: Bool.random(using: &generator) ? "S-\(id)" : nil))
      }
      var lines: [PersonKeys] = []
      for index in 1...6 {
        lines.append(
          try line(
            "A.I.\(Int.random(in: 1...12, using: &generator))/2026", names.randomElement(using: &generator) ?? "X",
            birth: Bool.random(using: &generator) ? "1990-01-0\(Int.random(in: 1...2, using: &generator))" : nil,
            serial: Bool.random(using: &generator) ? "S-\(index)" : nil))
      }
      let matches = IdentityMatcher(register: register).match(lines)
      let ids = matches.compactMap { match in if case .known(let id, _) = match { id } else { nil } }
      #expect(Set(ids).count == ids.count)
      let order = lines.indices.shuffled(using: &generator)
      let shuffled = IdentityMatcher(register: register.shuffled(using: &generator)).match(order.map { lines[$0] })
      #expect(shuffled == order.map { matches[$0] })
    }
  }
}
