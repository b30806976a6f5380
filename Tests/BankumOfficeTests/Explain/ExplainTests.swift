import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Testing

@testable import BankumModel

@Suite("An explanation")
struct ExplainTests {
  static func explain(
    _ house: SmallOffice, _ number: UInt64, _ audience: Audience? = nil, as scope: Scope = TestOffice.registrar
  ) async throws -> RequestExplanation {
    try await house.office.explain(Request.ID(bits: number), for: audience, scope, method: "Explain")
  }

  /// One advocate with one place a week, so that most wait.
  static func scarceHouse() async throws -> SmallOffice {
    let house = try await SmallOffice()
    _ = try await house.office.register.write(as: SmallOffice.call) { transaction in
      for number in 1...4 as ClosedRange<UInt64> {
        var advocate = try transaction.get(Advocate.ID(bits: number))
        (advocate.dailyCap, advocate.weeklyCap) = (1, 1)
        try transaction.put(advocate)
      }
      return Done()
    }
    return house
  }

  @Test("of a waiting request has every reason, and a change that really gives it a place when it is assumed")
  func waiting() async throws {
    let house = try await Self.scarceHouse()
    var order = RunOrder()
    order.effort = 1
    order.days = 2
    let run = try await house.office.runAssignment(order, TestOffice.order()).run
    #expect(run.waiting > 0)
    let drafted = try await house.office.register.readUnaudited {
      try $0.list(Filter<Session>.drafts).compactMap(\.request)
    }
    var explained = 0
    for number in 1...6 as ClosedRange<UInt64> where !drafted.contains(Request.ID(bits: number)) {
      let answer = try await Self.explain(house, number)
      #expect(answer.meeting == nil && !answer.reasons.isEmpty)
      #expect(answer.place != nil && answer.priority != nil)
      guard !answer.smallestChange.isEmpty else { continue }
      // The text goes back to a run as it stands, all changes in one.
      var trial = order
      trial.whatIf = [WhatIf.text(answer.smallestChange)]
      let after = try await house.office.runAssignment(trial, TestOffice.order()).run
      #expect(after.placed == run.placed + 1, "\(trial.whatIf)")
      explained += 1
    }
    #expect(explained > 0)
  }

  @Test("of a request with a meeting shows it; a draft to the registrar alone")
  func placed() async throws {
    let house = try await SmallOffice(requests: 1)
    var order = RunOrder()
    order.effort = 1
    _ = try await house.office.runAssignment(order, TestOffice.order())
    let draft = try await Self.explain(house, 1)
    #expect(draft.meeting?.session.state == .draft && draft.meeting?.advocate != nil)
    for audience in [Audience.partner, .guardian, .inmate] {
      #expect(try await Self.explain(house, 1, audience).meeting == nil, "\(audience)")
    }
    _ = try await house.office.publishPlan(TestOffice.order())
    for audience in Audience.allCases {
      let meeting = try #require(try await Self.explain(house, 1, audience).meeting)
      #expect(meeting.session.state == .offered)
      #expect((meeting.advocate == nil) == (audience == .guardian))
    }
  }

  @Test("tells an inmate nothing of conflicts, and a guard nothing but when and where")
  func audiences() async throws {
    let house = try await SmallOffice()
    _ = try await house.office.register.write(as: SmallOffice.call) { transaction in
      for partner in house.partners {
        try transaction.put(ReportedConflict(inmate: Inmate.ID(bits: 3), partner: partner))
      }
      return Done()
    }
    let whole = try await Self.explain(house, 3)
    #expect(whole.reasons.contains { $0.breach.rule == .conflictReported && $0.partner != nil })
    #expect(whole.expected == nil && whole.smallestChange.isEmpty)
    let told = try await Self.explain(house, 3, .inmate)
    #expect(told.inmateReasons == [.office])
    #expect(told.reasons.isEmpty && told.alternatives.isEmpty && told.place == nil)
    let gate = try await Self.explain(house, 3, .guardian)
    #expect(gate.priority == nil && gate.reasons.isEmpty && gate.inmateReasons.isEmpty && gate.expected == nil)
  }

  @Test("every rule has a meaning for the inmate that is no rule's name, or none")
  func inmateReasons() {
    let codes = Set(HouseRule.allCases.filter(\.isConflict).map(\.code))
    #expect(codes.isDisjoint(with: InmateReason.allCases.map(\.code)))
  }

  @Test("of another partner's request is not found, in the words for one that is not there")
  func isolation() async throws {
    let house = try await SmallOffice()
    try await house.publish()
    var seen = 0
    for number in 1...6 as ClosedRange<UInt64> {
      let holder = try #require(try await house.request(number).offer?.partner)
      for partner in 0...1 {
        let scope = house.scope(partner, number % 2 == 0 ? .coordinator : .advocate)
        if house.partners[partner] == holder {
          let answer = try await Self.explain(house, number, as: scope)
          #expect(answer.audience == .partner && answer.meeting?.partner?.id == holder)
          #expect(answer.alternatives.allSatisfy { $0.advocate.partner == holder && $0.loss == nil })
          let own = try await house.office.register.readUnaudited { try $0.count(.openHeld(by: holder)) }
          #expect((1...own).contains(answer.place ?? 0))
          seen += 1
        } else {
          await #expect(throws: OfficeError.notFound("request", Request.ID(bits: number).text)) {
            try await Self.explain(house, number, as: scope)
          }
        }
        await #expect(throws: OfficeError.self) { try await Self.explain(house, number, .registrar, as: scope) }
      }
    }
    #expect(seen == 6)
    await #expect(throws: OfficeError.notFound("request", Request.ID(bits: 99).text)) {
      try await Self.explain(house, 99, as: house.scope(0))
    }
  }

  @Test("of a request that has ended says so, and of education that it is for groups")
  func others() async throws {
    let house = try await SmallOffice()
    let today = house.office.clock.today
    try await house.change(4) { request in
      request.state = .withdrawn
      request.closing = Closing(reason: .withdrawnByInmate, on: today)
    }
    try await house.change(5) { $0.service = .education }
    let ended = try await Self.explain(house, 4)
    #expect(ended.priority == nil && ended.reasons.isEmpty)
    #expect(try await Self.explain(house, 5, .inmate).inmateReasons == [.group])
  }
}
