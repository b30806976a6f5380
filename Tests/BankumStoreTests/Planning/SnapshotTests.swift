import BankumModel
import Testing

@testable import BankumStore

/// What a run sees.
@Suite struct SnapshotTests {
  private let from = day("2026-11-25")

  private static func filled(_ house: TestHouse, _ everything: Everything) async throws -> Register {
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    return register
  }

  @Test("A snapshot has everything that a run needs, and nothing of people who are gone")
  func contents() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 41)
    let register = try await Self.filled(house, everything)
    let snapshot = try await register.readUnaudited { [from] in try $0.snapshot(from: from) }
    #expect(snapshot.sequence == 1)
    let here = Set(everything.inmates.filter(\.presence.isPlannable).map(\.id))
    #expect(Set(snapshot.inmates.map(\.id)) == here)
    #expect(Set(snapshot.terms.map(\.id)) == Set(everything.terms.filter { here.contains($0.inmate) }.map(\.id)))
    #expect(Set(snapshot.absences.map(\.id)) == Set(everything.absences.filter { here.contains($0.inmate) }.map(\.id)))
    #expect(
      Set(snapshot.hearings.map(\.id))
        == Set(everything.hearings.filter { $0.date >= from && $0.status != .cancelled }.map(\.id)))
    #expect(
      Set(snapshot.keepApart.map(\.id))
        == Set(everything.keepApart.filter { $0.days.last ?? .latest >= from }.map(\.id)))
    #expect(Set(snapshot.requests.map(\.id)) == Set(everything.requests.filter(\.state.isOpen).map(\.id)))
    #expect(snapshot.cases.count == everything.cases.count)
    #expect(snapshot.mandates.count == everything.mandates.count)
    #expect(Set(snapshot.sessions.map(\.id)) == Set(everything.sessions.filter { $0.state != .cancelled }.map(\.id)))
    #expect(snapshot.contacts.map(\.meetings).reduce(0, +) == everything.sessions.filter(\.state.isMeeting).count)
    #expect(snapshot.calendar.years == [2026, 2027])
    #expect(snapshot.rules.all == RuleDefaults.table.all)
    #expect(snapshot.overrides == everything.overrides)
    #expect(snapshot.reportedConflicts == everything.conflicts)
    #expect(snapshot.advocates.count == 8)
    #expect(snapshot.education.count == 1)
    try await register.close()
  }

  @Test(
    "Whoever and whatever a fact refers to has to be there: a run leaves out nothing that it cannot find",
    arguments: ["room", "advocate", "partner", "block", "case_file"])
  func references(table: String) async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 41)
    let register = try await Self.filled(house, everything)
    let before = try await register.readUnaudited { [from] in try $0.snapshot(from: from) }
    let gone: String?
    switch table {
    case "room": gone = before.sessions.lazy.compactMap(\.room).first?.text
    case "advocate": gone = before.sessions.first?.advocate.text
    case "partner": gone = before.sessions.first?.partner.text
    case "block": gone = before.inmates.lazy.compactMap(\.block).first?.text
    default: gone = before.terms.lazy.compactMap(\.caseFile).first?.text
    }
    let name = try #require(gone)
    let bits: UInt64 = try Identifier<Room>(parsing: "ro" + name.dropFirst(2)).bits
    try await register.onWriter { database in
      // As a hand would: what refers to the row stays.
      try PreparedStatement("PRAGMA foreign_keys = OFF", in: database).run([])
      try PreparedStatement("DELETE FROM \(table) WHERE id = ?", in: database).run([.integer(Int64(bits))])
      try PreparedStatement("PRAGMA foreign_keys = ON", in: database).run([])
    }
    let error = await failure { _ = try await register.readUnaudited { [from] in try $0.snapshot(from: from) } }
    #expect(error?.damage == Damage(table, name, .missing))
    try await register.close()
  }

  @Test("No question about meetings walks along the whole history")
  func noScans() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let days = DateRange(first: day("2026-11-23"), days: 7)
    let filters: [Filter<Session>] = [
      .advocate(Advocate.ID(bits: 1), days), .partner(Partner.ID(bits: 1), days), .inmate(Inmate.ID(bits: 1), days),
      .block(Block.ID(bits: 1), days), .between(days), .request(Request.ID(bits: 1)), .published, .planned, .drafts,
      .over(since: days.first),
    ]
    try await register.readUnaudited { reading throws in
      for filter in filters {
        let sql = "\(Session.table.select) WHERE \(filter.clause) ORDER BY \(filter.order)"
        for question in [sql, "SELECT count(*) FROM session WHERE \(filter.clause)"] {
          try reading.eachRow("EXPLAIN QUERY PLAN " + question, filter.arguments) { row in
            guard case .text(let step) = row.field(3) else { return }
            #expect(!step.hasPrefix("SCAN"), "\(question): \(step)")
          }
        }
      }
    }
    try await register.close()
  }

  @Test("Filters find what the values themselves say, in order")
  func filters() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 42)
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    let week = DateRange(first: day("2026-11-23"), days: 5)
    @Sendable func order(_ sessions: [Session]) -> [Session.ID] {
      sessions.sorted { ($0.start, $0.id.bits) < ($1.start, $1.id.bits) }.map(\.id)
    }
    try await register.readUnaudited { reading throws in
      for advocate in everything.advocates {
        let expected = everything.sessions.filter { $0.advocate == advocate.id && week.contains($0.date) }
        #expect(try reading.list(.advocate(advocate.id, week)).map(\.id) == order(expected))
      }
      for partner in everything.partners {
        let expected = everything.sessions.filter { $0.partner == partner.id && week.contains($0.date) }
        #expect(try reading.list(.partner(partner.id, week)).map(\.id) == order(expected))
        let held = everything.requests.filter { $0.offer?.partner == partner.id && $0.state.isOpen }
        #expect(try reading.count(.openHeld(by: partner.id)) == held.count)
      }
      for block in everything.blocks {
        let people = Set(everything.inmates.filter { $0.block == block.id }.map(\.id))
        let expected = everything.sessions.filter { people.contains($0.inmate) && week.contains($0.date) }
        #expect(try reading.list(.block(block.id, week)).map(\.id) == order(expected))
      }
      for inmate in everything.inmates {
        #expect(
          try reading.list(.of(inmate.id)).map(\DetentionTerm.inmate)
            == everything.terms.filter { $0.inmate == inmate.id }.map(\.inmate))
        #expect(
          try Set(reading.list(Filter<Request>.of(inmate.id)).map(\.id))
            == Set(everything.requests.filter { $0.inmate == inmate.id }.map(\.id)))
      }
      #expect(try reading.list(.draft).map(\Plan.id) == [everything.plans[0].id])
      #expect(try reading.list(.version(3)).map(\Plan.id) == [everything.plans[1].id])
      #expect(try reading.list(Filter<ReviewEntry>.open).map(\.kind) == ["samePerson"])
      #expect(try reading.list(Filter<Notice>.open).count == 3)
      #expect(try reading.list(.latest(5)).map(\Run.placed) == [456])
      #expect(try reading.list(Filter<RoleGrant>.user(1000)).map(\.role) == ["advocate", "coordinator"])
      #expect(
        try reading.list(Filter<Request>.states([.closed, .offered])).allSatisfy {
          $0.state == .closed || $0.state == .offered
        })
    }
    try await register.close()
  }
}
