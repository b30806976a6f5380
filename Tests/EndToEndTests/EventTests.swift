import Foundation
import Testing

@Suite("Events, from the write to those who listen", .timeLimit(.minutes(3)))
struct EventTests {
  /// The events that a monitor has printed.
  private final class Monitor {
    private let process = Process()
    private var lines: LineReader

    init(_ daemon: PrivateDaemon, _ words: [String] = []) throws {
      process.executableURL = Program.url("bankumctl")
      process.arguments = ["--socket", daemon.socket, "monitor", "--json=short"] + words
      process.environment = ["LC_ALL": "C.UTF-8"]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      lines = LineReader(pipe.fileHandleForReading)
    }

    deinit {
      // Threads of the test block SIGTERM, and a child inherits that.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    func next() throws -> [String: Any] { try lines.next()?["event"] as? [String: Any] ?? [:] }

    func next(_ count: Int) throws -> [[String: Any]] { try (0..<count).map { _ in try next() } }
  }

  private static func name(_ event: [String: Any]) -> String { event["name"] as? String ?? "" }

  private static func detail(_ event: [String: Any]) -> [String: String] { event["detail"] as? [String: String] ?? [:] }

  private static func sequence(_ event: [String: Any]) throws -> String {
    String(try #require(event["sequence"] as? Int))
  }

  private static func file(_ daemon: PrivateDaemon) throws -> [[String: Any]] {
    let text = try String(contentsOf: daemon.folder.appending(path: "state/events.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  @Test("a committed write comes to monitor at once; after a reconnect --since goes on without a gap or a repeat")
  func since() throws {
    let daemon = try PrivateDaemon()
    let first = try Monitor(daemon)
    #expect(Self.name(try first.next()) == "state")
    for user in 1...3 { #expect(try daemon.ctl("role", "grant", "510\(user)", "runner").status == 0) }
    let seen = try first.next(3)
    #expect(seen.map(Self.name) == ["granted", "granted", "granted"])
    #expect(seen.map { Self.detail($0)["user"] } == ["5101", "5102", "5103"])
    #expect(Self.detail(seen[0])["role"] == "runner")
    // What came while nobody listened, and what comes now.
    #expect(try daemon.ctl("role", "revoke", "5101", "runner").status == 0)
    let second = try Monitor(daemon, ["--since", try Self.sequence(seen[1])])
    let state = try second.next()
    #expect(Self.name(state) == "state")
    #expect(try Self.sequence(state) == (try Self.sequence(seen[1])))
    let rest = try second.next(2)
    #expect(rest.map { Self.detail($0)["user"] } == ["5103", "5101"])
    #expect(Self.name(rest[1]) == "revoked")
    #expect(try Self.sequence(rest[0]) == (try Self.sequence(seen[2])))
    #expect(try daemon.ctl("role", "revoke", "5102", "runner").status == 0)
    #expect(Self.detail(try second.next())["user"] == "5102")
  }

  @Test("a person reads each event as a line in words, and how to go on", arguments: ["id", "en"])
  func words(language: String) throws {
    let daemon = try PrivateDaemon()
    let monitor = Process()
    monitor.executableURL = Program.url("bankumctl")
    monitor.arguments = ["--socket", daemon.socket, "monitor", "--lang", language]
    monitor.environment = ["LC_ALL": "C.UTF-8"]
    let (output, errors) = (Pipe(), Pipe())
    monitor.standardOutput = output
    monitor.standardError = errors
    try monitor.run()
    var text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    #expect(try daemon.ctl("role", "grant", "5101", "runner").status == 0)
    while !text.contains("5101") { text += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) }
    daemon.stop()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    monitor.waitUntilExit()
    #expect(text.contains(language == "id" ? "kini memegang peran" : "has a role now"), "\(text)")
    #expect(told.contains("bankumctl monitor --since "), "\(told)")
  }

  @Test("the file of events has what was committed, also across a kill, and the log says it with ids alone")
  func file() throws {
    let daemon = try PrivateDaemon()
    for user in 1...5 { #expect(try daemon.ctl("role", "grant", "520\(user)", "runner").status == 0) }
    kill(daemon.processID, SIGKILL)
    let later = Process()
    later.executableURL = Program.url("bankumd")
    later.arguments = [
      "--socket", daemon.socket, "--state", daemon.folder.appending(path: "state").path, "--clock",
      "2026-11-23T08:30+07:00",
    ]
    later.standardError = FileHandle.nullDevice
    try later.run()
    defer {
      later.terminate()
      later.waitUntilExit()
    }
    #expect(try daemon.ctl("wait", "--timeout", "20").status == 0)
    #expect(try daemon.ctl("role", "grant", "5206", "runner").status == 0)
    var granted: [String] = []
    for _ in 0..<100 where granted.count < 6 {
      granted =
        (try? Self.file(daemon))?.filter { Self.name($0) == "granted" }.map { Self.detail($0)["user"] ?? "" } ?? []
      usleep(100_000)
    }
    #expect(granted == (1...6).map { "520\($0)" })
    let numbers = try Self.file(daemon).compactMap { $0["sequence"] as? Int }
    #expect(numbers == Set(numbers).sorted())
    #expect(daemon.logText.contains("event=granted"), "\(daemon.logText)")
    #expect(daemon.logText.contains("user=5201"))
  }
}
