import BankumWords

extension Language {
  /// The word for a code of a closed list: `grant.extension` is *perpanjangan*. A code that the catalogue does not know
  /// (of a newer service) is shown as it is.
  func word(_ family: String, _ code: String) -> String {
    Message.named("\(family).\(code)")?.text(in: self) ?? TerminalText.visible(code)
  }

  /// The words for several codes.
  func words(_ family: String, _ codes: [String]) -> String {
    codes.map { word(family, $0) }.joined(separator: ", ")
  }
}
