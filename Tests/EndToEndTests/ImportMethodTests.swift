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
    #expect(try daemon.ctl("import", "blocks", "/nowhere").status == 65)
    #expect(try daemon.ctl("import", "blocks").status == 64)
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
