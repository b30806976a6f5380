import Foundation
import Testing

@Suite("bankumctl over ssh, and writes without an answer", .timeLimit(.minutes(2)))
struct RemoteTests {
  /// A folder with a program `ssh` that does this.
  private static func shell(_ script: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ssh-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appending(path: "ssh")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return folder
  }

  private static func remote(_ script: String, _ words: [String]) throws -> Program.Outcome {
    let folder = try shell(script)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try Program.run(
      "bankumctl", ["-H", "rutan", "--lang", "en"] + words, environment: ["PATH": folder.path + ":/usr/bin:/bin"])
  }

  @Test(
    "an ssh that never answers is ended after --timeout, also one that takes no hint",
    arguments: ["exec sleep 60", "trap '' TERM; while :; do sleep 1; done"], ["status", "monitor"])
  func silent(script: String, verb: String) throws {
    let began = ContinuousClock.now
    let outcome = try Self.remote(script, ["--timeout", "1", verb])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("did not answer within 1 second"), "\(outcome.errors)")
    #expect(ContinuousClock.now - began < .seconds(20))
  }

  @Test("an ssh that a signal ends is a failure")
  func signalled() throws {
    let outcome = try Self.remote("kill -9 $$", ["status"])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("ssh ended with status 137"), "\(outcome.errors)")
  }

  @Test("a write that the way to the daemon swallowed is of unknown outcome; one that never set out is not")
  func lostOnTheWay() throws {
    let answer = #"{"parameters":{"uid":1,"roles":[],"partner":null,"advocate":null,"language":"en"}}"#
    let swallowed = try Self.remote("printf '\(answer)\\000'; head -c 200 >/dev/null; kill -9 $$", ["plan", "publish"])
    #expect(swallowed.status == 75, "\(swallowed.errors)")
    #expect(swallowed.errors.contains("--key "))
    let never = try Self.remote("exit 255", ["plan", "publish"])
    #expect(never.status == 69)
    #expect(!never.errors.contains("--key "))
  }

  @Test("a write that is not answered in time is of unknown outcome, and names its key and how to ask again with it")
  func timedOut() throws {
    let daemon = try FakeDaemon(answering: "")
    let words = ["--socket", daemon.socket, "--timeout", "1", "plan", "publish", "--lang", "en"]
    let outcome = try Program.run("bankumctl", words)
    #expect(outcome.status == 75)
    #expect(outcome.errors.contains("--key "), "\(outcome.errors)")
    let object = try Program.run("bankumctl", words + ["--key", "k-17", "--json=short"])
    #expect(object.status == 75)
    #expect(try object.json()["error"] as? String == "org.bankum.Service.OutcomeUnknown")
    #expect((try object.json()["parameters"] as? [String: Any])?["idempotencyKey"] as? String == "k-17")
    let reading = try Program.run("bankumctl", ["--socket", daemon.socket, "--timeout", "1", "status", "--lang", "en"])
    #expect(reading.status == 69)
  }

  @Test("asked again with its key a write is done once")
  func again() throws {
    let daemon = try PrivateDaemon()
    let words = ["role", "grant", "4242", "runner", "--key", "k-1"]
    #expect(try daemon.ctl(words: words).status == 0)
    #expect(try daemon.ctl("role", "revoke", "4242", "runner").status == 0)
    #expect(try daemon.ctl(words: words).status == 0)
    #expect(try !daemon.ctl("role", "list", "--format", "csv").output.contains("4242"), "it was done a second time")
    #expect(try daemon.ctl("role", "grant", "4243", "runner", "--key", "k-1").status == 65)
  }
}
