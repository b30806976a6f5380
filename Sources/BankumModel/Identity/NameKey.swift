/// A name as far as two papers agree on it: capitals, single spaces, nothing but letters and digits. Only for finding
/// the same person again, together with dates; never shown, never ranked by.
package struct NameKey: Hashable, Sendable {
  /// The words in the order of the name, one space between them; empty if the name has no letter.
  package let text: String

  /// The key of a name: `Muhammad  Al-Fatih`, `MUHAMMAD AL FATIH` and `muhammad al fatih.` are one.
  ///
  /// An apostrophe joins (`Nu'man` is `NUMAN`), every other sign parts words.
  package init(_ name: String) {
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
}
