import BankumModel

/// The words that a column takes, in both languages, whatever their capitals, spaces and dots.
struct Vocabulary<Value: Hashable & Sendable>: Sendable {
  /// What an error names: for each value the word that the house's files have, and its code: `Senin/mon`.
  let examples: [String]
  /// Words that would mean two values; a test keeps this empty.
  let ambiguous: [String]
  private let values: [String: Value]

  /// The words for each value; the first of each is its code.
  init(_ words: [(Value, [String])]) {
    var values: [String: Value] = [:]
    var ambiguous: [String] = []
    for (value, spellings) in words {
      for spelling in spellings {
        let key = TextKey.of(spelling)
        if let other = values[key], other != value { ambiguous.append(spelling) }
        values[key] = value
      }
    }
    examples = words.map { _, spellings in
      let code = spellings.first ?? ""
      let word = spellings.first { TextKey.of($0) != TextKey.of(code) }
      return [word, code].compactMap(\.self).joined(separator: "/")
    }
    self.values = values
    self.ambiguous = ambiguous
  }

  /// The codes of a closed list with more words for each.
  init(_ words: [Value: [String]]) where Value: Coded {
    self.init(Value.allCases.map { ($0, [$0.code] + (words[$0] ?? [])) })
  }

  /// The value of a word, or nil.
  subscript(_ word: String) -> Value? { values[TextKey.of(word)] }
}
