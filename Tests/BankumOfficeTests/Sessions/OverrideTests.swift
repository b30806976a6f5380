import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Testing

@Suite("What shall be done in spite of a rule")
struct OverrideTests {
  private let second = Scope(uid: 1_002, role: .registrar, reach: .house)

  /// The second person's answer on the review list.
  private func settle(_ house: SessionHouse, _ id: ReviewEntry.ID, _ isAgreed: Bool, _ scope: Scope) async throws {
    _ = try await house.office.resolveReview(id, isAgreed ? .agree : .dismiss, as: nil, house.order(scope))
  }

  private func move(_ house: SessionHouse) -> SessionMove {
    SessionMove(
      date: house.thursday, start: house.time("11:30"), overrides: [.openingHours, .buffer, .advocateUnavailable],
      overrideReason: "ahli hanya dapat hadir siang")
  }

  @Test("waits for a second person, and then is done, pinned and flagged")
  func move() async throws {
    let house = try await SessionHouse()
    let id = house.sessions[0]
    let answer = try await house.office.moveSession(id, move(house), house.order())
    let review = try #require(answer.review)
    #expect(try await house.session(0).hours.text == "09:00-09:45")
    // The same wish waits once.
    #expect(try await house.office.moveSession(id, move(house), house.order()).review == review)
    await #expect(throws: OfficeError.refused(.sessions(.secondPerson))) {
      try await settle(house, review, true, TestOffice.registrar)
    }
    try await settle(house, review, true, second)
    let moved = try await house.session(0)
    #expect(moved.hours.text == "11:30-12:15" && moved.isPinned)
    #expect(moved.brokenRules == ["openingHours"])
    var question = SessionQuestion()
    question.isBroken = true
    #expect(try await house.office.sessions(question, TestOffice.registrar, method: "test").isEmpty)
  }

  @Test("is not done when the second person declines, or when another rule forbids it by now")
  func declined() async throws {
    let house = try await SessionHouse()
    let answer = try await house.office.moveSession(house.sessions[0], move(house), house.order())
    let review = try #require(answer.review)
    try await settle(house, review, false, second)
    #expect(try await house.session(0).hours.text == "09:00-09:45")
    await #expect(throws: OfficeError.self) { try await settle(house, review, true, second) }
    let again = try #require(try await house.office.moveSession(house.sessions[0], move(house), house.order()).review)
    try await house.write { transaction in
      try transaction.put(
        Hearing(id: Hearing.ID(bits: 1), inmate: house.inmates[0], date: house.thursday, status: .confirmed))
      return Done()
    }
    do {
      try await settle(house, again, true, second)
      Issue.record("a refusal was expected")
    } catch OfficeError.refused(.sessions(.rules(let breaches))) {
      #expect(breaches.map(\.rule) == [.hearingDay])
    }
  }

  @Test("needs a reason, and a rule that somebody may decide about")
  func limits() async throws {
    let house = try await SessionHouse()
    var wrong = move(house)
    wrong.overrideReason = " "
    await #expect(throws: OfficeError.invalid("overrideReason", " ", .given)) {
      try await house.office.moveSession(house.sessions[0], wrong, house.order())
    }
    for rule in [HouseRule.roomBusy, .adverseMandate, .pinned, .inmateGone] {
      wrong = move(house)
      wrong.overrides = [rule]
      await #expect(throws: OfficeError.refused(.sessions(.notOverridable(rule)))) {
        try await house.office.moveSession(house.sessions[0], wrong, house.order())
      }
    }
  }

  @Test("of the wall lets one partner serve one inmate, once two people have decided")
  func conflict() async throws {
    let house = try await SessionHouse()
    // Two accused of one case: the first is a client of the first partner.
    let request = Request.ID(bits: 50)
    try await house.write { transaction in
      try transaction.put(
        CaseFile(
          id: CaseFile.ID(bits: 1), law: .new,
          parties: [
            CaseParty(inmate: house.inmates[0], role: .accused), CaseParty(inmate: house.inmates[1], role: .accused),
          ]))
      try transaction.put(
        Request(
          id: request, inmate: house.inmates[1], service: .assistance, state: .noEligiblePartner,
          submittedOn: house.thursday.adding(days: -30), channel: .oral,
          exclusions: [
            PartnerExclusion(partner: house.partners[0], reason: .conflict, since: house.thursday.adding(days: -9))
          ]))
      return Done()
    }
    await #expect(throws: OfficeError.refused(.sessions(.nothingForbidden))) {
      try await house.office.overrideConflict(
        of: house.requests[2], with: house.partners[0], reason: "x", house.order())
    }
    let review = try await house.office.overrideConflict(
      of: request, with: house.partners[0], reason: "LBH lain tidak ada", house.order())
    await #expect(throws: OfficeError.refused(.sessions(.secondPerson))) {
      try await settle(house, review, true, TestOffice.registrar)
    }
    try await settle(house, review, true, second)
    let (overrides, after) = try await house.readUnaudited { reading in
      (try reading.all(ConflictOverride.self), try reading.get(request))
    }
    #expect(overrides.map(\.isValid) == [true])
    #expect(after.state == .submitted && after.exclusions.isEmpty)
    await #expect(throws: OfficeError.refused(.sessions(.nothingForbidden))) {
      try await house.office.overrideConflict(of: request, with: house.partners[0], reason: "x", house.order())
    }
  }
}
