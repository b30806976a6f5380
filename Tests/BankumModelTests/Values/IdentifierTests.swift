import SeededNumbers
import Testing

@testable import BankumModel

private enum Sample: IdentifierKind {
  static let idPrefix = "rq"
}

@Suite struct IdentifierTests {
  @Test func `Print and parse are inverse, in both cases of letters`() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<10_000 {
      let id = Identifier<Sample>(using: &generator)
      #expect(id.text.utf8.count == 11)
      #expect(try Identifier<Sample>(parsing: id.text) == id)
      #expect(try Identifier<Sample>(parsing: id.text.lowercased()) == id)
    }
  }

  @Test func `The same generator gives the same ids, and they do not repeat`() {
    var first = SeededGenerator(seed: 6)
    var second = SeededGenerator(seed: 6)
    let ids = (0..<10_000).map { _ in Identifier<Sample>(using: &first) }
    #expect(ids == (0..<10_000).map { _ in Identifier<Sample>(using: &second) })
    #expect(Set(ids).count == ids.count)
  }

  @Test func `Letters that look like digits are read as digits`() throws {
    #expect(try Identifier<Sample>(parsing: "rq-OoIiLl00").text == "rq-00111100")
    #expect(try Identifier<Sample>(parsing: "rq-7K3M9QX2").text == "rq-7K3M9QX2")
    #expect(try Identifier<Sample>(parsing: "rq-ZZZZZZZZ").bits == 0xFF_FFFF_FFFF)
  }

  @Test(arguments: [
    "", "rq", "rq-", "rq-7K3M9QX", "rq-7K3M9QX22", "se-7K3M9QX2", "rq_7K3M9QX2", "rq-7K3M9QXU", "rq-7K3M9Qé",
  ])
  func `Anything else is a syntax error that shows the form`(text: String) {
    #expect {
      try Identifier<Sample>(parsing: text)
    } throws: {
      ($0 as? ModelError)?.problems.first?.expected == "an id of the form rq-7K3M9QX2"
    }
  }

  @Test func `Ids are not comparable`() {
    // An id that could be compared would sooner or later break a tie.
    #expect(!(Identifier<Sample>(bits: 1) as Any is any Comparable))
  }
}
