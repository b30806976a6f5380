import SeededNumbers

/// Text of the kinds that break tables: wide, combining, invisible, ending in spaces.
func randomText(_ random: inout SeededGenerator, longest: Int = 12) -> String {
  let pieces = [
    "a", "b", " ", "  ", "é", "e\u{301}", "字", "한", "…", "\u{1B}[31m", "\u{202E}", "\u{200B}", "\n", "\t", "😀", "🇮🇩",
    "\u{A0}", "\u{3000}", "\u{301}", "ﾊ", "Ａ", "\u{E000}", "long word",
  ]
  return (0..<Int.random(in: 0...longest, using: &random)).map { _ in
    pieces.randomElement(using: &random) ?? "a"
  }.joined()
}
