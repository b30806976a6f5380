/// Makes text from outside safe to print, and measures text in terminal columns.
///
/// A name may carry escape sequences that drive the terminal, marks that turn the reading direction, or
/// characters that nobody sees. They are shown as `\u{202E}` instead of acting.
package enum TerminalText {
  /// The text on one line, with every scalar that could act on a terminal or hide written as `\u{...}`.
  ///
  /// Written out are the Unicode categories Cc (C0, ESC, DEL, C1), Cf (direction, joiners, zero width), Zl, Zp,
  /// Co, Cn, everything Default_Ignorable, and a combining mark that has no base in the text.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var visible = String.UnicodeScalarView()
    var hasBase = false
    for scalar in text.unicodeScalars {
      if acts(scalar) || (!hasBase && combines(scalar)) {
        visible.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
        // A mark behind the closing brace would change the brace.
        hasBase = false
      } else {
        visible.append(scalar)
        hasBase = true
      }
    }
    return String(visible)
  }

  /// JSON with every scalar that could act on a terminal or hide written as `\uXXXX`: another text for the same value.
  ///
  /// Such scalars stand in strings only; the line feeds between values stay.
  package static func visibleJSON(_ json: String) -> String {
    if json.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return json }
    var visible = ""
    visible.reserveCapacity(json.utf8.count + 64)
    for scalar in json.unicodeScalars {
      if scalar == "\n" || !acts(scalar) {
        visible.unicodeScalars.append(scalar)
      } else {
        // Beyond the first plane it takes the two halves of UTF-16 (RFC 8259, 7).
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          visible += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return visible
  }

  /// Whether a terminal or a reader's eye would do something else with the scalar than show it.
  static func acts(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return !(0x20...0x7E).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether the scalar is drawn over the one before it.
  static func combines(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    // Vowels and finals of Hangul written in parts: drawn into the block of the first part.
    default: return (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
    }
  }
}
