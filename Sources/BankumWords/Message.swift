/// One thing that bankum says: an id, the values in it, and its text in both languages.
///
/// The messages are made from the files in `Catalogue/`: `Message.errorNotPermitted(...)` is `error.notPermitted`
/// there. Programs compare ids and values; only people read `text`.
package struct Message: Sendable {
  /// The id as a constant of the program.
  let key: StaticString
  /// The English template: see `MessageTemplate`.
  let english: StaticString
  /// The Indonesian template.
  let indonesian: StaticString

  /// The values in the order of the parameters.
  package let values: [Value]

  /// Used by the generated factories: templates and values fit each other, the generator has checked it.
  init(key: StaticString, english: StaticString, indonesian: StaticString, values: [Value]) {
    self.key = key
    self.english = english
    self.indonesian = indonesian
    self.values = values
  }

  /// The id in the catalogue, `error.notPermitted`. It is part of the contract; texts are not.
  package var id: String { key.description }

  /// The text for people. May have several lines, without a line feed at the end.
  package func text(in language: Language) -> String {
    MessageTemplate(language == .english ? english : indonesian).text(with: values, in: language)
  }

  /// The text for a terminal: line feeds are the catalogue's own, what came with the values is made visible.
  package func terminalText(in language: Language) -> String {
    mapTexts(TerminalText.visible).text(in: language)
  }

  /// The message with each text in its values changed.
  func mapTexts(_ change: (String) -> String) -> Message {
    Message(
      key: key, english: english, indonesian: indonesian, values: values.map { $0.mapTexts(change) })
  }

  /// The ids of all messages, sorted: for tests.
  package static func ids() -> [String] { examples().map(\.id) }
}

extension Message: Equatable {
  /// Whether both say the same: the same id with the same values.
  package static func == (left: Message, right: Message) -> Bool {
    left.id == right.id && left.values == right.values
  }
}
