/// Writes the catalogue as Swift: a factory a message, the look-up by id, the examples for tests.
///
/// A factory only places constants that lie in the program's read-only data: nothing is built at start.
package struct SwiftWriter {
  private let catalogue: Catalogue

  /// Prepares to write this catalogue.
  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// The whole Swift file; the same catalogue gives the same bytes.
  package func source() -> String {
    var lines = [
      "// Made by WordsGenerator from the catalogue: change the .words files, not this.",
      "",
      "extension Message {",
    ]
    for entry in catalogue.entries { lines += factory(entry) }
    lines += lookUp()
    lines += examples()
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func factory(_ entry: CatalogueEntry) -> [String] {
    let summary = "  /// `\(entry.id)`"
    let values = entry.parameters.map { ".\($0.type.valueCase)(\($0.name))" }.joined(separator: ", ")
    let parameters = entry.parameters.map { "\($0.name): \($0.type.swiftType)" }.joined(separator: ", ")
    let declaration =
      entry.parameters.isEmpty
      ? "  package static var \(entry.swiftName): Message {"
      : "  package static func \(entry.swiftName)(\(parameters)) -> Message {"
    return [
      summary,
      declaration,
      "    Message(",
      "      key: \(Self.literal(entry.id)),",
      "      english: \(Self.literal(Self.template(entry.english))),",
      "      indonesian: \(Self.literal(Self.template(entry.indonesian))),",
      "      values: [\(values)])",
      "  }",
      "",
    ]
  }

  private func lookUp() -> [String] {
    var lines = [
      "  /// The message of this id, if there is one and it takes no values: for names of roles, states and verbs.",
      "  package static func named(_ id: String) -> Message? {",
      "    switch id {",
    ]
    for entry in catalogue.entries where entry.parameters.isEmpty {
      lines.append("    case \(Self.literal(entry.id)): .\(entry.swiftName)")
    }
    return lines + ["    default: nil", "    }", "  }", ""]
  }

  private func examples() -> [String] {
    var lines = [
      "  /// Every message once, by id, with invented values: for tests.",
      "  package static func examples() -> [Message] {",
      "    var examples: [Message] = []",
    ]
    for entry in catalogue.entries {
      let arguments = entry.parameters.map { "\($0.name): \($0.type.example(named: $0.name))" }
      let call = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
      lines.append("    examples.append(.\(entry.swiftName)\(call))")
    }
    return lines + ["    return examples", "  }"]
  }

  /// A text as the template that `Message` fills in: parameters by number, `\` before `\ { } |`.
  package static func template(_ pieces: [CatalogueEntry.Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .literal(let text): escaped(text)
      case .value(let parameter): "{\(parameter)}"
      case .plural(let parameter, let one, let other): "{\(parameter)|\(escaped(one))|\(escaped(other))}"
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\{}|".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
