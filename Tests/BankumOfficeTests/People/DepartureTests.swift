import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("Somebody who leaves")
struct DepartureTests {
  static let who = SmallRegister.inmates[0].text

  @Test("takes nothing along silently", arguments: Departure.allCases)
  func leaves(how: Departure) async throws {
    let house = try await SmallRegister()
    let report = try await house.office.departInmate(Self.who, how, on: nil, SmallRegister.order())
    #expect(Set(report.requests) == [Request.ID(bits: 1), Request.ID(bits: 3)])
    #expect(report.sessions == [Session.ID(bits: 1)])
    #expect(report.endedMandates.count == (how == .deceased ? 1 : 0))
    #expect(report.referrals.count == (how == .deceased ? 0 : 1))
    try await house.readUnaudited { reading in
      let inmate = try reading.get(SmallRegister.inmates[0])
      #expect(inmate.presence.code == how.code)
      #expect(inmate.departedOn == SmallRegister.today)
      for id in [1, 3] {
        let request = try reading.get(Request.ID(bits: UInt64(id)))
        #expect(request.state.code == how.code)
        #expect(request.closing?.reason.code == how.code)
        #expect(request.offer == nil)
      }
      #expect(try reading.get(Session.ID(bits: 1)).state == .cancelled)
      // The other partner's meeting stays, the draft is gone, also from the plan.
      #expect(try reading.get(Session.ID(bits: SmallRegister.canary(1))).state == .confirmed)
      #expect(try reading.find(Session.ID(bits: 3)) == nil)
      #expect(try reading.list(Filter<BankumModel.Plan>.draft).first?.added == [])
      let notices = try reading.list(Filter<Notice>.session(Session.ID(bits: 1)))
      #expect(notices.map(\.kind) == [.cancelled])
      #expect(notices.map(\.partner) == [SmallRegister.partners.a])
      let mandate = try reading.get(Mandate.ID(bits: 1))
      #expect(mandate.endReason == (how == .deceased ? .deceased : nil))
      let entries = try reading.list(Filter<ReviewEntry>.open)
      #expect(entries.map(\.kind) == (how == .deceased ? [] : ["referral"]))
      #expect(try reading.check() == [])
    }
  }

  @Test("and has not after all, waits again", arguments: Departure.allCases)
  func returns(how: Departure) async throws {
    let house = try await SmallRegister()
    _ = try await house.office.departInmate(Self.who, how, on: nil, SmallRegister.order())
    _ = try await house.office.reinstateInmate(Self.who, SmallRegister.order())
    try await house.readUnaudited { reading in
      let inmate = try reading.get(SmallRegister.inmates[0])
      #expect(inmate.presence == .present)
      #expect(inmate.departedOn == nil)
      for id in [1, 3] { #expect(try reading.get(Request.ID(bits: UInt64(id))).state == .submitted) }
      #expect(try reading.get(Mandate.ID(bits: 1)).days.last == nil)
      #expect(try reading.list(Filter<ReviewEntry>.open).isEmpty)
    }
    await #expect(throws: OfficeError.refused(.people(.isHere))) {
      _ = try await house.office.reinstateInmate(Self.who, SmallRegister.order())
    }
  }

  @Test("leaves once, on a day between his entry and today")
  func refusals() async throws {
    let house = try await SmallRegister()
    for day in ["2026-09-30", "2026-11-24"] {
      await #expect(
        throws: OfficeError.invalid("on", day, .dayBetween(SmallRegister.date("2026-10-01"), SmallRegister.today))
      ) {
        _ = try await house.office.departInmate(
          Self.who, .released, on: SmallRegister.date(day), SmallRegister.order())
      }
    }
    _ = try await house.office.departInmate(Self.who, .released, on: nil, SmallRegister.order())
    await #expect(throws: OfficeError.refused(.people(.hasLeft(.released)))) {
      _ = try await house.office.departInmate(Self.who, .transferred, on: nil, SmallRegister.order())
    }
    await #expect(throws: OfficeError.notFound("inmate", "A.III.999/2026")) {
      _ = try await house.office.departInmate("A.III.999/2026", .released, on: nil, SmallRegister.order())
    }
  }

  @Test("once by one key: the second call gets the first's answer")
  func again() async throws {
    let house = try await SmallRegister()
    let order: WriteOrder<DepartureReport> = SmallRegister.order(key: "k")
    let first = try await house.office.reply(to: order) {
      try await house.office.departInmate(Self.who, .released, on: nil, order)
    }
    let second = try await house.office.reply(to: order) {
      Issue.record("the work is done again")
      return DepartureReport()
    }
    #expect(first == second && !first.isEmpty)
    await #expect(throws: RepeatedCall.self) {
      _ = try await house.office.departInmate(Self.who, .released, on: nil, order)
    }
  }

  @Test("was missing before, which is decided by it")
  func missing() async throws {
    let house = try await SmallRegister()
    try await house.write { transaction in
      try transaction.put(
        ReviewEntry(
          id: Identifier(bits: 9), kind: ReviewKind.missing.code, inmate: SmallRegister.inmates[0],
          madeAt: transaction.now))
    }
    _ = try await house.office.departInmate(Self.who, .transferred, on: nil, SmallRegister.order())
    let entry = try await house.readUnaudited { try $0.get(ReviewEntry.ID(bits: 9)) }
    #expect(entry.resolution == "transferred")
  }
}
