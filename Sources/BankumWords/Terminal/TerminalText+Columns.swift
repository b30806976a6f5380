extension TerminalText {
  /// The number of terminal columns that a visible text takes.
  ///
  /// Two for wide and fullwidth scalars (UAX #11) and emoji, none for combining marks, else one. What
  /// `visible` would write out counts none here: make the text visible first.
  package static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text cut to at most this many columns, with `…` at the cut; unchanged if it fits.
  ///
  /// - Parameter limit: columns, the `…` included; under 1 the answer is empty.
  package static func shortened(_ text: String, to limit: Int) -> String {
    if columns(of: text) <= limit { return text }
    guard limit > 0 else { return "" }
    var kept = ""
    var width = 0
    // By characters: a letter keeps its marks, a flag both of its halves.
    for character in text {
      let next = columns(of: String(character))
      if width + next > limit - 1 { break }
      kept.append(character)
      width += next
    }
    return withoutTrailingSpace(kept) + "…"
  }

  /// The text without white space at its end.
  static func withoutTrailingSpace(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return acts(scalar) ? 0 : 1 }
    if combines(scalar) || acts(scalar) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  /// East_Asian_Width W or F (Unicode 16, UAX #11). Emoji come from the standard library's own table; the
  /// halves of flags are left out, because two of them make one wide picture.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F: true
    case 0x303F, 0x3248...0x324F: false
    case 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    case 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x16FE0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD: true
    case 0x1F1E6...0x1F1FF: false
    default: scalar.properties.isEmojiPresentation
    }
  }
}
