import Foundation
import Testing

@Suite("org.bankum.Service, through the client")
struct ServiceMethodTests {
  @Test("GetStatus tells the state, the clock and the day")
  func getStatus() throws {
    let daemon = try PrivateDaemon()
    let reply = try daemon.ctl("call", "org.bankum.Service.GetStatus").json()
    #expect(reply["state"] as? String == "running")
    #expect(reply["clock"] as? String == "set")
    #expect(reply["today"] as? String == "2026-11-23")
    #expect(reply["private"] as? Bool == true)
    for key in ["inmates", "openRequests", "publishedSessions", "lastRun", "version", "alarms"] {
      #expect(reply.keys.contains(key), "\(key)")
    }
    #expect(try daemon.ctl("status", "--json=short").json()["today"] as? String == "2026-11-23")
    let text = try daemon.ctl("status", "--lang", "en")
    #expect(text.output.contains("Mon 23 Nov 2026"))
    #expect(text.output.contains("set by --clock"))
    #expect(text.lines.allSatisfy { $0.count <= 80 })
  }

  @Test("WhoAmI tells the user of the kernel, and in a private daemon all roles")
  func whoAmI() throws {
    let daemon = try PrivateDaemon()
    let reply = try daemon.ctl("call", "org.bankum.Service.WhoAmI").json()
    #expect(reply["uid"] as? Int == Int(geteuid()))
    #expect((reply["roles"] as? [String])?.count == 8)
    #expect(reply["language"] as? String == "id")
    let text = try daemon.ctl("whoami")
    #expect(text.lines.allSatisfy { $0.count <= 80 }, "\(text.output)")
  }

  @Test("Reload takes over what is good, and keeps the former configuration when it is not")
  func reload() throws {
    let daemon = try PrivateDaemon(configuration: "language: id\n")
    #expect(try daemon.ctl("reload").output == "Konfigurasi telah dimuat ulang dan berlaku.\n")

    try daemon.write(configuration: "language: en\nzone: \"+08:00\"\n")
    let good = try daemon.ctl("reload")
    #expect(good.status == 0)
    // The daemon's language is that of clients whose locale says nothing; the zone waits for the next start.
    #expect(
      good.output == "The configuration was read again and is in force.\nThese take effect after a restart: zone\n")

    try daemon.write(configuration: "language: fr\nlimits:\n  connectoins: 5\n  connections: x\n")
    let bad = try daemon.ctl("reload")
    #expect(bad.status == 65)
    #expect(bad.output.isEmpty)
    let path = daemon.configuration.path
    for place in ["\(path):1:11:", "\(path):3:3:", "\(path):4:16:"] {
      #expect(bad.errors.contains(place), "\(bad.errors)")
    }
    #expect(try daemon.ctl("call", "org.bankum.Service.WhoAmI").json()["language"] as? String == "en")
    let raw = try daemon.ctl("call", "org.bankum.Service.Reload", "--lang", "en")
    #expect(raw.status == 65)
    #expect((try raw.json()["problems"] as? [[String: Any]])?.count == 3)
  }

  @Test("Check reads the whole register and says that it is whole")
  func check() throws {
    let daemon = try PrivateDaemon()
    let reply = try daemon.ctl("call", "org.bankum.Service.Check")
    #expect(reply.status == 0)
    #expect(try reply.json()["count"] as? Int == 0)
    #expect(try reply.json()["sequence"] as? Int ?? 0 > 0)
    let said = try daemon.ctl("check", "--lang", "en")
    #expect(said.status == 0)
    #expect(said.output.hasPrefix("The register is whole, up to write "))
  }

  @Test("SIGHUP reloads as well, and says in the log what is wrong")
  func hangUp() async throws {
    let daemon = try PrivateDaemon(configuration: "language: id\n")
    try daemon.write(configuration: "lanugage: en\n")
    daemon.signal(SIGHUP)
    for _ in 0..<500 where !daemon.logText.contains("lanugage") { try await Task.sleep(for: .milliseconds(10)) }
    #expect(daemon.logText.contains("bankum.yaml:1:1: there is no key 'lanugage' here"))
    try daemon.write(configuration: "language: en\n")
    daemon.signal(SIGHUP)
    for _ in 0..<500 {
      if try daemon.ctl("call", "org.bankum.Service.WhoAmI").json()["language"] as? String == "en" { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("the new language did not come into force")
  }

  @Test("Monitor begins with the state as it is, tells each change, and ends with the daemon")
  func monitor() throws {
    let daemon = try PrivateDaemon()
    let process = Process()
    process.executableURL = Program.url("bankumctl")
    process.arguments = ["monitor", "--json=short"]
    process.environment = ["BANKUM_SOCKET": daemon.socket]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var lines = LineReader(pipe.fileHandleForReading)
    let first = try #require(try lines.next()?["event"] as? [String: Any])
    #expect(first["name"] as? String == "state")
    #expect((first["detail"] as? [String: String])?["state"] == "running")
    _ = try daemon.ctl("reload")
    var names: [String] = []
    for _ in 0..<3 { names.append((try lines.next()?["event"] as? [String: Any])?["name"] as? String ?? "") }
    #expect(names == ["state", "reloaded", "state"])
    #expect(daemon.stop() == 0)
    var last: [String: Any]?
    while let event = try lines.next()?["event"] as? [String: Any] { last = event }
    #expect((last?["detail"] as? [String: String])?["state"] == "stopping")
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try daemon.ctl("call", "org.bankum.Service.Monitor").status == 69)
  }
}

/// JSON objects, one a line, as they come.
struct LineReader {
  private let handle: FileHandle
  private var buffer = Data()

  init(_ handle: FileHandle) {
    self.handle = handle
  }

  mutating func next() throws -> [String: Any]? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = buffer[buffer.startIndex..<end]
        buffer = Data(buffer[(end + 1)...])
        return try JSONSerialization.jsonObject(with: line) as? [String: Any]
      }
      let data = handle.availableData
      if data.isEmpty { return nil }
      buffer += data
    }
  }
}
