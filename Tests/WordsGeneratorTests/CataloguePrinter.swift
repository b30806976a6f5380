import WordsGenerator

/// Writes entries as a translator would: the reverse of the parser.
enum CataloguePrinter {
  static func text(_ entries: [CatalogueEntry]) -> String {
    entries.map(text).joined(separator: "\n# a comment\n\n")
  }

  private static func text(_ entry: CatalogueEntry) -> String {
    let parameters = entry.parameters.map { "\($0.name): \($0.type.rawValue)" }.joined(separator: ", ")
    return entry.id + (parameters.isEmpty ? "" : "(\(parameters))") + "\n"
      + "  en  " + lines(entry.english, entry.parameters) + "\n"
      + "  id  " + lines(entry.indonesian, entry.parameters) + "\n"
  }

  private static func lines(_ pieces: [CatalogueEntry.Piece], _ parameters: [CatalogueEntry.Parameter]) -> String {
    let text = pieces.map { piece in
      switch piece {
      case .literal(let literal): escaped(literal, with: "\\{}")
      case .value(let parameter): "{\(parameters[parameter].name)}"
      case .plural(let parameter, let one, let other):
        "{\(parameters[parameter].name)|\(escaped(one, with: "\\{}|"))|\(escaped(other, with: "\\{}|"))}"
      }
    }.joined()
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset == 0 || $0.element.isEmpty ? String($0.element) : "      " + $0.element }
      .joined(separator: "\n")
  }

  private static func escaped(_ text: String, with special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
