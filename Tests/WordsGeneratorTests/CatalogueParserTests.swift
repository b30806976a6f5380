import SeededNumbers
import Testing

@testable import WordsGenerator

struct CatalogueParserTests {
  @Test func `a message has an id, typed parameters and pieces in both languages`() {
    let result = CatalogueParser.parse(
      file: "a.words",
      text: """
        # comment
        status.counts(requests: Int, name: String)
          en  {requests} open {requests|request|requests} of {name}
          id  {requests} permohonan terbuka {name}
        """)
    #expect(result.problems == [])
    let expected = CatalogueEntry(
      id: "status.counts",
      parameters: [.init(name: "requests", type: .quantity), .init(name: "name", type: .string)],
      english: [
        .value(parameter: 0), .literal(" open "), .plural(parameter: 0, one: "request", other: "requests"),
        .literal(" of "), .value(parameter: 1),
      ],
      indonesian: [.value(parameter: 0), .literal(" permohonan terbuka "), .value(parameter: 1)],
      place: CataloguePlace(file: "a.words", line: 2, column: 1))
    #expect(result.entries == [expected])
    #expect(result.entries.map(\.swiftName) == ["statusCounts"])
  }

  @Test func `lines of a text keep their breaks, empty lines and further indentation`() {
    let result = CatalogueParser.parse(
      file: "a.words", text: "a.b\n  en  one\n\n        two\n  id\n      satu\n      dua\n\n\n")
    #expect(result.problems == [])
    #expect(result.entries.map(\.english) == [[.literal("one\n\n  two")]])
    #expect(result.entries.map(\.indonesian) == [[.literal("satu\ndua")]])
  }

  @Test(arguments: 0..<300) func `what is printed is parsed back`(seed: UInt64) {
    var catalogue = RandomCatalogue(seed: seed)
    let entries = catalogue.entries()
    let text = CataloguePrinter.text(entries)
    let result = CatalogueParser.parse(file: "random", text: text)
    #expect(result.problems == [], "\(text)")
    #expect(result.entries.map(\.withoutPlace) == entries.map(\.withoutPlace), "\(text)")
  }

  @Test(arguments: 0..<200) func `damaged text is read to the end and every problem lies in it`(seed: UInt64) {
    var catalogue = RandomCatalogue(seed: seed)
    var random = SeededGenerator(seed: seed)
    var bytes = Array(CataloguePrinter.text(catalogue.entries()).utf8)
    for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
      let index = bytes.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
      default: bytes.insert("{}|\\ \n#(:".utf8.randomElement(using: &random) ?? 0x20, at: index)
      }
    }
    let result = CatalogueParser.parse(file: "random", bytes: bytes)
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
    for problem in result.problems {
      let place = problem.place
      #expect((1...lines.count).contains(place.line), "\(problem)")
      #expect((1...lines[place.line - 1].count + 1).contains(place.column), "\(problem)")
    }
  }

  @Test func `bytes that are not UTF-8 are reported at the first of them`() {
    let result = CatalogueParser.parse(file: "a.words", bytes: Array("a.b\n  en  é".utf8) + [0xFF, 0x0A])
    #expect(result.problems.map(\.description) == ["a.words:2:8: error: these bytes are not UTF-8"])
  }

  @Test func `one wrong message does not hide the next one`() {
    let result = CatalogueParser.parse(
      file: "a.words", text: "Wrong\n  en  a\n  id  a\n\na.b(x: Float)\n  en  {x}\n  id  {x}\n\nc.d\n  en  c\n  id  d\n"
    )
    #expect(result.problems.map(\.place.line) == [1, 5])
    #expect(result.entries.map(\.id) == ["c.d"])
  }
}

extension CatalogueEntry {
  fileprivate var withoutPlace: CatalogueEntry {
    CatalogueEntry(
      id: id, parameters: parameters, english: english, indonesian: indonesian,
      place: CataloguePlace(file: "", line: 0, column: 0))
  }
}
