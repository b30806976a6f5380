import SeededNumbers
import WordsGenerator

/// Invents messages: every type, plurals, escapes, several lines, empty lines in between.
struct RandomCatalogue {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func entries() -> [CatalogueEntry] {
    (0..<Int.random(in: 0...8, using: &random)).map { entry(number: $0) }
  }

  private mutating func entry(number: Int) -> CatalogueEntry {
    let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in word() }
    let parameters = (0..<Int.random(in: 0...3, using: &random)).map { index in
      CatalogueEntry.Parameter(
        name: "value\(index)", type: ParameterType.allCases.randomElement(using: &random) ?? .string)
    }
    return CatalogueEntry(
      id: (["m\(number)"] + words).joined(separator: "."), parameters: parameters,
      english: pieces(parameters, plurals: true), indonesian: pieces(parameters, plurals: false),
      place: CataloguePlace(file: "random", line: 1, column: 1))
  }

  private mutating func pieces(
    _ parameters: [CatalogueEntry.Parameter], plurals: Bool
  ) -> [CatalogueEntry.Piece] {
    var pieces: [CatalogueEntry.Piece] = [.literal(literal(first: true))]
    for index in parameters.indices.shuffled(using: &random) {
      if plurals && parameters[index].type == .quantity && Bool.random(using: &random) {
        pieces.append(.plural(parameter: index, one: form(), other: form()))
      } else {
        pieces.append(.value(parameter: index))
      }
      pieces.append(.literal(literal(first: false)))
    }
    return pieces
  }

  private mutating func word() -> String {
    let first = "abcxyz".randomElement(using: &random).map(String.init) ?? "a"
    return first
      + (0..<Int.random(in: 0...4, using: &random)).map { _ in
        "abzABZ059".randomElement(using: &random).map(String.init) ?? "a"
      }.joined()
  }

  private mutating func form() -> String {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in visibleCharacter() }.joined()
  }

  /// A literal starts and ends in a visible character; inside are spaces, line feeds and empty lines.
  private mutating func literal(first: Bool) -> String {
    var text = visibleCharacter()
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text += ["", " ", "  ", "\n", "\n\n", "\n    "].randomElement(using: &random) ?? ""
      text += visibleCharacter()
    }
    return text
  }

  private mutating func visibleCharacter() -> String {
    ["a", "Z", "{", "}", "\\", "|", "#", "é", "字", "\"", "'", "…", "(", ":"].randomElement(using: &random) ?? "a"
  }
}
