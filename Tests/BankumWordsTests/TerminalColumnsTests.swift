import SeededNumbers
import Testing

@testable import BankumWords

struct TerminalColumnsTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("字", 2), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊ", 1),
    ("Ａ", 2), ("😀", 2), ("🇮🇩", 2), ("…", 1), ("\u{3000}", 2), ("அ", 1), ("─", 1), ("①", 1), ("㉈", 1), ("𠀀", 2), ("⌚", 2),
    ("⌘", 1), ("\u{1B}", 0), ("\u{AD}", 0), ("‘", 1),
  ])
  func `wide is two, combining is none`(text: String, columns: Int) {
    #expect(TerminalText.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("abcdef", -3, ""),
    ("ab cdef", 4, "ab…"), ("字字字", 5, "字字…"), ("字字字", 4, "字…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("🇮🇩🇮🇩", 3, "🇮🇩…"), ("", 0, ""),
  ])
  func `a cut text ends in an ellipsis and keeps characters whole`(text: String, limit: Int, shortened: String) {
    #expect(TerminalText.shortened(text, to: limit) == shortened)
  }

  @Test func `a cut text never exceeds its limit`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let text = TerminalText.visible(randomText(&random))
      let limit = Int.random(in: 0...20, using: &random)
      #expect(TerminalText.columns(of: TerminalText.shortened(text, to: limit)) <= limit)
    }
  }
}
