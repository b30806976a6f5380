/// A name as far as two papers agree on it: capitals, single spaces, nothing but letters and digits. Only for finding
/// the same person again, together with dates; never shown, never ranked by.
package struct NameKey: Hashable, Sendable {
  /// The words in the order of the name, one space between them; empty if the name has no letter.
  package let text: String

  /// The key of a name: `Muhammad  Al-Fatih`, `MUHAMMAD AL FATIH` and `muhammad al fatih.` are one.
  ///
  /// An apostrophe joins (`Nu'man` is `NUMAN`), every other sign parts words.
  package init(_ name: String) {
    if let plain = Self.plain(name.utf8) {
      text = plain
      return
    }
    var words: [String] = []
    var word = ""
    for character in name {
      if character.isLetter || character.isNumber {
        word += character.uppercased()
      } else if !Self.joining.contains(character), !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    text = words.joined(separator: " ")
  }

  private static let joining: Set<Character> = ["'", "’", "`", "‘"]

  /// The key of an ASCII name, the usual case and much quicker; nil if some character is none.
  private static func plain(_ units: String.UTF8View) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(units.count)
    var isBetweenWords = false
    for unit in units {
      switch unit {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        if isBetweenWords, !key.isEmpty { key.append(UInt8(ascii: " ")) }
        isBetweenWords = false
        key.append(unit >= UInt8(ascii: "a") ? unit - 32 : unit)
      case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      case 0x80...: return nil
      default: isBetweenWords = true
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
