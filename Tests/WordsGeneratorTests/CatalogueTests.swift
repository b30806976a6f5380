import Testing

@testable import WordsGenerator

struct CatalogueTests {
  @Test func `an id is unique across files, and the second one names the first`() {
    let first = CatalogueParser.parse(file: "f", text: "\na.b\n  en  x\n  id  y")
    let second = CatalogueParser.parse(file: "g", text: "a.b\n  en  x\n  id  y")
    let (catalogue, problems) = Catalogue.gather([first, second])
    #expect(catalogue.entries.count == 1)
    #expect(problems.map(\.description) == ["g:1:1: error: 'a.b' is already declared at f:2:1"])
  }
}
