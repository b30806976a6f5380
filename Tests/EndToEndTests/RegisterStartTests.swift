import Foundation
import Testing

/// The register at the start of the daemon: what is refused, with which words, and what a person may do about it.
@Suite struct RegisterStartTests {
  /// A daemon that has run and ended, with a state folder.
  private struct Ended {
    let daemon: PrivateDaemon
    var state: URL { daemon.folder.appending(path: "state") }

    init() throws {
      daemon = try PrivateDaemon(configuration: "language: en\n")
      #expect(daemon.logText.contains("The register is sealed with key 1, from the file "))
      #expect(daemon.stop() == 0)
    }

    func start(_ words: String...) throws -> Program.Outcome {
      try Program.run(
        "bankumd", ["--state", state.path, "--socket", daemon.socket, "--config", daemon.configuration.path] + words,
        environment: ["LC_ALL": "en_GB.UTF-8"])
    }

    func overwrite(_ name: String, _ change: (inout Data) -> Void) throws {
      let file = state.appending(path: name)
      var bytes = try Data(contentsOf: file)
      change(&bytes)
      try bytes.write(to: file)
    }
  }

  @Test("--check reads the whole register: 0 when it is whole, 65 with what is damaged when it is not")
  func check() throws {
    let ended = try Ended()
    let whole = try ended.start("--check")
    #expect(whole.status == 0)
    #expect(whole.output.contains("The register is whole, up to write "))
    // The source of a rule stands in the clear.
    try ended.overwrite("register.db") { bytes in
      guard let place = bytes.range(of: Data("Default of the house".utf8)) else {
        Issue.record("no rule in the file")
        return
      }
      bytes.replaceSubrange(place, with: repeatElement(UInt8(ascii: "x"), count: place.count))
    }
    let damaged = try ended.start("--check")
    #expect(damaged.status == 65)
    #expect(damaged.errors.contains("rule "), "\(damaged.errors)")
    #expect(damaged.errors.contains("The register is damaged: "))
  }

  @Test("Without the file that says what was acknowledged the start is refused; a person may accept the loss")
  func acceptLoss() throws {
    let ended = try Ended()
    try FileManager.default.removeItem(at: ended.state.appending(path: "head"))
    let refused = try ended.start()
    #expect(refused.status == 78)
    #expect(refused.errors.contains("bankumd --accept-loss"), "\(refused.errors)")
    let accepted = try ended.start("--accept-loss")
    #expect(accepted.status == 0)
    #expect(accepted.output.contains("written into the audit log"))
    #expect(try ended.start("--check").status == 0)
    #expect(try ended.start("--check", "--accept-loss").status == 64)
  }

  @Test("Keys without a register are refused, and nothing is made beside them")
  func keysAlone() throws {
    let ended = try Ended()
    for name in ["register.db", "head"] {
      try FileManager.default.removeItem(at: ended.state.appending(path: name))
    }
    #expect(try ended.start().status == 78)
    #expect(!FileManager.default.fileExists(atPath: ended.state.appending(path: "register.db").path))
  }

  @Test("A wrong key is called so")
  func wrongKey() throws {
    let ended = try Ended()
    try Data(("1 " + String(repeating: "ab", count: 32) + "\n").utf8).write(to: ended.state.appending(path: "keys"))
    let refused = try ended.start()
    #expect(refused.status == 78)
    #expect(refused.errors.contains("Wrong key"), "\(refused.errors)")
  }
}
