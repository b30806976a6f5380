import Glibc
import Testing
import WordsGenerator

@testable import BankumWords

/// The catalogue as it ships, read by the parser and compared with what was compiled.
struct CatalogueCompletenessTests {
  private let catalogue: Catalogue

  init() throws {
    // This file lies two folders below the root of the package.
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let folder = root + "/Sources/BankumWords/Catalogue"
    let stream = try #require(opendir(folder))
    defer { closedir(stream) }
    var files: [CatalogueParser.Result] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(".words") else { continue }
      files.append(CatalogueParser.parse(file: name, bytes: try Self.bytes(of: folder + "/" + name)))
    }
    let (catalogue, problems) = Catalogue.gather(files)
    #expect(problems == [])
    self.catalogue = catalogue
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }

  @Test func `every message of the catalogue is compiled, and no other`() {
    #expect(Message.ids() == catalogue.entries.map(\.id))
    #expect(!Message.ids().isEmpty)
  }

  @Test func `every message says in both languages what the catalogue says`() {
    for (message, entry) in zip(Message.examples(), catalogue.entries) {
      for (language, pieces) in [(Language.english, entry.english), (.indonesian, entry.indonesian)] {
        let expected = pieces.map { piece in
          switch piece {
          case .literal(let text): text
          case .value(let parameter): message.values[parameter].text(in: language)
          // The examples' quantities are not one.
          case .plural(_, _, let other): other
          }
        }.joined()
        #expect(message.text(in: language) == expected)
      }
    }
  }

  @Test func `no text was forgotten in translation`() {
    // Words that both languages share, and texts that are nothing but values.
    let shared: Set = [
      "check.fault", "client.hint", "error.text", "status.today", "advocateKind.paralegal",
      "role.auditor", "explain.label.status", "whoami.user", "whoami.userUnknown",
    ]
    let same = Message.examples().filter { $0.text(in: .english) == $0.text(in: .indonesian) }.map(\.id)
    #expect(Set(same).subtracting(shared) == [])
  }

  @Test(arguments: ["ops", "registrar", "runner", "advocate", "coordinator", "guard", "auditor", "officer"])
  func `every role has a name and says what it may do`(role: String) {
    #expect(Message.named("role.\(role)") != nil)
    #expect(Message.named("role.\(role).may") != nil)
  }

  @Test(arguments: ["status", "whoami", "wait", "call", "monitor", "bridge", "reload", "completion", "help"])
  func `every verb has its help, short and long, that fits a screen of 100 columns`(verb: String) throws {
    #expect(Message.named("help.\(verb).summary") != nil)
    let help = try #require(Message.named("help.\(verb)"))
    for language in Language.allCases {
      for line in help.text(in: language).split(separator: "\n") {
        #expect(TerminalText.columns(of: String(line)) <= 100, "\(line)")
      }
    }
  }

  @Test func `no text carries what a terminal would act on`() {
    for message in Message.examples() {
      for language in Language.allCases {
        let text = message.text(in: language)
        // By scalars: as a Character, CR LF is one thing and would slip through.
        for line in text.unicodeScalars.split(separator: "\n").map({ String($0) }) {
          #expect(TerminalText.visible(line) == line)
        }
      }
    }
  }
}
