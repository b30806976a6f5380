import Foundation
import Testing

@Suite("Undoing imports, and the review, through the client")
struct ReviewMethodTests {
  static let methods = [
    "org.bankum.Registry.ListImports", "org.bankum.Registry.UndoImport", "org.bankum.Registry.ListReviews",
    "org.bankum.Registry.ShowReview", "org.bankum.Registry.ResolveReview",
  ]

  /// A list of so many people.
  private func list(_ numbers: some Sequence<Int>) -> String {
    "NO REG;Nama;Tgl Masuk\n" + numbers.map { "A.II.\($0)/2026;ORANG REKAAN \($0);01/10/2026\n" }.joined()
  }

  @Test("whoever is not in a full list is missing: the number is confirmed, the review asks, and it can be undone")
  func departures() throws {
    let daemon = try PrivateDaemon()
    #expect(try daemon.ctl("import", "inmates", "-", input: list(1...50)).status == 0)
    let dry = try daemon.ctl(
      "import", "inmates", "-", "--scope", "full", "--dry-run", "--lang", "en", input: list(3...50))
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.output.contains("ORANG REKAAN 2") && dry.output.contains("--departures 2"))
    let refused = try daemon.ctl("import", "inmates", "-", "--scope", "full", "--lang", "en", input: list(3...50))
    #expect(refused.status == 1 && refused.errors.contains("2 of 50"))
    let done = try daemon.ctl(
      "import", "inmates", "-", "--scope=full", "--departures=2", "--json", input: list(3...50))
    #expect(try done.json()["departures"].map { ($0 as? [Any])?.count } == 2)
    let reviews = try daemon.ctl("review", "list", "--json").json()
    let entry = (reviews["reviews"] as? [[String: Any]])?.first
    let id = try #require(entry?["review"] as? String)
    #expect(reviews["total"] as? Int == 2)
    let shown = try daemon.ctl("review", "show", id, "--lang", "id")
    #expect(shown.output.contains("tidak ada di daftar") && shown.output.contains("ORANG REKAAN"))
    #expect(try daemon.ctl("review", "resolve", id, "here", "--lang", "en").output.contains("decided"))
    #expect(try daemon.ctl("review", "resolve", id, "here").status == 1)
    let table = try daemon.ctl("import", "list", "--lang", "en")
    #expect(table.lines.count == 3 && table.lines.allSatisfy { $0.count <= 80 })
    let undone = try daemon.ctl("import", "undo", "2", "--lang", "en")
    #expect(undone.status == 2 && undone.output.contains("changed since"))
    #expect(try daemon.ctl("import", "undo", "2").status == 1)
    #expect(try daemon.ctl("import", "undo", "7").status == 1)
    #expect(try daemon.ctl("import", "undo", "x").status == 64)
    #expect(try daemon.ctl("review", "list", "--json").json()["total"] as? Int == 0)
    for (method, parameters) in zip(Self.methods, ["{}", #"{"import":9}"#, "{}", #"{"review":"x"}"#]) {
      #expect([0, 1, 65].contains(try daemon.ctl("call", method, parameters).status), "\(method)")
    }
  }

  @Test("a file with thousands of mistakes fills no terminal, and programs get every one")
  func manyMistakes() throws {
    let daemon = try PrivateDaemon()
    let file = "NO REG;Nama;Tgl Masuk\n" + (1...3_000).map { "X\($0);NAMA;kemarin\n" }.joined()
    let text = try daemon.ctl("import", "inmates", "-", "--lang", "en", input: file)
    #expect(text.status == 65)
    #expect(text.errors.split(separator: "\n").count == 102)
    #expect(text.errors.contains("and 5,900 more"))
    let object = try daemon.ctl("import", "inmates", "-", "--json", input: file).json()
    let problems = (object["parameters"] as? [String: Any])?["problems"] as? [Any]
    #expect(problems?.count == 6_000)
    #expect(object["error"] as? String == "org.bankum.Service.Invalid")
  }
}
