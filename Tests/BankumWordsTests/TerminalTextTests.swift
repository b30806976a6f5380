import SeededNumbers
import Testing

@testable import BankumWords

struct TerminalTextTests {
  /// Every Unicode scalar there is.
  private static var allScalars: some Sequence<Unicode.Scalar> {
    (0...UInt32(0x10FFFF)).lazy.compactMap(Unicode.Scalar.init)
  }

  /// The dangerous ones, listed by number from the standards and not from the code under test.
  private static let listed: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F,  // C0, DEL, C1
    0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,  // direction (UAX #9)
    0x200B...0x200D, 0x2060...0x2064, 0xFEFF...0xFEFF, 0x00AD...0x00AD,  // zero width, soft hyphen
    0x2028...0x2029,  // line and paragraph separator
    0x034F...0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x206A...0x206F, 0x3164...0x3164,
    0xFE00...0xFE0F, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
    0xE0000...0xE0FFF,  // default ignorable, tags
    0xE000...0xF8FF, 0xF0000...0x10FFFF,  // private use, noncharacters
    0xFDD0...0xFDEF, 0xFFFE...0xFFFF, 0x1FFFE...0x1FFFF,
  ]

  @Test func `every dangerous scalar is written out, wherever it stands`() {
    for scalar in Self.listed.joined().lazy.compactMap(Unicode.Scalar.init) {
      let code = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      if TerminalText.visible("a\(scalar)b") != "a\(code)b" || TerminalText.visible(String(scalar)) != code {
        Issue.record("\(code) stays")
      }
    }
  }

  @Test func `no scalar of a dangerous category or property survives`() {
    let dangerous: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate,
    ]
    for scalar in Self.allScalars {
      for survivor in TerminalText.visible("a\(scalar)").unicodeScalars {
        let properties = survivor.properties
        if dangerous.contains(properties.generalCategory) || properties.isDefaultIgnorableCodePoint
          || properties.isBidiControl
        {
          Issue.record("U+\(String(scalar.value, radix: 16)) survives")
        }
      }
    }
  }

  @Test(arguments: ["", "M. Yusuf Siregar", "Ny. Théa D'Souza", "王小明", "அருண்", "e\u{301}", "a\u{A0}b", "100 %"])
  func `names that people bear stay as they are`(name: String) {
    #expect(TerminalText.visible(name) == name)
  }

  @Test func `a mark without a base is written out`() {
    #expect(TerminalText.visible("\u{301}a") == "\\u{301}a")
    #expect(TerminalText.visible("a\n\u{301}") == "a\\u{A}\\u{301}")
  }

  @Test func `visible text is visible already`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let text = randomText(&random)
      let once = TerminalText.visible(text)
      #expect(TerminalText.visible(once) == once)
    }
  }

  @Test func `JSON keeps its value when what acts is written out`() {
    #expect(
      TerminalText.visibleJSON("{\n  \"a\": \"\u{9B}é\u{202E}\u{E0001}\u{7F}\"\n}")
        == "{\n  \"a\": \"\\u009bé\\u202e\\udb40\\udc01\\u007f\"\n}")
    #expect(TerminalText.visibleJSON("[1, \"\\u001b\"]") == "[1, \"\\u001b\"]")
  }
}
