import BankumModel

/// Names with other names in the same field: `BUDI alias KELING`, `BUDI als. KELING`, `BUDI @ KELING`.
enum AliasText {
  private static let words: Set<String> = ["alias", "als", "aka", "@"]

  /// The name and the other names.
  static func split(_ text: String) -> (name: String, aliases: [String]) {
    var parts: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      let bare = word.utf8.count <= 6 ? word.filter { $0 != "." && $0 != ":" }.lowercased() : ""
      if words.contains(bare) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    let names = parts.map { $0.joined(separator: " ") }
    return (names[0], names.dropFirst().filter { !$0.isEmpty })
  }

  /// Each name once, without the person's own.
  static func unique(_ aliases: [String], besides name: String) -> [String] {
    guard !aliases.isEmpty else { return [] }
    var seen: Set<NameKey> = [NameKey(name)]
    return aliases.filter { seen.insert(NameKey($0)).inserted }
  }
}
