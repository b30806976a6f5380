import BankumAPI
import BankumModel
import BankumOffice
import BankumWords
import JSON
import Testing
import Varlink

@testable import BankumControl

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
