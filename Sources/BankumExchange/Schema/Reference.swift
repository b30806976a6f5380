/// What a file calls something that the register has to find: an id or a name.
package struct Reference: Hashable, Sendable {
  /// The text, cleaned.
  package let text: String
  /// Where it stands.
  package let place: ImportPlace

  /// A reference.
  package init(text: String, place: ImportPlace) {
    self.text = text
    self.place = place
  }

  /// The text as far as spelling counts: small letters and digits. Names are the same if their keys are.
  package var key: String { TextKey.of(text) }

  /// What a file would call the block that somebody names: `Blok C` is `C`.
  package static func blockName(_ text: String) -> String { (try? FieldForm<String>.block.read(text)) ?? text }
}
