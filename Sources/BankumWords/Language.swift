/// A language in which bankum speaks. The raw value is the code that `--lang` takes.
package enum Language: String, Sendable, CaseIterable {
  /// *Bahasa Indonesia*, the language of the house and the default.
  case indonesian = "id"
  /// English.
  case english = "en"
}
