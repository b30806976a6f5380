import Foundation
import Testing

@Suite("An explanation, through the client")
struct ExplainMethodTests {
  static let methods = ["org.bankum.Schedule.Explain"]

  @Test("a placed request shows its meeting to each reader in his measure; an unknown one is not found")
  func explain() throws {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    #expect(try daemon.ctl("assign", "--publish", "--effort", "2").status == 0)
    let docket = try daemon.ctl("call", "org.bankum.Docket.List", #"{"to":"2026-12-04"}"#).json()
    let sessions = docket["sessions"] as? [[String: Any]] ?? []
    let request = try #require(sessions.first?["request"] as? String)
    let answer = try daemon.ctl("explain", request, "--json=short").json()
    #expect(answer["status"] as? String == "offered")
    #expect((answer["meeting"] as? [String: Any])?["status"] as? String == "offered")
    #expect((answer["factors"] as? [[String: Any]])?.isEmpty == false)
    let gate = try daemon.ctl("call", Self.methods[0], #"{"request":"\#(request)","audience":"guard"}"#).json()
    #expect((gate["meeting"] as? [String: Any])?["room"] is String)
    #expect(gate["service"] is NSNull && gate["rank"] is NSNull)
    let table = try daemon.ctl("explain", request, "--for", "inmate", "--lang", "id")
    #expect(table.output.contains("Anda bertemu"))
    #expect(table.lines.allSatisfy { $0.count <= 80 })
    #expect(try daemon.ctl("explain", "rq-00000000").status == 1)
    #expect(try daemon.ctl("explain", "nonsense").status == 65)
    #expect(try daemon.ctl("explain", request, "--for", "nobody").status == 64)
  }
}
