import BankumOffice
import BankumPlanning
import BankumStore
import Testing

@testable import BankumModel

@Suite("A placement that is accepted or kept")
struct KeptPlacementTests {
  /// What has come since the meeting was offered.
  enum Change: CaseIterable {
    case nothing, inmateAway, advocateAway, agreementEnded, adverseClient
  }

  /// A house whose first meeting is offered, and what came after.
  private static func house(_ change: Change) async throws -> SessionHouse {
    let house = try await SessionHouse()
    try await house.write { transaction in
      var request = try transaction.get(house.requests[0])
      request.state = .offered
      request.offer?.events = []
      try transaction.put(request)
      var session = try transaction.get(house.sessions[0])
      session.state = .offered
      try transaction.put(session)
      switch change {
      case .nothing: break
      case .inmateAway:
        try transaction.put(
          Absence(
            id: Absence.ID(bits: 1), inmate: house.inmates[0], days: OpenDateRange(house.thursday), reason: .hospital,
            suspendsDetention: true))
      case .advocateAway:
        var advocate = try transaction.get(house.advocates[0])
        advocate.absences = [DateRange(first: house.thursday, days: 1)]
        try transaction.put(advocate)
      case .agreementEnded:
        var partner = try transaction.get(house.partners[0])
        partner.agreement.last = house.thursday.adding(days: -1)
        try transaction.put(partner)
      case .adverseClient:
        // The third person has a meeting with the same partner.
        try transaction.put(
          CaseFile(
            id: CaseFile.ID(bits: 1), law: .new,
            parties: [0, 2].map { CaseParty(inmate: house.inmates[$0], role: .accused) }))
      }
      return Done()
    }
    return house
  }

  private static func refusal(_ body: () async throws -> Void) async throws -> Set<HouseRule>? {
    do {
      try await body()
      return nil
    } catch let error as OfficeError {
      guard case .refused(.sessions(.rules(let breaches))) = error else { throw error }
      return Set(breaches.map(\.rule))
    }
  }

  @Test("is asked again: a partner that may not serve any more cannot accept", arguments: Change.allCases)
  func accept(change: Change) async throws {
    let house = try await Self.house(change)
    let refused = try await Self.refusal {
      _ = try await house.office.changeRequest(house.requests[0], .accept, house.order(house.lawyer(0)))
    }
    switch change {
    case .nothing, .inmateAway, .advocateAway:
      #expect(refused == nil)
      #expect(try await house.session(0).state == .confirmed)
    case .agreementEnded:
      #expect(refused == [.agreementLapsed])
      #expect(try await house.session(0).state == .offered)
      #expect(try await house.request(0).state == .offered)
    case .adverseClient:
      #expect(refused?.isEmpty == false)
      #expect(try await house.request(0).state == .offered)
    }
  }

  @Test("is asked again: what a rule forbids by now is not pinned", arguments: Change.allCases)
  func pin(change: Change) async throws {
    let house = try await Self.house(change)
    let refused = try await Self.refusal {
      _ = try await house.office.pinSession(house.sessions[0], isPinned: true, house.order())
    }
    #expect((refused == nil) == (change == .nothing))
    #expect(try await house.session(0).isPinned == (change == .nothing))
    if change == .inmateAway { #expect(refused == [.inmateAbsent]) }
    if change == .advocateAway { #expect(refused == [.advocateAbsent]) }
  }
}
