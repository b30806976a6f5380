import SeededNumbers
import Testing
import WordsGenerator

@testable import BankumWords

struct MessageTemplateTests {
  @Test(arguments: 0..<300) func `what the generator writes is read back piece by piece`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values: [Message.Value] = [.quantity(Int.random(in: -2...2, using: &random)), .text("{1|\\}"), .digits(1000)]
    var pieces: [CatalogueEntry.Piece] = []
    var expected = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        let text = Self.text(&random)
        pieces.append(.literal(text))
        expected += text
      case 1:
        let number = values.indices.randomElement(using: &random) ?? 0
        pieces.append(.value(parameter: number))
        expected += values[number].text(in: .english)
      default:
        let (one, other) = (Self.text(&random), Self.text(&random))
        pieces.append(.plural(parameter: 0, one: one, other: other))
        expected += values[0] == .quantity(1) || values[0] == .quantity(-1) ? one : other
      }
    }
    let text = Array(SwiftWriter.template(pieces).utf8).withUnsafeBufferPointer {
      MessageTemplate.text(of: $0, with: values, in: .english)
    }
    #expect(text == expected)
  }

  @Test func `a template that no generator writes does not crash`() {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      let bytes = (0..<12).map { _ in "{}|\\0123 a".utf8.randomElement(using: &random) ?? 0x20 }
      bytes.withUnsafeBufferPointer {
        #expect(MessageTemplate.text(of: $0, with: [.text("x")], in: .english).utf8.count <= 24)
      }
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      ["a", "{", "}", "\\", "|", "0", "é", "\n", "字", "\""].randomElement(using: &random) ?? "a"
    }.joined()
  }
}
