import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("A role")
struct RoleTests {
  static let ops = WriteOrder<Done>(Scope(uid: 0, role: .ops, reach: .house), method: "GrantRole")
  static let users = UserNames(number: { $0 == "siti" ? 1_200 : nil }, name: { $0 == 1_200 ? "siti" : nil })

  @Test("is held from the next look on, and not after it was taken")
  func grantAndRevoke() async throws {
    let test = try TestOffice(directory: .managed(daemonUser: 998), users: Self.users)
    let directory = test.office.directory
    #expect(directory.holder(1_200) == .stranger)
    try await test.office.grantRole(.registrar, to: "siti", Self.ops)
    #expect(directory.holder(1_200).roles == [.registrar])
    #expect(directory.holder(0).roles == [.ops])
    let listed = try await test.office.listRoles()
    #expect(listed.map(\.uid) == [0, 998, 1_200])
    #expect(listed.last?.user == "siti")
    try await test.office.revokeRole(.registrar, from: "1200", Self.ops)
    #expect(directory.holder(1_200) == .stranger)
  }

  @Test("that a lawyer holds is bound to one partner")
  func lawyers() async throws {
    let test = try TestOffice()
    let (one, other) = try await Self.twoPartners(test)
    try await test.office.grantRole(.coordinator, to: "1200", partner: one, Self.ops)
    #expect(test.office.directory.holder(1_200).partner == one)
    await #expect(throws: OfficeError.refused(.roles(.otherPartner(one)))) {
      try await test.office.grantRole(.coordinator, to: "1200", partner: other, Self.ops)
    }
    let scope = test.office.directory.holder(1_200).scope(uid: 1_200, allowed: [.coordinator, .registrar])
    #expect(scope?.partner == one)
  }

  @Test(
    "needs what belongs to it, and nothing else",
    arguments: [(Role.advocate, false), (.coordinator, false), (.registrar, true), (.guardian, true)])
  func fields(role: Role, withPartner: Bool) async throws {
    let test = try TestOffice()
    let partner = try await Self.twoPartners(test).0
    await #expect(throws: OfficeError.self) {
      try await test.office.grantRole(role, to: "1200", partner: withPartner ? partner : nil, Self.ops)
    }
    #expect(test.office.directory.holder(1_200) == .stranger)
  }

  @Test("that came with the start cannot be taken; one that nobody holds is not found")
  func given() async throws {
    let test = try TestOffice(directory: .managed(daemonUser: 998))
    await #expect(throws: OfficeError.refused(.roles(.givenAtStart))) {
      try await test.office.revokeRole(.ops, from: "0", Self.ops)
    }
    await #expect(throws: OfficeError.notFound("grant", "guard (uid 0)")) {
      try await test.office.revokeRole(.guardian, from: "0", Self.ops)
    }
    await #expect(throws: OfficeError.notFound("user", "nobody-here")) {
      try await test.office.grantRole(.ops, to: "nobody-here", Self.ops)
    }
  }

  @Test("held beside others gives the scope that sees most of those the method allows")
  func scopes() {
    let all = RoleHolder(roles: Set(Role.allCases))
    #expect(all.scope(uid: 1, allowed: Set(Role.allCases))?.role == .registrar)
    #expect(all.scope(uid: 1, allowed: [.guardian, .auditor])?.role == .auditor)
    #expect(all.scope(uid: 1, allowed: [.guardian])?.reach == .gate)
    // Nobody's advocate sees nobody's clients.
    #expect(all.scope(uid: 1, allowed: [.advocate]) == nil)
    #expect(RoleHolder.stranger.scope(uid: 1, allowed: Set(Role.allCases)) == nil)
  }

  private static func twoPartners(_ test: TestOffice) async throws -> (Partner.ID, Partner.ID) {
    let ids = (Partner.ID(bits: 1), Partner.ID(bits: 2))
    _ = try await test.office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
      for (id, name) in [(ids.0, "A"), (ids.1, "B")] {
        try transaction.put(
          Partner(
            id: id, name: "LBH \(name)", shortName: name,
            agreement: OpenDateRange(try CivilDate(parsing: "2025-11-11")), accreditationClass: .a,
            accreditation: OpenDateRange(try CivilDate(parsing: "2025-01-01")), capacity: 100,
            sharePerMille: 500))
      }
      return Done()
    }
    return ids
  }
}
