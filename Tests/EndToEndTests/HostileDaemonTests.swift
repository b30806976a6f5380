import Foundation
import Testing

@Suite("bankumctl against what is not our daemon", .timeLimit(.minutes(1)))
struct HostileDaemonTests {
  private static func reply(_ parameters: String, _ rest: String = "") -> String {
    #"{"parameters":\#(parameters)\#(rest)}"# + "\0"
  }

  /// C1, a mark that turns the direction, DEL: JSON lets them stand.
  private static let acting = "\u{9B}2J\u{202E}\u{7F}\u{E0001}"

  @Test("no text of a reply acts on a terminal, in JSON neither; the value stays the same", arguments: ["", "pretty"])
  func acting(form: String) throws {
    let daemon = try FakeDaemon(answering: Self.reply(#"{"a":"\#(Self.acting)"}"#))
    let words = ["--socket", daemon.socket, "call", "a.b"] + (form.isEmpty ? [] : ["--json=\(form)"])
    let outcome = try Program.run("bankumctl", words)
    #expect(outcome.status == 0)
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) })
    #expect(try outcome.json()["a"] as? String == Self.acting)
  }

  @Test("sequences at the ends of the integers do not end monitor")
  func sequences() throws {
    func event(_ sequence: Int, _ rest: String = #","continues":true"#) -> String {
      Self.reply(#"{"event":{"name":"x","sequence":\#(sequence),"at":"y"}}"#, rest)
    }
    let daemon = try FakeDaemon(
      answering: event(.max) + event(.min) + event(.max) + event(.min) + event(0) + event(5) + event(6, ""))
    let outcome = try Program.run("bankumctl", ["--socket", daemon.socket, "monitor", "--lang", "en"])
    #expect(outcome.status == 0)
    #expect(outcome.lines == Array(repeating: "y  x", count: 7))
    #expect(outcome.errors.contains("--since 6"), "\(outcome.errors)")
  }

  @Test("a run that is committed and not published though asked ends with 2; a draft that was asked for ends with 0")
  func notPublished() throws {
    let run =
      #"{"id":"rn-7K3M9QX2","status":"feasible","objective":1,"bound":2,"gap":0.5,"placed":3,"waiting":4,"changes":0,"#
      + #""inputDigest":"00","milliseconds":5,"effort":1,"seed":1,"exceptions":0,"alarms":[]}"#
    let daemon = try FakeDaemon(answering: Self.reply(#"{"run":\#(run),"progress":null,"published":null}"#))
    let words = ["--socket", daemon.socket, "--lang", "en", "assign"]
    let asked = try Program.run("bankumctl", words + ["--publish"])
    #expect(asked.status == 2, "\(asked.errors)")
    #expect(asked.output.contains("rn-7K3M9QX2") && asked.output.contains("It was not published"))
    #expect(asked.lines.allSatisfy { $0.count <= 80 })
    #expect(try Program.run("bankumctl", words + ["--publish", "--json=short"]).status == 2)
    #expect(try Program.run("bankumctl", words + ["--publish", "--dry-run"]).status == 0)
    #expect(try Program.run("bankumctl", words + ["--publish", "--what-if", "cap ad-7K3M9QX2 2"]).status == 0)
    #expect(try Program.run("bankumctl", words).status == 0)
  }

  @Test("a large import of somebody who may not is refused before it is sent")
  func largeImport() throws {
    let daemon = try FakeDaemon(answering: #"{"error":"org.varlink.service.PermissionDenied"}"# + "\0")
    let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds/rutan-medan").path
    let outcome = try Program.run("bankumctl", ["--socket", daemon.socket, "import", "house", seeds, "--lang", "en"])
    #expect(outcome.status == 77)
    #expect(outcome.errors.contains("no right to call org.bankum.Registry.Import."), "\(outcome.errors)")
  }

  @Test("a refusal of several lines is shown as lines")
  func lines() throws {
    let error = #"{"error":"org.bankum.Service.Refused","parameters":{"rule":"a.b","text":"one\nt\u001bwo"}}"# + "\0"
    let daemon = try FakeDaemon(answering: error)
    let outcome = try Program.run("bankumctl", ["--socket", daemon.socket, "plan", "publish", "--lang", "en"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasSuffix("\n  one\n  t\\u{1B}wo\n"), "\(outcome.errors)")
    // A program gets the whole error on standard output.
    let words = ["--socket", daemon.socket, "plan", "publish", "--json=short"]
    let object = try Program.run("bankumctl", words).json()
    #expect(object["error"] as? String == "org.bankum.Service.Refused")
    #expect((object["parameters"] as? [String: Any])?["rule"] as? String == "a.b")
  }

  @Test("wait ends in time although the daemon never answers")
  func waitForSilence() throws {
    let daemon = try FakeDaemon(answering: "")
    let began = ContinuousClock.now
    let outcome = try Program.run("bankumctl", ["--socket", daemon.socket, "wait", "--timeout", "1"])
    #expect(outcome.status == 69)
    #expect(ContinuousClock.now - began < .seconds(20))
  }

  @Test("a reload that was refused for another reason does not speak of the configuration")
  func otherRefusal() throws {
    let error = #"{"error":"org.varlink.service.InvalidParameter","parameters":{"parameter":"idempotencyKey"}}"# + "\0"
    let daemon = try FakeDaemon(answering: error)
    let outcome = try Program.run("bankumctl", ["--socket", daemon.socket, "reload", "--lang", "en"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("idempotencyKey") && !outcome.errors.contains("configuration"))
  }

  @Test(
    "garbage ends with 70 and nothing but a sentence",
    arguments: ["xx\0", "[]\0", "\0", #"{"x":1}"# + "\0", #"{"continues":true}"# + "\0", reply(#"{"state":3}"#)])
  func garbage(answer: String) throws {
    let daemon = try FakeDaemon(answering: answer)
    let outcome = try Program.run("bankumctl", ["--socket", daemon.socket, "status", "--lang", "en"])
    #expect(outcome.status == 70)
    #expect(outcome.errors == "bankumctl: What answers at \(daemon.socket) is not the bankum service.\n")
  }
}
