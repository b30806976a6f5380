import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("Ids for a shell")
struct IdentifierTests {
  /// The ids of every kind that somebody is offered.
  private func all(_ office: Office, _ scope: Scope) async throws -> [IdentifiedKind: [String]] {
    var found: [IdentifiedKind: [String]] = [:]
    for kind in IdentifiedKind.allCases {
      found[kind] = try await office.identifiers(of: kind, beginning: "", scope)
    }
    return found.filter { !$0.value.isEmpty }
  }

  @Test("are those of what somebody may see: a partner's own, at the gate places only, for the house all")
  func reach() async throws {
    let house = try await DocketTests.House()
    let office = house.test.office
    for index in 0...1 {
      let own = try await all(office, house.scope(index, .coordinator))
      #expect(own[.inmate] == [house.inmates[index].text])
      #expect(own[.session] == [house.sessions[index].text])
      #expect(own[.advocate] == [house.advocates[index].text])
      #expect(own[.partner] == [house.partners[index].text])
      #expect(own[.run] == nil)
    }
    let gate = try await all(office, Scope(uid: 3_000, role: .guardian, reach: .gate))
    #expect(Set(gate.keys) == [.block, .room])
    let whole = try await all(office, TestOffice.registrar)
    #expect(whole[.inmate]?.count == 2)
    #expect(whole[.session]?.count == 2)
    #expect(whole[.partner]?.count == 2)
  }

  @Test("of a partner never are another's, over the whole sample with a published schedule")
  func isolation() async throws {
    let test = try await TestOffice.withPublishedSample()
    let (partners, sessions, requests) = try await test.office.register.readUnaudited { reading in
      (try reading.all(Partner.self), try reading.all(Session.self), try reading.all(Request.self))
    }
    for partner in partners {
      let scope = Scope(uid: 2_000, role: .coordinator, reach: .partner(partner.id, advocate: nil))
      let own = try await all(test.office, scope)
      let served = Set(sessions.filter { $0.partner == partner.id }.map(\.id.text))
      #expect(Set(own[.session] ?? []).isSubset(of: served))
      let held = Set(requests.filter { $0.offer?.partner == partner.id }.map(\.id.text))
      #expect(!held.isEmpty)
      #expect(Set(own[.request] ?? []) == held)
    }
  }

  @Test("begin as they were typed")
  func beginning() async throws {
    let house = try await DocketTests.House()
    let office = house.test.office
    let first = house.inmates[0].text
    #expect(try await office.identifiers(of: .inmate, beginning: first, TestOffice.registrar) == [first])
    #expect(try await office.identifiers(of: .inmate, beginning: "in-Z", TestOffice.registrar).isEmpty)
  }
}
