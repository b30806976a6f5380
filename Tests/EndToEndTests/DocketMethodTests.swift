import Foundation
import Testing

@Suite("The docket, through the client")
struct DocketMethodTests {
  static let methods = ["org.bankum.Docket.List", "org.bankum.Docket.Export"]

  private static func published() throws -> PrivateDaemon {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    let run = try daemon.ctl("assign", "--publish", "--effort", "2")
    guard run.status == 0 else { throw PrivateDaemon.Failure(text: run.errors) }
    return daemon
  }

  private static let period = ["--from", "2026-11-23", "--to", "2026-12-04"]

  private func ctl(_ daemon: PrivateDaemon, _ words: [String], input: String = "") throws -> Program.Outcome {
    try Program.run(
      "bankumctl", words, environment: ["BANKUM_SOCKET": daemon.socket, "LC_ALL": "en_GB.UTF-8"], input: input)
  }

  /// Whether a line of the screen has the hours of a meeting and the first name of whom it is for.
  private static func shows(_ screen: [String], _ session: [String: Any]) throws -> Bool {
    let start = try #require((session["start"] as? String)?.dropFirst(11).prefix(5))
    let name = try #require(((session["inmate"] as? [String: Any])?["name"] as? String)?.split(separator: " ").first)
    return screen.contains { line in
      (line.contains(start) || line.contains(start.replacing(":", with: "."))) && line.contains(name)
    }
  }

  @Test("is a table with version, print time and pages, JSON as on the wire, or the change slip")
  func forms() throws {
    let daemon = try Self.published()
    let table = try ctl(daemon, ["docket"] + Self.period)
    #expect(table.lines.first == "Schedule version 1, 2026-11-23 to 2026-12-04")
    #expect(table.lines.dropFirst().first?.hasPrefix("Printed 2026-11-23 ") == true)
    #expect(table.lines.dropFirst().first?.hasSuffix("; 3 lines, page 1 of 1") == true)
    let pages = try ctl(daemon, ["docket", "--page-lines", "2"] + Self.period)
    #expect(pages.output.contains("page 1 of 2") && pages.output.contains("page 2 of 2"))
    let json = try ctl(daemon, ["docket", "--format", "json"] + Self.period).json()
    let sessions = try #require(json["sessions"] as? [[String: Any]])
    #expect(sessions.count == 3)
    for language in ["id", "en"] {
      for words in [["--since", "0"], []] {
        let screen = try daemon.screen(["docket", "--lang", language] + words + Self.period)
        for session in sessions { #expect(try Self.shows(screen, session), "\(language) \(words): \(screen)") }
        for line in screen { #expect(line.count <= 80, "\(line)") }
      }
    }
    #expect(json["changes"] is NSNull)
    let slip = try ctl(daemon, ["docket", "--since", "0"] + Self.period)
    #expect(slip.lines.first == "Changes from version 0 to version 1, 2026-11-23 to 2026-12-04")
    #expect(slip.lines.count { $0.hasPrefix("new") } == 3)
    #expect(try ctl(daemon, ["docket", "--since", "1"] + Self.period).output.contains("; 0 lines, page 1 of 1"))
    #expect(try ctl(daemon, ["docket", "--since", "9"]).status == 65)
    #expect(try ctl(daemon, ["docket", "--block", "a", "--week", "2026-11-24"]).status == 0)
    for wrong in [
      ["docket", "--date", "2026-11-24", "--week", "2026-11-24"], ["docket", "--names"],
      ["docket", "--format", "csv", "--since", "1"], ["docket", "--format", "html"],
    ] {
      #expect(try ctl(daemon, wrong).status == 64, "\(wrong)")
    }
  }

  @Test("as CSV has an empty outcome that the import of outcomes takes back when it is filled")
  func roundTrip() throws {
    let daemon = try Self.published()
    let plain = try ctl(daemon, ["docket", "--format", "csv"] + Self.period).output
    #expect(plain.hasPrefix("id,outcome,followUp,date,"))
    let csv = try ctl(daemon, ["docket", "--excel"] + Self.period).output
    #expect(csv.unicodeScalars.first == "\u{FEFF}")
    var rows = csv.split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
    #expect(rows.count == 4)
    let column = try #require(rows[0].firstIndex(of: "outcome"))
    #expect(rows.dropFirst().allSatisfy { $0[column].isEmpty })
    rows[1][column] = "held"
    rows[2][column] = "tidak dibawa"
    let filled = rows.map { $0.joined(separator: ";") }.joined(separator: "\r\n") + "\r\n"
    // What nobody accepts lapses meanwhile, so the offers are accepted first.
    let offered = try ctl(daemon, ["docket", "--json=short"] + Self.period).json()
    for session in offered["sessions"] as? [[String: Any]] ?? [] {
      let request = try #require(session["request"] as? String)
      #expect(try ctl(daemon, ["request", "accept", request]).status == 0)
    }
    // Nobody knows how a meeting ends before it has begun: the same register, two weeks later.
    #expect(try ctl(daemon, ["import", "outcomes", "-"], input: filled).status == 65)
    daemon.stop()
    let later = Process()
    later.executableURL = Program.url("bankumd")
    later.arguments = [
      "--socket", daemon.socket, "--state", daemon.folder.appending(path: "state").path, "--clock",
      "2026-12-05T08:00+07:00",
    ]
    later.standardError = FileHandle.nullDevice
    try later.run()
    defer {
      later.terminate()
      later.waitUntilExit()
    }
    #expect(try ctl(daemon, ["wait", "--timeout", "20"]).status == 0)
    let back = try ctl(daemon, ["import", "outcomes", "-"], input: filled)
    #expect(back.status == 0, "\(back.errors)")
    let json = try ctl(daemon, ["docket", "--json=short"] + Self.period).json()
    let states = (json["sessions"] as? [[String: Any]] ?? []).map { $0["status"] as? String }
    #expect(states == ["held", "notBrought", "unreported"])
  }

  @Test("as a calendar has no names unless they are asked for, and the audit log knows who asked")
  func calendar() throws {
    let daemon = try Self.published()
    let plain = try ctl(daemon, ["docket", "--format", "ics"] + Self.period)
    #expect(plain.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(plain.output.split(separator: "\r\n").count { $0 == "BEGIN:VEVENT" } == 3)
    #expect(!plain.output.contains("CONTOH"))
    let named = try ctl(daemon, ["docket", "--format", "ics", "--names"] + Self.period)
    #expect(named.output.contains("CONTOH"))
    #expect(try daemon.ctl("call", Self.methods[1], #"{"format":"pdf"}"#).status == 65)
    #expect(try daemon.ctl("call", Self.methods[0], #"{"advocate":"x"}"#).status == 65)
  }
}
