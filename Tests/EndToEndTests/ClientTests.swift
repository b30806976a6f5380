import Foundation
import Testing

@Suite("bankumctl")
struct ClientTests {
  @Test("tells the next command when there is no daemon, and ends with 69")
  func noDaemon() throws {
    let missing = try Program.run("bankumctl", ["--socket", "/nonexistent/s", "status", "--lang", "en"])
    #expect(missing.status == 69)
    #expect(missing.output.isEmpty)
    #expect(missing.errors.contains("bankumd --socket /nonexistent/s"))

    let standard = try Program.run("bankumctl", ["--socket", "/run/bankum/org.bankum", "status", "--lang", "en"])
    if standard.status == 69 { #expect(standard.errors.contains("sudo systemctl start bankumd.socket")) }

    // A socket file that nobody listens on any more.
    let daemon = try PrivateDaemon()
    daemon.signal(SIGKILL)
    daemon.stop()
    let dead = try daemon.ctl("status", "--lang", "en")
    #expect(dead.status == 69)
    #expect(dead.errors.contains("bankumd --socket \(daemon.socket)"))
  }

  @Test("the advice for a dead private daemon works: started again at the same place it answers")
  func adviceWorks() throws {
    let daemon = try PrivateDaemon()
    daemon.signal(SIGKILL)
    daemon.stop()
    let again = Process()
    again.executableURL = Program.url("bankumd")
    again.arguments = ["--socket", daemon.socket, "--state", daemon.folder.appending(path: "state").path]
    again.standardError = FileHandle.nullDevice
    try again.run()
    defer {
      again.terminate()
      again.waitUntilExit()
    }
    #expect(try daemon.ctl("wait", "--timeout", "20").status == 0)
  }

  @Test("wait gives up in time with 69, and returns at once when the daemon is there")
  func wait() throws {
    let outcome = try Program.run(
      "bankumctl", ["--socket", "/nonexistent/s", "wait", "--timeout", "0", "--lang", "en"])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("0 seconds"))
  }

  @Test(
    "half a verb, or a wrong second half, is told where its verbs are listed",
    arguments: [["import"], ["import", "foo"]])
  func halfVerb(words: [String]) throws {
    for language in ["en", "id"] {
      let outcome = try Program.run("bankumctl", words + ["--lang", language])
      #expect(outcome.status == 64 && outcome.errors.contains("bankumctl help import\n"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test(
    "wrong usage ends with 64, before anything is called",
    arguments: [
      ["frobnicate"], ["status", "--nope"], ["status", "extra"], ["call"], ["call", "nodot"], ["--json=xml", "status"],
      ["--lang", "fr", "status"], ["wait", "--timeout", "soon"], ["--socket"], ["completion", "tcsh"], [],
      ["-H", "host", "--socket", "/s", "status"], ["status", "--lang", "id", "--lang", "en"], ["help", "frobnicate"],
      ["call", "--more", "--oneway", "a.b.C"], ["-H", "-oProxyCommand=x", "status"],
    ])
  func usage(words: [String]) throws {
    let outcome = try Program.run("bankumctl", words)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(!outcome.errors.isEmpty)
  }

  @Test(
    "bad JSON ends with 65 and its place",
    arguments: [("{", "1:2"), ("{\"a\":1,\n\"a\":2}", "2:1"), ("[1]", "argumen: ")])
  func badJSON(text: String, place: String) throws {
    let argument = try Program.run("bankumctl", ["call", "org.bankum.Service.WhoAmI", text])
    #expect(argument.status == 65)
    #expect(argument.errors.contains(place))
    let input = try Program.run("bankumctl", ["call", "org.bankum.Service.WhoAmI", "-"], input: text)
    #expect(input.status == 65)
    #expect(input.errors.contains(place.replacing("argumen", with: "masukan standar")))
  }

  @Test("errors of the daemon have their exit status, their parameters, and a hint that works")
  func errors() throws {
    let daemon = try PrivateDaemon()
    let unknown = try daemon.ctl("call", "org.bankum.Service.GetStatus", #"{"a": 1}"#)
    #expect(unknown.status == 65)
    #expect(try unknown.json()["parameter"] as? String == "a")
    #expect(try daemon.ctl("call", "org.bankum.Service.Nope").status == 65)
    #expect(try daemon.ctl("call", "org.nobody.Here").status == 65)
    let more = try daemon.ctl("call", "org.bankum.Service.Monitor", "--lang", "en")
    #expect(more.status == 65)
    #expect(more.errors.contains("bankumctl call --more org.bankum.Service.Monitor"))
    let info = try daemon.ctl("call", "org.varlink.service.GetInfo")
    #expect(info.status == 0)
    #expect(try info.json()["product"] as? String == "bankumd")
  }

  @Test("speaks Indonesian unless the locale or an option says English")
  func language() throws {
    let daemon = try PrivateDaemon()
    #expect(try daemon.ctl("status").output.contains("Status"))
    #expect(try daemon.ctl("status", environment: ["LC_ALL": "en_US.UTF-8"]).output.contains("State"))
    #expect(try daemon.ctl("status", environment: ["LC_ALL": "", "LANG": "en_US.UTF-8"]).output.contains("State"))
    #expect(try daemon.ctl("status", "--lang=id", environment: ["LC_ALL": "en_US.UTF-8"]).output.contains("Status"))
  }

  @Test("help of verbs of two words fits the screen", arguments: ["id", "en"])
  func groups(language: String) throws {
    for verb in [
      ["role"], ["role", "grant"], ["import"], ["import", "house"], ["import", "inmates"], ["run"], ["plan"],
    ] {
      let help = try Program.run("bankumctl", ["help"] + verb + ["--lang", language])
      for line in help.lines { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test("help of every verb names its options, in both languages")
  func help() throws {
    let verbs = ["status", "whoami", "wait", "monitor", "call", "reload", "bridge", "completion", "help"]
    for language in ["id", "en"] {
      let overview = try Program.run("bankumctl", ["help", "--lang", language])
      #expect(overview.status == 0)
      for verb in verbs {
        #expect(overview.output.contains("\n  \(verb) "))
        let help = try Program.run("bankumctl", ["help", verb, "--lang", language])
        for line in overview.lines + help.lines { #expect(line.count <= 80, "\(line)") }
        #expect(help.output.contains("bankumctl \(verb)"))
        #expect(try Program.run("bankumctl", [verb, "--help", "--lang", language]).output == help.output)
        let offered = try Program.run("bankumctl", ["__complete", "--", verb, "--"]).lines
        let own = offered.filter { !overview.output.contains($0.prefix { $0 != "=" }) && $0 != "--host" }
        for option in own { #expect(help.output.contains(option), "\(verb) \(option)") }
      }
    }
  }

  @Test("completion offers verbs, options, values and methods")
  func completion() throws {
    func offers(_ words: String...) throws -> [String] {
      try Program.run("bankumctl", ["__complete", "--"] + words).lines
    }
    #expect(try offers("st") == ["status"])
    #expect(try offers("status", "--no-l") == ["--no-legend"])
    #expect(try offers("--lang", "") == ["id", "en"])
    #expect(try offers("--socket", "") == [":files"])
    #expect(try offers("completion", "b") == ["bash"])
    #expect(try offers("call", "org.bankum.Service.W") == ["org.bankum.Service.WhoAmI"])
    #expect(try offers("help", "rel") == ["reload"])
    #expect(try offers("--socket=x") == [":files"])
    #expect(try offers("--lang=e") == ["--lang=en"])
    #expect(try offers("--json=p") == ["--json=pretty"])
    for shell in ["bash", "zsh", "fish"] {
      #expect(try Program.run("bankumctl", ["completion", shell]).output.contains("bankumctl __complete"))
    }
  }

  @Test("completion offers ids that the daemon knows, and says nothing when there is no daemon")
  func identifiers() throws {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    let listed = try daemon.ctl("call", "org.bankum.Service.ListIdentifiers", #"{"kind":"advocate"}"#).json()
    let advocates = try #require(listed["identifiers"] as? [String])
    #expect(advocates.count > 10)
    #expect(try daemon.ctl("__complete", "--", "docket", "--advocate", "").lines == advocates)
    let typed = advocates[0].dropLast(3).lowercased()
    #expect(try daemon.ctl("__complete", "--", "docket", "--advocate=\(typed)").lines == ["--advocate=\(advocates[0])"])
    #expect(try daemon.ctl("call", "org.bankum.Service.ListIdentifiers", #"{"kind":"nobody"}"#).status == 65)
    // The options that are being completed say whom to ask.
    let other = try Program.run(
      "bankumctl", ["__complete", "--", "--socket", daemon.socket, "docket", "--advocate", advocates[0]])
    #expect(other.lines == [advocates[0]])
    daemon.stop()
    let silent = try daemon.ctl("__complete", "--", "docket", "--advocate", "")
    #expect(silent.status == 0 && silent.output.isEmpty && silent.errors.isEmpty)
    let remote = try daemon.ctl("__complete", "--", "-H", "nowhere", "docket", "--advocate", "")
    #expect(remote.status == 0 && remote.output.isEmpty && remote.errors.isEmpty)
  }

  @Test("bridge goes on reading answers while the daemon takes no more calls")
  func bridgeUnderPressure() throws {
    let daemon = try PrivateDaemon()
    let method = "org.varlink.service.GetInterfaceDescription"
    let call = #"{"method":"\#(method)","parameters":{"interface":"org.bankum.Service"}}"# + "\0"
    let (input, output) = (daemon.folder.appending(path: "calls"), daemon.folder.appending(path: "replies"))
    try Data(String(repeating: call, count: 5_000).utf8).write(to: input)
    let words = [Program.url("bankumctl").path, "--socket", daemon.socket, "bridge"]
    let outcome = try Program.shell("exec timeout 60 \(words.joined(separator: " ")) <\(input.path) >\(output.path)")
    #expect(outcome.status == 0)
    #expect(try Data(contentsOf: output).count { $0 == 0 } == 5_000)
  }

  @Test("what cannot be written ends with 74 and a reason; a socket never takes the place of a closed stream")
  func closedStreams() throws {
    let daemon = try PrivateDaemon()
    let status = "\(Program.url("bankumctl").path) --socket \(daemon.socket) --lang en status"
    for redirection in [">/dev/full", ">&-", "<&- >&-"] {
      let outcome = try Program.shell("\(status) \(redirection)")
      #expect(outcome.status == 74, "\(redirection)")
      #expect(outcome.errors.contains("could not be written"), "\(redirection)")
    }
    #expect(try Program.shell("\(status) <&- 2>&-").status == 0)
    #expect(try Program.shell("\(status) --nope 2>/dev/full").status == 64)
    #expect(try Program.shell("\(status) >&- 2>&-").status == 74)
    #expect(!daemon.logText.contains("fault"))
  }

  @Test("monitor misses nothing when the daemon has to be asked for the language")
  func monitorWithoutLocale() throws {
    let daemon = try PrivateDaemon()
    let monitor = Process()
    monitor.executableURL = Program.url("bankumctl")
    monitor.arguments = ["--socket", daemon.socket, "monitor"]
    monitor.environment = ["LC_ALL": "C.UTF-8"]
    let output = Pipe()
    monitor.standardOutput = output
    monitor.standardError = FileHandle.nullDevice
    try monitor.run()
    var seen = output.fileHandleForReading.availableData
    #expect(try daemon.ctl("reload").status == 0)
    #expect(daemon.stop() == 0)
    seen += output.fileHandleForReading.readDataToEndOfFile()
    monitor.waitUntilExit()
    let text = String(decoding: seen, as: UTF8.self)
    #expect(!text.contains("terlewat"), "\(text)")
    #expect(text.contains("Konfigurasi dimuat ulang"), "\(text)")
  }

  @Test("bridge passes bytes both ways and ends with its input")
  func bridge() throws {
    let daemon = try PrivateDaemon()
    let call = #"{"method":"org.bankum.Service.WhoAmI"}"# + "\0"
    let outcome = try daemon.ctl("bridge", input: call + call)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\0").count == 2)
    #expect(outcome.output.hasSuffix("\0"))
  }
}
