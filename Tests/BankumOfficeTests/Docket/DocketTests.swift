import BankumOffice
import BankumStore
import BankumTesting
import Testing

@testable import BankumModel

@Suite("A docket")
struct DocketTests {
  /// Two partners with an advocate each, and a meeting of each with a client of its own. Everybody is invented.
  struct House {
    let test: TestOffice
    let partners = [Partner.ID(bits: 1), Partner.ID(bits: 2)]
    let advocates = [Advocate.ID(bits: 1), Advocate.ID(bits: 2)]
    let inmates = [Inmate.ID(bits: 1), Inmate.ID(bits: 2)]
    let sessions = [Session.ID(bits: 1), Session.ID(bits: 2)]
    let block = Block.ID(bits: 1)

    init() async throws {
      test = try TestOffice()
      try await test.office.prepare(uid: 0)
      let (partners, advocates, inmates, sessions, block) = (partners, advocates, inmates, sessions, block)
      let day = test.office.clock.today
      _ = try await test.office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
        let always = OpenDateRange(day.adding(days: -100))
        try transaction.put(Block(id: block, name: "A", escortCapacity: 2))
        try transaction.put(Room(id: Room.ID(bits: 1), name: "R1", isConfidential: true, isAccessible: true))
        try transaction.put(Room(id: Room.ID(bits: 2), name: "R2", isConfidential: true, isAccessible: true))
        for index in 0...1 {
          try transaction.put(
            Partner(
              id: partners[index], name: "LBH \(index)", shortName: "L\(index)", agreement: always,
              accreditationClass: .a, accreditation: always, capacity: 100, sharePerMille: 500))
          try transaction.put(
            Advocate(
              id: advocates[index], partner: partners[index], name: "ADVOKAT \(index)", kind: .advocate, sex: .male,
              licence: always, employment: always))
          try transaction.put(
            Inmate(
              id: inmates[index], name: "CONTOH \(index)",
              registerEntries: [
                RegisterEntry(number: try RegisterNumber(parsing: "A.III.\(index + 1)/2026"), days: always)
              ], enteredOn: day.adding(days: -50), block: block))
          let hours = try MinuteRange(parsing: "09:00-09:45")
          try transaction.put(
            Session(
              id: sessions[index], service: .consultation, inmate: inmates[index], partner: partners[index],
              advocate: advocates[index], room: Room.ID(bits: UInt64(index + 1)), date: day.adding(days: 1),
              hours: hours, callAt: hours.start, state: .offered))
        }
        return Done()
      }
    }

    func scope(_ index: Int, _ role: Role) -> Scope {
      Scope(
        uid: 2_000, role: role,
        reach: .partner(partners[index], advocate: role == .advocate ? advocates[index] : nil))
    }

    func ids(_ question: DocketQuestion, _ scope: Scope) async throws -> [Session.ID] {
      try await test.office.docket(question, scope, method: "List").lines.map(\.id)
    }
  }

  @Test("shows a lawyer his own, a coordinator the partner's, the registrar all, and nobody a draft")
  func reach() async throws {
    let house = try await House()
    for index in 0...1 {
      for role in [Role.advocate, .coordinator] {
        #expect(try await house.ids(DocketQuestion(), house.scope(index, role)) == [house.sessions[index]])
      }
    }
    #expect(Set(try await house.ids(DocketQuestion(), TestOffice.registrar)) == Set(house.sessions))
    _ = try await house.test.office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
      var session = try transaction.get(house.sessions[0])
      session.state = .draft
      try transaction.put(session)
      return Done()
    }
    #expect(try await house.ids(DocketQuestion(), TestOffice.registrar) == [house.sessions[1]])
  }

  @Test("of another partner does not exist, whatever is asked: its advocate, itself, its block's people")
  func isolation() async throws {
    let house = try await House()
    for role in [Role.advocate, .coordinator] {
      let scope = house.scope(0, role)
      await #expect(throws: OfficeError.notFound("advocate", house.advocates[1].text)) {
        try await house.ids(DocketQuestion(advocate: house.advocates[1]), scope)
      }
      // The same words as for somebody who is not there at all.
      await #expect(throws: OfficeError.notFound("advocate", Advocate.ID(bits: 99).text)) {
        try await house.ids(DocketQuestion(advocate: Advocate.ID(bits: 99)), scope)
      }
      await #expect(throws: OfficeError.notFound("partner", house.partners[1].text)) {
        try await house.ids(DocketQuestion(partner: house.partners[1]), scope)
      }
      #expect(try await house.ids(DocketQuestion(block: house.block.text), scope) == [house.sessions[0]])
    }
  }

  @Test("of a guard has people, places and times, and nothing of the legal details")
  func guardian() async throws {
    let house = try await House()
    let gate = Scope(uid: 3_000, role: .guardian, reach: .gate)
    let page = try await house.test.office.docket(DocketQuestion(block: house.block.text), gate, method: "List")
    #expect(page.lines.count == 2)
    #expect(page.lines.allSatisfy { $0.legalDetails == nil && $0.block?.name == "A" && $0.room != nil })
    await #expect(throws: OfficeError.notFound("advocate", house.advocates[0].text)) {
      try await house.ids(DocketQuestion(advocate: house.advocates[0]), gate)
    }
  }

  @Test("is in the audit log with everybody who stands on it")
  func audited() async throws {
    let house = try await House()
    _ = try await house.ids(DocketQuestion(), house.scope(0, .advocate))
    try await house.test.office.register.flushAudit()
    let entries = try await house.test.office.register.readUnaudited { reading in
      try reading.audit(of: house.inmates[0], since: Instant(milliseconds: 0))
    }
    #expect(entries.last?.draft.uid == 2_000)
    #expect(entries.last?.draft.role == "advocate")
    let others = try await house.test.office.register.readUnaudited { reading in
      try reading.audit(of: house.inmates[1], since: Instant(milliseconds: 0))
    }
    #expect(!others.contains { $0.draft.uid == 2_000 })
  }
}
