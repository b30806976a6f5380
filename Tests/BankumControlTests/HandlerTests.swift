import BankumAPI
import BankumModel
import BankumOffice
import BankumTesting
import BankumWords
import JSON
import Testing
import Varlink

@testable import BankumControl
@testable import BankumStore

@Suite("The handlers of org.bankum.Service")
struct HandlerTests {
  @Test("GetStatus tells connections to operators only")
  func status() async throws {
    let service = ControlService.make(try TestDaemon.make())
    for (role, user) in TestDaemon.users where role != nil {
      let reply = await TestDaemon.call(service, "org.bankum.Service.GetStatus", uid: user)
      guard case .success(let status, _) = reply else {
        Issue.record("\(reply)")
        continue
      }
      #expect(status["connections"] == (role == .ops ? .integer(3) : .null))
      #expect(status["today"] == .string("2026-11-23"))
      #expect(status["startedAt"] == .string("2026-11-23T07:30:00.000+07:00"))
    }
  }

  @Test("GetStatus goes on beside a damaged row: it tells the house and no partner")
  func damage() async throws {
    let daemon = try TestDaemon.make()
    try await SmallRegister.fill(daemon.office)
    func status(_ role: Role) async throws -> (inmates: JSONValue?, damage: Int?) {
      let user = try #require(TestDaemon.users[role])
      let reply = await TestDaemon.call(ControlService.make(daemon), "org.bankum.Service.GetStatus", uid: user)
      guard case .success(let status, _) = reply, case .array(let alarms)? = status["alarms"] else {
        throw Mute(reply: reply)
      }
      let counts = alarms.compactMap { alarm -> Int? in
        guard case .object(let alarm) = alarm, alarm["kind"] == .string("damage"),
          case .integer(let count)? = alarm["count"]
        else { return nil }
        return Int(count)
      }
      return (status["inmates"], counts.first)
    }
    guard case .integer(let before)? = try await status(.registrar).inmates else { throw Mute(reply: nil) }
    // A person whose row says something else than what was sealed.
    let inmate = SmallRegister.inmates[2]
    try await daemon.office.register.onWriter { database in
      try PreparedStatement("UPDATE inmate SET presence = 'missing' WHERE id = ?", in: database).run([.id(inmate)])
    }
    // What was counted of this state of the register is told until the next write.
    _ = try await daemon.office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
      try transaction.put(RoleGrant(uid: 77, role: "guard", grantedBy: 0, grantedAt: transaction.now))
      return Done()
    }
    for role in [Role.registrar, .ops] {
      let after = try await status(role)
      #expect(after.damage == 1, "\(role)")
      #expect(after.inmates == .integer(before), "\(role)")
    }
    #expect(try await status(.coordinator).damage == nil)
  }

  /// An answer that has no status in it.
  private struct Mute: Error {
    let reply: VarlinkReply?
  }

  @Test("Reload answers with the keys that wait for a restart, or with every problem")
  func reload() async throws {
    let operatorID = try #require(TestDaemon.users[.ops])
    let good = await TestDaemon.call(
      ControlService.make(try TestDaemon.make()), "org.bankum.Service.Reload", uid: operatorID)
    #expect(good == .success(["needRestart": .array([.string("zone")])], continues: false))

    let problem = InputProblem(place: "f:1:2", value: "x", expected: "y")
    let service = ControlService.make(try TestDaemon.make(reloadProblems: [problem]))
    guard case .failure(let error) = await TestDaemon.call(service, "org.bankum.Service.Reload", uid: operatorID)
    else {
      Issue.record("an error was expected")
      return
    }
    #expect(ServiceInterface.Invalid(error)?.problems == [problem])
  }

  @Test("a daemon that is stopping stays so, and each change of state is one event")
  func states() throws {
    let daemon = try TestDaemon.make()
    let (position, _, _) = daemon.events.listen()
    daemon.state.enter(.running)
    daemon.state.enter(.running)
    daemon.state.enter(.stopping)
    daemon.state.enter(.running)
    #expect(daemon.state.state == .stopping)
    guard case .notes(let notes, _) = daemon.events.notes(from: position) else {
      Issue.record("the events are not kept")
      return
    }
    #expect(notes.map(\.event) == [.state("running"), .state("stopping")])
  }
}
