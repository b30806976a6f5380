import Foundation
import Testing

@Suite("Requests, through the client")
struct RequestMethodTests {
  static let methods = [
    "org.bankum.Requests.Add", "org.bankum.Requests.List", "org.bankum.Requests.Get", "org.bankum.Requests.Edit",
    "org.bankum.Requests.Check", "org.bankum.Requests.Accept", "org.bankum.Requests.Refuse",
    "org.bankum.Requests.Withdraw", "org.bankum.Requests.ListQueue",
  ]

  @Test("are filed, offered, checked, accepted and refused, each with its exit status")
  func wholeLife() throws {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    let added = try daemon.ctl("request", "add", "A.III.1/2026", "assistance", "--json=short")
    let request = try #require(try added.json()["request"] as? String)
    let doubled = try daemon.ctl("request", "add", "A.III.1/2026", "assistance", "--lang", "en")
    #expect(doubled.status == 1)
    #expect(doubled.errors.contains(request))
    #expect(try daemon.ctl("request", "add", "nobody", "assistance").status == 64)
    #expect(try daemon.ctl("request", "add", "A.III.1/2026", "dancing").status == 65)
    #expect(try daemon.ctl("request", "set", request, "--topic", "banding").status == 0)
    #expect(try daemon.ctl("request", "accept", request).status == 1)
    #expect(try daemon.ctl("assign", "--publish", "--effort", "2").status == 0)

    let shown =
      try daemon.ctl("call", Self.methods[2], #"{"request":"\#(request)"}"#).json()["request"] as? [String: Any]
    #expect(shown?["status"] as? String == "offered" && shown?["topic"] as? String == "banding")
    #expect(shown?["checkBy"] as? String == "2026-11-24" && shown?["answerBy"] as? String == "2026-11-27")
    #expect(try daemon.ctl("request", "check", request).status == 64)
    #expect(try daemon.ctl("request", "set", request).status == 65)
    #expect(try daemon.ctl("request", "check", request, "--incomplete", "SKTM").status == 0)
    #expect(try daemon.ctl("request", "check", request, "--supplied").status == 0)
    #expect(try daemon.ctl("request", "accept", request, "--json=short").json()["status"] as? String == "scheduled")
    let refused = try daemon.ctl(
      "request", "refuse", request, "--by", "partner", "--reason", "capacity", "--json=short")
    #expect(try refused.json()["cancelled"] as? Int == 1)
    #expect(try daemon.ctl("request", "refuse", request, "--by", "inmate", "--reason", "counsel").status == 65)
    #expect(try daemon.ctl("request", "withdraw", request, "--json=short").json()["status"] as? String == "withdrawn")

    for arguments in [
      ["request", "list"], ["request", "show", request], ["queue", "--factors"], ["queue", "--start"],
    ] {
      let table = try Program.run(
        "bankumctl", arguments + ["--lang", "id"], environment: ["BANKUM_SOCKET": daemon.socket])
      #expect(table.status == 0)
      #expect(table.lines.allSatisfy { $0.count <= 80 }, "\(arguments)")
    }
    let queue = try daemon.ctl("queue", "--json=short").json()["entries"] as? [[String: Any]]
    #expect(queue?.map { $0["rank"] as? Int } == [1, 1, 1])
    #expect(try daemon.ctl("request", "list", "--format", "csv").output.split(separator: "\r\n").count == 4)
  }
}
