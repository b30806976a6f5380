import Testing

@testable import WordsGenerator

struct SwiftWriterTests {
  private static func source(of text: String) -> String {
    let (catalogue, problems) = Catalogue.gather([CatalogueParser.parse(file: "f", text: text)])
    #expect(problems == [])
    return SwiftWriter(catalogue).source()
  }

  @Test func `a message with parameters becomes a function, one without a property`() {
    let source = Self.source(
      of: """
        b.two(uid: Digits, names: [String], state: Message)
          en  {uid} {names} {state}
          id  {state} {names} {uid}
        a.one
          en  one
          id  satu
        """)
    #expect(source.contains("package static func bTwo(uid: Int, names: [String], state: Message) -> Message {"))
    #expect(source.contains(#"english: "{0} {1} {2}","#))
    #expect(source.contains(#"indonesian: "{2} {1} {0}","#))
    #expect(source.contains("values: [.digits(uid), .list(names), .message(state)])"))
    #expect(source.contains("package static var aOne: Message {"))
    #expect(source.contains(#"case "a.one": .aOne"#))
    #expect(!source.contains(#"case "b.two""#))
  }

  @Test func `quotes, backslashes and line feeds are safe in Swift`() {
    let source = Self.source(of: "a.b\n  en  \"x\" \\\\ \\{\n      |\n  id  x")
    #expect(source.contains(#"english: "\"x\" \\\\ \\{\n\\|","#))
  }

  @Test func `the order of files and messages does not matter`() {
    let first = CatalogueParser.parse(file: "f", text: "a.b\n  en  x\n  id  y\nc.d\n  en  x\n  id  y")
    let second = CatalogueParser.parse(file: "g", text: "b.c\n  en  x\n  id  y")
    let oneWay = SwiftWriter(Catalogue.gather([first, second]).catalogue).source()
    let otherWay = SwiftWriter(Catalogue.gather([second, first]).catalogue).source()
    #expect(oneWay == otherWay)
  }
}
