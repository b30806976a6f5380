/// Text from outside, made safe for one line of a log, a status or a terminal.
package enum PrintableText {
  /// The text with every character escaped that could break the line, move a terminal's cursor, or hide or reorder
  /// what stands next to it: C0, DEL and C1 controls, line and paragraph separators, zero-width and bidirectional
  /// marks.
  ///
  /// Tab, line feed and carriage return become `\t`, `\n`, `\r`, all others `\u{HEX}`. A backslash stays as it is: the
  /// result is for eyes, not for reading back.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      guard isUnsafe(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    }
    return result
  }

  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // Cc is C0, DEL and C1; Cf holds the zero-width and bidirectional marks.
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The longest start of the text that takes at most this many UTF-8 bytes, cut between characters.
  ///
  /// A cut text ends in `…`, which counts; a limit under three bytes therefore yields an empty text.
  package static func shortened(_ text: String, toBytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let mark = "…"
    var budget = limit - mark.utf8.count
    guard budget >= 0 else { return "" }
    var result = ""
    for character in text {
      budget -= character.utf8.count
      if budget < 0 { break }
      result.append(character)
    }
    return result + mark
  }
}
