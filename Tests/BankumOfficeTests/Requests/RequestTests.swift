import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import SeededNumbers
import Testing

@Suite("A request")
struct RequestTests {
  static func order<Value>(_ scope: Scope = TestOffice.registrar) -> WriteOrder<Value> { TestOffice.order(as: scope) }

  static func refusal(_ reason: RequestRefusal) -> OfficeError { .refused(.requests(.state(reason))) }

  /// The partner of a request, 0 or 1.
  static func holder(_ house: SmallOffice, _ number: UInt64) async throws -> Int {
    let partner = try #require(try await house.request(number).offer?.partner)
    return try #require(house.partners.firstIndex(of: partner))
  }

  @Test("is filed by id or register number, once unless again; everything wrong is said at once")
  func add() async throws {
    let house = try await SmallOffice(requests: 0)
    let first = try await house.office.addRequest(
      NewRequest(inmate: "A.III.1/2026", service: .consultation), Self.order())
    await #expect(throws: OfficeError.refused(.requests(.duplicate(first)))) {
      try await house.office.addRequest(
        NewRequest(inmate: Inmate.ID(bits: 1).text, service: .consultation), Self.order())
    }
    let again = try await house.office.addRequest(
      NewRequest(inmate: "A.III.1/2026", service: .consultation, isAgain: true), Self.order())
    #expect(again != first)
    let unknown = Partner.ID(bits: 9)
    await #expect(
      throws: OfficeError.invalid([
        OfficeProblem(
          place: "submittedOn", value: "2027-01-01", expected: .dayUntil(house.office.clock.today)),
        OfficeProblem(place: "wishPartner", value: unknown.text, expected: .unknownName),
      ])
    ) {
      try await house.office.addRequest(
        NewRequest(
          inmate: "A.III.2/2026", service: .assistance, submittedOn: try CivilDate(parsing: "2027-01-01"),
          wishPartner: unknown), Self.order())
    }
    await #expect(throws: OfficeError.notFound("inmate", "A.III.77/2026")) {
      try await house.office.addRequest(NewRequest(inmate: "A.III.77/2026", service: .consultation), Self.order())
    }
    // No client of the partner's: he does not exist for it.
    await #expect(throws: OfficeError.notFound("inmate", "A.III.1/2026")) {
      try await house.office.addRequest(
        NewRequest(inmate: "A.III.1/2026", service: .consultation), Self.order(house.scope(0)))
    }
  }

  @Test("of a number that two people had names both, and files nothing")
  func ambiguous() async throws {
    let house = try await SmallOffice(requests: 0)
    _ = try await house.office.register.write(as: SmallOffice.call) { transaction in
      var inmate = try transaction.get(Inmate.ID(bits: 2))
      inmate.registerEntries = try transaction.get(Inmate.ID(bits: 1)).registerEntries
      try transaction.put(inmate)
      return Done()
    }
    let both = [Inmate.ID(bits: 1).text, Inmate.ID(bits: 2).text].sorted()
    await #expect(throws: OfficeError.invalid("inmate", "A.III.1/2026", .oneOf(both))) {
      try await house.office.addRequest(NewRequest(inmate: "A.III.1/2026", service: .consultation), Self.order())
    }
  }

  @Test("that is accepted has its meeting confirmed; that is refused loses it, and another is asked")
  func answers() async throws {
    let house = try await SmallOffice()
    try await house.publish()
    let partner = try await Self.holder(house, 3)
    let scope = house.scope(partner)
    let id = Request.ID(bits: 3)
    #expect(try await house.office.changeRequest(id, .accept, Self.order(scope)).state == .scheduled)
    #expect(try await house.sessions(of: 3).map(\.state) == [.confirmed])
    await #expect(throws: Self.refusal(.requestAlreadyAccepted)) {
      try await house.office.changeRequest(id, .accept, Self.order(scope))
    }
    let answer = try await house.office.changeRequest(id, .refuse(.conflict), Self.order(scope))
    #expect(answer.state == .submitted && answer.cancelled == 1)
    let request = try await house.request(3)
    #expect(request.offer == nil && request.exclusions.map(\.reason) == [.conflict])
    let (reported, notices) = try await house.office.register.readUnaudited { reading in
      (try reading.all(ReportedConflict.self), try reading.list(Filter<Notice>.open).filter { $0.kind == .cancelled })
    }
    #expect(reported == [ReportedConflict(inmate: Inmate.ID(bits: 3), partner: house.partners[partner])])
    #expect(notices.count == 1)
    try await house.publish()
    #expect(try await Self.holder(house, 3) == 1 - partner)
  }

  @Test("whose papers are incomplete waits for them with its clock stopped, and may be accepted all the same")
  func papers() async throws {
    let house = try await SmallOffice()
    try await house.publish()
    let scope = house.scope(try await Self.holder(house, 4))
    let id = Request.ID(bits: 4)
    await #expect(throws: OfficeError.self) {
      try await house.office.changeRequest(id, .check(missing: ""), Self.order(scope))
    }
    #expect(
      try await house.office.changeRequest(id, .check(missing: "SKTM"), Self.order(scope)).state == .incomplete)
    let view = try await house.office.showRequest(id, scope, method: "Get")
    #expect(view.request.missing == "SKTM" && view.answerBy == nil && view.checkBy == nil)
    #expect(try await house.office.changeRequest(id, .supply, Self.order()).state == .offered)
    let after = try await house.office.showRequest(id, scope, method: "Get")
    #expect(after.request.missing == nil && after.checkBy?.text == "2026-11-24" && after.answerBy?.text == "2026-11-27")
    _ = try await house.office.changeRequest(id, .check(missing: "KTP"), Self.order(scope))
    #expect(try await house.office.changeRequest(id, .accept, Self.order(scope)).state == .scheduled)
  }

  @Test("ends by the inmate's word: withdrawn, or counsel refused by a written record; the drafts of it vanish")
  func ends() async throws {
    let house = try await SmallOffice()
    var run = RunOrder()
    run.effort = 1
    _ = try await house.office.runAssignment(run, Self.order())
    _ = try await house.office.changeRequest(Request.ID(bits: 5), .withdraw, Self.order())
    #expect(try await house.sessions(of: 5).isEmpty)
    await #expect(throws: OfficeError.self) {
      try await house.office.changeRequest(Request.ID(bits: 6), .refuseCounsel(record: ""), Self.order())
    }
    _ = try await house.office.changeRequest(Request.ID(bits: 6), .refuseCounsel(record: "BA-7"), Self.order())
    #expect(try await house.request(6).closing?.record == "BA-7")
    // What is left of the draft is still whole.
    _ = try await house.office.publishPlan(Self.order())
    await #expect(throws: Self.refusal(.requestClosed)) {
      try await house.office.changeRequest(Request.ID(bits: 5), .withdraw, Self.order())
    }
  }

  @Test("of another partner does not exist, whatever is done with it")
  func isolation() async throws {
    let house = try await SmallOffice()
    try await house.publish()
    for number in 1...6 as ClosedRange<UInt64> {
      let id = Request.ID(bits: number)
      let other = house.scope(1 - (try await Self.holder(house, number)), number % 2 == 0 ? .advocate : .coordinator)
      let missing = OfficeError.notFound("request", id.text)
      for verb: RequestVerb in [
        .check(missing: nil), .check(missing: "X"), .supply, .accept, .refuse(.capacity), .refusePartner,
        .refuseCounsel(record: "X"), .withdraw,
      ] {
        await #expect(throws: missing) { try await house.office.changeRequest(id, verb, Self.order(other)) }
      }
      await #expect(throws: missing) { try await house.office.showRequest(id, other, method: "Get") }
      await #expect(throws: missing) { try await house.office.editRequest(id, RequestEdit(), Self.order(other)) }
    }
    for partner in 0...1 {
      let scope = house.scope(partner)
      let (own, _) = try await house.office.listRequests(RequestQuestion(states: []), scope, method: "List")
      #expect(own.allSatisfy { $0.request.offer?.partner == house.partners[partner] } && !own.isEmpty)
      let (queue, _) = try await house.office.queue(byStart: false, limit: 100, scope, method: "Queue")
      #expect(Set(queue.map(\.request.id)) == Set(own.map(\.request.id)))
      #expect(queue.allSatisfy { $0.place <= own.count })
      await #expect(throws: OfficeError.notFound("partner", house.partners[1 - partner].text)) {
        try await house.office.listRequests(
          RequestQuestion(partner: house.partners[1 - partner]), scope, method: "List")
      }
    }
  }

  @Test(
    "random deeds of random people lose nothing, end nowhere by accident, and come out the same again",
    arguments: 0..<4 as Range<UInt64>
  )
  func random(seed: UInt64) async throws {
    let first = try await Self.play(seed)
    let second = try await Self.play(seed)
    #expect(first == second)
  }

  /// Plays random deeds over a small house and gives where everything stands.
  private static func play(_ seed: UInt64) async throws -> [String] {
    let house = try await SmallOffice()
    var dice = SeededGenerator(seed: seed)
    for step in 0..<40 {
      if step % 10 == 0 { try await house.publish() }
      let number = UInt64.random(in: 1...6, using: &dice)
      let verbs: [RequestVerb] = [
        .check(missing: nil), .check(missing: "X"), .supply, .accept, .refuse(.capacity), .refuse(.conflict),
        .refusePartner, .accept, .refuseCounsel(record: "X"), .withdraw,
      ]
      let verb = verbs[Int.random(in: 0..<(step < 30 ? 8 : 10), using: &dice)]
      let scope = [TestOffice.registrar, house.scope(0), house.scope(1)][Int.random(in: 0...2, using: &dice)]
      do {
        _ = try await house.office.changeRequest(Request.ID(bits: number), verb, order(scope))
      } catch OfficeError.refused, OfficeError.notFound {
        continue
      }
    }
    let (requests, sessions, faults) = try await house.office.register.readUnaudited { reading in
      (try reading.all(Request.self), try reading.all(Session.self), try reading.check())
    }
    #expect(faults.isEmpty && requests.count == 6)
    for request in requests {
      #expect(request.problems.isEmpty)
      let published = sessions.filter { $0.request == request.id && $0.state.isPublished }
      #expect(request.state != .scheduled || published.count == 1)
      // A meeting stands only for a request that a partner holds, and is that partner's.
      #expect(published.allSatisfy { $0.partner == request.offer?.partner }, "\(request.state)")
      // No dead end: something can still happen to whatever is open.
      if request.state.isOpen {
        #expect(
          RequestEvent.allCases.contains { event in
            if case .success = request.state.after(event, by: .registrar) { true } else { false }
          })
      }
    }
    return requests.map { "\($0.id) \($0.state) \($0.exclusions.count)" }
      + sessions.map { "\($0.request?.text ?? "") \($0.state)" }.sorted()
  }
}
