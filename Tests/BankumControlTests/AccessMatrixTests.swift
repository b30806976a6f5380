import BankumAPI
import BankumModel
import BankumOffice
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
      "org.bankum.Service.Check": [.ops],
      "org.bankum.Service.Monitor": everyRole,
      "org.bankum.Service.ListIdentifiers": everyRole,
      "org.bankum.Docket.List": [.registrar, .advocate, .coordinator, .guardian],
      "org.bankum.Docket.Export": [.registrar, .advocate, .coordinator, .guardian],
      "org.bankum.Docket.ListNotices": [.registrar, .advocate, .coordinator],
      "org.bankum.Docket.AcknowledgeNotices": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.Add": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.List": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.Get": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.Edit": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.Check": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.Accept": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.Refuse": [.registrar, .advocate, .coordinator],
      "org.bankum.Requests.Withdraw": [.registrar],
      "org.bankum.Requests.ListQueue": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.Assign": [.runner, .registrar],
      "org.bankum.Schedule.ListSessions": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.ShowSession": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.PinSession": [.registrar],
      "org.bankum.Schedule.MoveSession": [.registrar],
      "org.bankum.Schedule.CancelSession": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.EndSession": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.RecordSession": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.OverrideConflict": [.registrar],
      "org.bankum.Schedule.ListEducation": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.ProposeEducation": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.ConfirmEducation": [.registrar],
      "org.bankum.Schedule.CancelEducation": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.RecordAttendance": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.PublishPlan": [.registrar],
      "org.bankum.Schedule.DiscardPlan": [.registrar],
      "org.bankum.Schedule.Explain": [.registrar, .advocate, .coordinator],
      "org.bankum.Schedule.ShowPlan": [.registrar],
      "org.bankum.Schedule.ListRuns": [.runner, .registrar],
      "org.bankum.Schedule.ShowRun": [.runner, .registrar],
      "org.bankum.Schedule.ReplayRun": [.runner, .registrar],
      "org.bankum.Schedule.ExportRun": [.runner, .registrar],
      "org.bankum.Registry.Import": [.registrar],
      "org.bankum.Registry.GetImportTemplate": [.registrar],
      "org.bankum.Registry.ListImports": [.registrar],
      "org.bankum.Registry.UndoImport": [.registrar],
      "org.bankum.Registry.ListReviews": [.registrar],
      "org.bankum.Registry.ShowReview": [.registrar],
      "org.bankum.Registry.ResolveReview": [.registrar],
      "org.bankum.Registry.ListRoles": [.ops, .auditor],
      "org.bankum.Registry.GrantRole": [.ops],
      "org.bankum.Registry.RevokeRole": [.ops],
    ].merging(RegistryMatrix.cells) { first, _ in first }
  }()

  @Test("has a row for each method of each interface, under the method's own name")
  func complete() throws {
    let rows = ControlService.rows(try TestDaemon.make())
    #expect(Set(rows.map(\.name)) == Set(BankumInterfaces.all.flatMap { $0.methodNames }))
    #expect(rows.count == Set(rows.map(\.name)).count)
    #expect(Set(Self.matrix.keys) == Set(rows.map(\.name)))
  }

  @Test(
    "admits and refuses as written down, every method with every role and with none", arguments: matrix.keys.sorted())
  func cells(method: String) async throws {
    let service = ControlService.make(try TestDaemon.make())
    for (role, user) in TestDaemon.users {
      // Two of the modes, so that a method that needs `more` gets through to its door either way.
      let reply = await TestDaemon.call(service, method, uid: user, mode: .more)
      let isDenied = reply == .failure(.permissionDenied)
      #expect(isDenied != (Self.matrix[method]?.contains(role) ?? false), "\(method) \(role?.rawValue ?? "nobody")")
    }
  }

  @Test("refuses before the parameters are looked at: the answer is the same whatever they are")
  func refusalTellsNothing() async throws {
    let service = ControlService.make(try TestDaemon.make())
    for parameters: JSONObject in [[:], ["nope": .null], ["idempotencyKey": .integer(1)]] {
      let reply = await TestDaemon.call(
        service, "org.bankum.Service.GetStatus", uid: 999, parameters: parameters)
      #expect(reply == .failure(.permissionDenied))
    }
  }

  @Test("a daemon under systemd knows root and itself as operators, and nobody else")
  func managed() {
    let table = RoleDirectory.managed(daemonUser: 998)
    #expect(table.holder(0).roles == [.ops])
    #expect(table.holder(998).roles == [.ops])
    #expect(table.holder(1_000).roles.isEmpty)
    #expect(table.holder(PeerIdentity.overflowUid).roles.isEmpty)
  }

  @Test("a private daemon gives all roles to the user who started it, and nothing to root")
  func privateTable() {
    let table = RoleDirectory.private(startedBy: 1_000)
    #expect(table.holder(1_000).roles == Set(Role.allCases))
    #expect(table.holder(0).roles.isEmpty)
  }

  @Test("role names on the wire are those of the contract")
  func names() {
    #expect(
      Role.allCases.map(\.rawValue) == [
        "ops", "registrar", "runner", "advocate", "coordinator", "guard", "auditor", "officer",
      ])
  }
}
