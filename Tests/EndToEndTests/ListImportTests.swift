import Foundation
import Testing

/// What a list exports the importer of its kind takes back.
@Suite("The CSV file of a list")
struct ListImportTests {
  /// Every kind of import with the list of such things; what no list has, with why.
  private static let lists: [(kind: String, words: [String])] = [
    ("inmates", ["inmate", "list"]), ("terms", ["term", "list"]), ("hearings", ["hearing", "list"]),
    ("cases", ["case", "list"]), ("requests", ["request", "list"]), ("partners", ["partner", "list"]),
    ("advocates", ["advocate", "list"]), ("availability", ["availability", "list"]), ("rooms", ["room", "list"]),
    ("blocks", ["block", "list"]), ("keepapart", ["keepapart", "list"]), ("mandates", ["mandate", "list"]),
    ("timetable", ["training", "list"]), ("holidays", ["calendar", "list"]),
  ]

  @Test("is taken back by the importer: everything in it is known, and nothing changes", arguments: [false, true])
  func roundTrip(isForExcel: Bool) throws {
    let daemon = try PrivateDaemon()
    try RegisterMethodTests.load(daemon)
    let names = try RegisterMethodTests.names(daemon)
    let advocate = try #require(names["A"])
    for words in [
      [
        "term", "add", "A.III.1/2026", "--stage", "A.III", "--letter", "P/1", "--from", "2026-11-02", "--to",
        "2026-12-01",
      ],
      ["hearing", "add", "A.III.1/2026", "2026-11-26", "--court", "PN Medan"],
      ["keepapart", "add", "A.III.1/2026", "A.III.3/2026", "--reason", "fight"],
      ["mandate", "add", "A.III.1/2026", "--advocate", advocate, "--letter", "=SK/1"],
      ["calendar", "close", "2026-12-28..2026-12-29", "--reason", "=libur"],
      // What a spreadsheet would take for a formula.
      ["inmate", "set", "A.III.2/2026", "--alias", "=1+1"],
      ["request", "add", "A.III.1/2026", "assistance", "--topic", "@banding"],
    ] {
      let outcome = try daemon.ctl(words: words + ["--lang", "en"])
      #expect(outcome.status == 0, "\(words): \(outcome.errors)")
    }
    for (kind, words) in Self.lists {
      let file = try daemon.ctl(words: words + (isForExcel ? ["--excel"] : ["--format", "csv"]))
      #expect(file.status == 0, "\(kind): \(file.errors)")
      let back = try daemon.ctl(
        words: ["import", kind, "-", "--dry-run", "--json=short"], input: file.output)
      let line = (try back.json()["lines"] as? [[String: Any]])?.first ?? [:]
      func count(_ name: String) -> Int { line[name] as? Int ?? -1 }
      #expect(
        back.status == 0 && count("added") == 0 && count("changed") == 0 && count("doubtful") == 0 && count("same") > 0,
        "\(kind): \(line) \(back.errors)\n\(file.output.prefix(600))")
    }
  }
}
