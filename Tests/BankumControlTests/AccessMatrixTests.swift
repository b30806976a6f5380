import BankumAPI
import BankumModel
import BankumWords
import JSON
import Testing
import Varlink

@testable import BankumControl

@Suite("The access matrix")
struct AccessMatrixTests {
  /// Who may call what, written down a second time, by hand: a change of a row must be made here too.
  static let matrix: [String: Set<Role?>] = {
    let everyRole = Set(Role.allCases.map(Role?.some))
    return [
      "org.bankum.Service.GetStatus": everyRole,
      "org.bankum.Service.WhoAmI": everyRole.union([nil]),
      "org.bankum.Service.Reload": [.ops],
      "org.bankum.Service.Monitor": everyRole,
    ]
  }()

  @Test("has a row for each method of each interface, under the method's own name")
  func complete() {
    let rows = ControlService.rows(TestDaemon.make())
    #expect(Set(rows.map(\.name)) == Set(BankumInterfaces.all.flatMap { $0.methodNames }))
    #expect(rows.count == Set(rows.map(\.name)).count)
    #expect(Set(Self.matrix.keys) == Set(rows.map(\.name)))
  }

  @Test(
    "admits and refuses as written down, every method with every role and with none", arguments: matrix.keys.sorted())
  func cells(method: String) async {
    let service = ControlService.make(TestDaemon.make())
    for (role, user) in TestDaemon.users {
      // Two of the modes, so that a method that needs `more` gets through to its door either way.
      let reply = await TestDaemon.call(service, method, uid: user, mode: .more)
      let isDenied = reply == .failure(.permissionDenied)
      #expect(isDenied != (Self.matrix[method]?.contains(role) ?? false), "\(method) \(role?.rawValue ?? "nobody")")
    }
  }

  @Test("refuses before the parameters are looked at: the answer is the same whatever they are")
  func refusalTellsNothing() {
    let service = ControlService.make(TestDaemon.make())
    let stranger = PeerIdentity(uid: 999, gid: 999, pid: 1)
    for parameters: JSONObject in [[:], ["nope": .null], ["idempotencyKey": .integer(1)]] {
      let call = VarlinkCall(method: "org.bankum.Service.GetStatus", parameters: parameters)
      guard case .reply(.failure(let error)) = service.dispatch(call, from: stranger) else {
        Issue.record("a refusal was expected")
        return
      }
      #expect(error == .permissionDenied)
    }
  }

  @Test("a daemon under systemd knows root and itself as operators, and nobody else")
  func managed() {
    let table = RoleTable.managed(daemonUser: 998)
    #expect(table.roles(of: 0) == [.ops])
    #expect(table.roles(of: 998) == [.ops])
    #expect(table.roles(of: 1_000).isEmpty)
    #expect(table.roles(of: PeerIdentity.overflowUid).isEmpty)
  }

  @Test("a private daemon gives all roles to the user who started it, and nothing to root")
  func privateTable() {
    let table = RoleTable.private(startedBy: 1_000)
    #expect(table.roles(of: 1_000) == Set(Role.allCases))
    #expect(table.roles(of: 0).isEmpty)
  }

  @Test("role names on the wire are those of the contract")
  func names() {
    #expect(
      Role.allCases.map(\.rawValue) == [
        "ops", "registrar", "runner", "advocate", "coordinator", "guard", "auditor", "officer",
      ])
  }
}
