/// A language, by its ISO 639 code: `id`, `bbc` for Batak Toba, `nan` for Hokkien.
package struct LanguageCode: Hashable, Sendable, CustomStringConvertible {
  /// Two or three small ASCII letters.
  package let code: String

  /// Indonesian.
  package static let indonesian = LanguageCode(unchecked: "id")

  private init(unchecked code: String) {
    self.code = code
  }

  /// Reads a code; capitals are taken. Throws `syntax`.
  package init(parsing text: String) throws(ModelError) {
    let lowered = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    guard (2...3).contains(lowered.count), lowered.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) else {
      throw ModelError(.syntax, value: text, expected: "a language of two or three letters, such as id or bbc")
    }
    code = String(decoding: lowered, as: UTF8.self)
  }

  /// The code itself.
  package var description: String { code }
}
