import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("Letters, days in court, cases")
struct CaseTests {
  typealias House = SmallRegister
  static let a = House.inmates[0].text

  static func letter(
    _ stage: DetentionStage, _ letter: String, _ first: String, _ last: String, law: DetentionLaw? = nil
  ) -> TermOrder {
    TermOrder(
      stage: stage, law: law, grant: nil, letter: letter, first: House.date(first), last: House.date(last),
      caseFile: nil, replaces: nil)
  }

  @Test(
    "a letter's dates are the truth, and what is odd about them is told",
    arguments: [
      (letter(.trial, "P-2", "2026-12-01", "2027-01-29"), []),
      (letter(.trial, "P-2", "2026-12-01", "2027-02-28"), ["longerThanTable"]),
      (letter(.trial, "P-2", "2026-12-05", "2027-02-02"), ["gap"]),
      (letter(.trial, "P-2", "2026-11-28", "2027-01-26"), ["overlap"]),
      (letter(.prosecution, "P-2", "2026-12-01", "2026-12-20"), ["earlierStage"]),
      (letter(.appeal, "P-2", "2026-12-01", "2026-12-30", law: .old), ["otherLaw"]),
    ])
  func findings(order: TermOrder, codes: [String]) async throws {
    let house = try await House()
    let change = try await house.office.addTerm(Self.a, order, House.order())
    #expect(change.findings.map(\.code) == codes)
    let listed = try await house.office.listTerms(
      of: Self.a, stage: nil, endsBy: nil, Page(), House.coordinator, method: "test")
    let entered = listed.values.first { $0.term.letter == "P-2" && $0.term.last == order.last }
    #expect(entered?.findings.map(\.code) == codes)
    let odd = try await house.office.listTerms(
      of: Self.a, stage: nil, endsBy: nil, isOdd: true, Page(), House.registrar, method: "test")
    #expect(odd.values.contains { $0.term.letter == "P-2" } == !codes.isEmpty)
    #expect(odd.values.allSatisfy { !$0.findings.isEmpty } && odd.total == odd.values.count)
  }

  @Test("a letter is entered once, and corrected by naming it")
  func twice() async throws {
    let house = try await House()
    let known = DetentionTerm.ID(bits: 1)
    await #expect(throws: OfficeError.refused(.people(.letterKnown(known)))) {
      _ = try await house.office.addTerm(
        Self.a, Self.letter(.trial, "PEN-1", "2026-11-01", "2026-11-29"), House.order())
    }
    var order = Self.letter(.trial, "PEN-1", "2026-11-01", "2026-11-29")
    order.replaces = known
    let change = try await house.office.addTerm(Self.a, order, House.order())
    #expect(change.id == known.text)
    #expect(change.findings.map(\.code) == ["shorterThanTable"])
    order.replaces = DetentionTerm.ID(bits: SmallRegister.canary(1))
    await #expect(throws: OfficeError.self) { _ = try await house.office.addTerm(Self.a, order, House.order()) }
    await #expect(throws: StoreError.self) {
      _ = try await house.office.addTerm(
        Self.a, Self.letter(.trial, "", "2026-11-02", "2026-11-01"), House.order())
    }
  }

  @Test("letters that end soon are listed for the house, those of its clients for a partner")
  func ending() async throws {
    let house = try await House()
    for (scope, count) in [(House.registrar, 4), (House.coordinator, 1)] {
      let listed = try await house.office.listTerms(
        of: nil, stage: .trial, endsBy: House.date("2026-11-30"), Page(), scope, method: "test")
      #expect(listed.total == count)
    }
  }

  @Test("counsel reports a hearing of his own client; the registrar confirms, moves and cancels it")
  func hearings() async throws {
    let house = try await House()
    let order = HearingOrder(
      date: House.date("2026-11-30"), court: "PN Medan", isOnline: false, caseFile: nil, advocate: nil)
    let reported = try await house.office.addHearing(Self.a, order, House.order(House.advocate))
    let id = try Hearing.ID(parsing: try #require(reported.id))
    #expect(reported.meetings == [Session.ID(bits: 1)])
    #expect(try await house.readUnaudited { try $0.get(id).status } == .reported)
    await #expect(throws: OfficeError.refused(.people(.hearingKnown(id)))) {
      _ = try await house.office.addHearing(Self.a, order, House.order(House.advocate))
    }
    await #expect(throws: OfficeError.notFound("inmate", House.inmates[1].text)) {
      _ = try await house.office.addHearing(House.inmates[1].text, order, House.order(House.advocate))
    }
    #expect(try await house.office.addHearing(Self.a, order, House.order()).id == id.text)
    #expect(try await house.readUnaudited { try $0.get(id).status } == .confirmed)
    _ = try await house.office.moveHearing(id, to: House.date("2026-12-01"), House.order())
    _ = try await house.office.cancelHearing(id, House.order())
    await #expect(throws: OfficeError.refused(.people(.hearingCancelled))) {
      _ = try await house.office.moveHearing(id, to: House.date("2026-12-02"), House.order())
    }
    let listed = try await house.office.listHearings(
      of: Self.a, nil, status: nil, Page(), House.registrar, method: "test")
    #expect(listed.values.map(\.hearing.id) == [Hearing.ID(bits: 1)])
  }

  @Test("co-defendants are adverse until the registrar links them as joint")
  func cases() async throws {
    let house = try await House()
    let before = try await house.office.showCase("1/Pid/2026", House.registrar, method: "test")
    #expect(before.adversePairs.count == 1)
    _ = try await house.office.linkParties(
      in: "1/Pid/2026", Self.a, House.inmates[1].text, as: .joint, reason: "satu pembelaan", House.order())
    let after = try await house.office.showCase("ca-00000001", House.registrar, method: "test")
    #expect(after.adversePairs.isEmpty)
    #expect(after.file.relations.count == 2)
    await #expect(throws: OfficeError.refused(.people(.notInCase))) {
      _ = try await house.office.linkParties(
        in: "1/Pid/2026", Self.a, House.inmates[2].text, as: .joint, reason: "x", House.order())
    }
    await #expect(throws: StoreError.self) {
      _ = try await house.office.linkParties(
        in: "1/Pid/2026", Self.a, House.inmates[1].text, as: .joint, reason: " ", House.order())
    }
    // A partner sees its own client in the case, and nothing that was decided.
    let own = try await house.office.showCase("1/Pid/2026", House.coordinator, method: "test")
    #expect(own.file.parties.map(\.inmate) == [House.inmates[0]])
    #expect(own.file.relations.isEmpty)
    #expect(own.adversePairs.isEmpty)
  }

  @Test("an order to keep two apart is one, and ends")
  func keepApart() async throws {
    let house = try await House()
    let (one, other) = (House.inmates[2].text, House.inmates[3].text)
    let days = OpenDateRange(House.today)
    let made = try await house.office.addKeepApart(one, other, days, .threat, House.order())
    let id = try KeepApart.ID(parsing: try #require(made.id))
    await #expect(throws: OfficeError.refused(.people(.keptApart(id)))) {
      _ = try await house.office.addKeepApart(other, one, days, .fight, House.order())
    }
    await #expect(throws: OfficeError.self) {
      _ = try await house.office.addKeepApart(one, one, days, .fight, House.order())
    }
    #expect(try await house.office.listKeepApart(of: nil, House.registrar, method: "test").count == 2)
    _ = try await house.office.removeKeepApart(id, House.order())
    _ = try await house.office.removeKeepApart(KeepApart.ID(bits: House.canary(1)), House.order())
    #expect(try await house.office.listKeepApart(of: nil, House.registrar, method: "test").isEmpty)
    #expect(try await house.office.listKeepApart(of: Self.a, House.registrar, method: "test").count == 1)
  }
}
