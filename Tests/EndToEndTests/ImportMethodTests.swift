import Foundation
import Testing

@Suite("Imports, through the client")
struct ImportMethodTests {
  static let methods = ["org.bankum.Registry.Import", "org.bankum.Registry.GetImportTemplate"]

  @Test("a whole facility comes in one call, larger than other callers may send")
  func house() throws {
    let daemon = try PrivateDaemon()
    let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds/rutan-medan").path
    let dry = try daemon.ctl("import", "house", seeds, "--dry-run", "--lang", "en")
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(try daemon.ctl("status", "--json=short").json()["inmates"] as? Int == 0)
    let reply = try daemon.ctl("import", "house", seeds, "--json=short").json()
    #expect(reply["import"] as? Int == 1)
    #expect(try daemon.ctl("status", "--json=short").json()["inmates"] as? Int == 3_290)
  }

  @Test("a wrong file is told with line and column, in both languages and 80 columns, and ends with 65")
  func wrongFile() throws {
    let daemon = try PrivateDaemon()
    let path = daemon.folder.appending(path: "salah.csv").path
    try Data("Blok;Jenis;Pengawal\nA;biasa;dua\n".utf8).write(to: URL(filePath: path))
    let english = try daemon.ctl("import", "blocks", path, "--lang", "en")
    #expect(english.status == 65)
    #expect(english.errors.contains("salah.csv:2:3: \"dua\"; expected: a whole number"))
    let indonesian = try daemon.ctl("import", "blocks", path, "--lang", "id")
    #expect(indonesian.errors.contains("salah.csv:2:3: \"dua\"; seharusnya: bilangan bulat"))
    #expect(indonesian.errors.split(separator: "\n").allSatisfy { $0.count <= 80 })
    for (words, reason) in [
      (["import", "blocks", "/nowhere"], "tidak ada"), (["import", "blocks", "/tmp"], "folder"),
      (["import", "house", "/nowhere"], "tidak ada"), (["import", "house", "/proc"], "misalnya inmates.csv"),
    ] {
      let unread = try daemon.ctl(words: words + ["--lang", "id"])
      #expect(unread.status == 65 && unread.errors.contains(reason), "\(unread.errors)")
    }
    #expect(try daemon.ctl("import", "blocks").status == 64)
  }

  @Test("what is expected is told in the words of the file and of the reader, with every wrong value, each once")
  func expectations() throws {
    let daemon = try PrivateDaemon()
    let path = daemon.folder.appending(path: "salah.csv").path
    let rows = "A.III.1/2026;CONTOH;01/10/2026;Q\nA.III.1/2026;CONTOH;01/10/2026;L\nA.III.2/2026;CONTOH;24/11/2026;\n"
    try Data(("NO REG;Nama;Tgl Masuk;JK\n" + rows).utf8).write(to: URL(filePath: path))
    let wrong = try daemon.ctl("import", "inmates", path, "--lang", "id")
    #expect(wrong.errors.contains("salah.csv:2:4: \"Q\"; seharusnya: salah satu dari: L/male, P/female"))
    try Data(("NO REG;Nama;Tgl Masuk;JK\n" + rows.replacing("Q", with: "L")).utf8).write(to: URL(filePath: path))
    let joined = try daemon.ctl("import", "inmates", path, "--lang", "en")
    #expect(joined.status == 65)
    #expect(joined.errors.split(separator: "\n").count { $0.contains("salah.csv:3:1") } == 1, "\(joined.errors)")
    let later = "salah.csv:4:3: \"2026-11-24\"; expected: a day up to 2026-11-23"
    #expect(joined.errors.contains(later), "\(joined.errors)")
    let limit = try daemon.ctl("import", "list", "--limit", "0", "--lang", "id")
    #expect(limit.errors.contains("limit: \"0\"; seharusnya: bilangan bulat 1 sampai 1000"), "\(limit.errors)")
    let none = try daemon.ctl("role", "grant", "1", "advocate", "--lang", "en")
    #expect(none.errors.contains("advocate: expected: a value; it must be given"), "\(none.errors)")
  }

  @Test("departures that are too many are refused in lines that a person can read")
  func departures() throws {
    let daemon = try PrivateDaemon()
    let path = daemon.folder.appending(path: "penghuni.csv").path
    func write(_ count: Int) throws {
      let rows = (1...count).map { "A.III.\($0)/2026;CONTOH \($0);01/10/2026\n" }.joined()
      try Data(("NO REG;Nama;Tgl Masuk\n" + rows).utf8).write(to: URL(filePath: path))
    }
    try write(9)
    #expect(try daemon.ctl("import", "inmates", path).status == 0)
    try write(5)
    for language in ["id", "en"] {
      let refused = try daemon.ctl("import", "inmates", path, "--scope", "full", "--lang", language)
      #expect(refused.status == 1 && !refused.errors.contains("\\u{"), "\(refused.errors)")
      #expect(refused.errors.contains("--departures 4"))
      #expect(refused.errors.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(refused.errors)")
    }
    #expect(try daemon.ctl("import", "inmates", path, "--scope", "full", "--departures", "4").status == 0)
  }

  @Test("a template is a file that can be imported")
  func template() throws {
    let daemon = try PrivateDaemon()
    let raw = try daemon.ctl("call", Self.methods[1], #"{"kind":"blocks"}"#).json()
    let template = try daemon.ctl("import", "blocks", "--template")
    #expect(raw["content"] as? String == template.output)
    let back = try daemon.ctl("import", "blocks", "-", "--json=short", input: template.output)
    #expect(back.status == 0, "\(back.errors)")
    #expect(try daemon.ctl("call", Self.methods[0], #"{"files":[{"kind":"x","name":"x","content":""}]}"#).status == 65)
  }
}
