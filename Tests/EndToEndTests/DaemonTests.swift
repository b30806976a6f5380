import Foundation
import Testing

@Suite("bankumd")
struct DaemonTests {
  @Test("--check tells everything that is wrong with the configuration, with its place, and ends with 78")
  func check() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bankum-check-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "bankum.yaml")
    func check(_ text: String) throws -> Program.Outcome {
      try Data(text.utf8).write(to: file)
      return try Program.run("bankumd", ["--check", "--config", file.path], environment: ["LC_ALL": "en_GB.UTF-8"])
    }
    #expect(try check("").status == 0)
    #expect(try check("# nothing\n").status == 0)
    #expect(try check("language: en\nlogLevel: debug\nlimits:\n  idleSeconds: 0\n").status == 0)
    let table: [(String, [String])] = [
      ("langauge: en\n", [":1:1:"]), ("language: [en]\n", [":1:11:"]),
      ("zone: 7\nlogLevel: loud\n", [":1:7:", ":2:11:"]),
      ("limits:\n  connections: 3\n", [":2:16:"]), ("limits: 5\n", [":1:9:"]), ("- a\n", [":1:1:"]),
      ("a: b: c\n", [":1:5:"]), ("language: en\nlanguage: id\n", [":2:1:"]), ("\"language\n", [":"]),
    ]
    for (text, places) in table {
      let outcome = try check(text)
      #expect(outcome.status == 78, "\(text): \(outcome)")
      for place in places { #expect(outcome.errors.contains("bankum.yaml\(place)"), "\(text): \(outcome.errors)") }
    }
    #expect(try Program.run("bankumd", ["--check", "--config", "/nonexistent"]).status == 78)
  }

  @Test("a pipe as configuration is refused at once; what the file says reaches no terminal as it is")
  func oddConfiguration() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bankum-odd-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(try Program.run("bankumd", ["--check", "--config", pipe]).status == 78)
    let file = folder.appending(path: "bankum.yaml")
    try Data("\"\\e[31m\": 1\n".utf8).write(to: file)
    let escape = try Program.run("bankumd", ["--check", "--config", file.path])
    #expect(escape.status == 78)
    #expect(escape.errors.contains("\\u{1B}[31m") && !escape.errors.contains("\u{1B}"))
    try Data((0..<1_000).map { "key\($0): 1\n" }.joined().utf8).write(to: file)
    #expect(try Program.run("bankumd", ["--check", "--config", file.path]).errors.split(separator: "\n").count == 100)
  }

  @Test("wrong usage ends with 64", arguments: [["--nope"], ["--clock", "now"], ["extra"]])
  func usage(words: [String]) throws {
    #expect(try Program.run("bankumd", words).status == 64)
  }

  @Test("a second daemon on the same state folder ends with 75 and leaves the first alone")
  func second() throws {
    let daemon = try PrivateDaemon()
    let state = daemon.folder.appending(path: "state").path
    let other = try Program.run("bankumd", ["--socket", daemon.folder.path + "/t", "--state", state])
    #expect(other.status == 75)
    let third = try Program.run(
      "bankumd", ["--socket", daemon.socket, "--state", daemon.folder.appending(path: "other").path])
    #expect(third.status == 75)
    #expect(try daemon.ctl("status").status == 0)
  }

  @Test("SIGTERM ends it within a second, with open and with busy connections, and the socket is gone")
  func stop() throws {
    let daemon = try PrivateDaemon()
    let monitor = Process()
    monitor.executableURL = Program.url("bankumctl")
    monitor.arguments = ["--socket", daemon.socket, "monitor"]
    monitor.standardOutput = FileHandle.nullDevice
    monitor.standardError = FileHandle.nullDevice
    try monitor.run()
    #expect(try daemon.ctl("status").status == 0)
    let began = ContinuousClock.now
    #expect(daemon.stop() == 0)
    // The system tests measure the second; here other tests keep the machine busy.
    #expect(ContinuousClock.now - began < .seconds(10))
    #expect(!FileManager.default.fileExists(atPath: daemon.socket))
    monitor.waitUntilExit()
    #expect(monitor.terminationStatus == 0)
  }
}
