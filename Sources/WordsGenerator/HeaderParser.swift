/// Reads the first line of a message: `error.notPermitted(method: String)`.
struct HeaderParser {
  /// What a header says, with the places that later checks name.
  struct Header {
    let id: String
    let place: CataloguePlace
    let parameters: [(parameter: CatalogueEntry.Parameter, place: CataloguePlace)]
  }

  /// Words that Swift does not take as the label or name of a parameter without quoting.
  private static let reserved: Set<String> = [
    "any", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
    "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  private var cursor: PlacedCursor

  init(_ line: ArraySlice<PlacedScalar>, end: CataloguePlace) {
    cursor = PlacedCursor(line, end: end)
  }

  mutating func parse() throws(CatalogueProblem) -> Header {
    let place = cursor.place
    let id = try takeIdentifier(at: place)
    var parameters: [(parameter: CatalogueEntry.Parameter, place: CataloguePlace)] = []
    if cursor.take("(") {
      repeat {
        cursor.skipSpaces()
        let place = cursor.place
        let parameter = try takeParameter()
        if parameters.contains(where: { $0.parameter.name == parameter.name }) {
          throw CatalogueProblem(.duplicateParameter(parameter.name), at: place)
        }
        parameters.append((parameter, place))
        cursor.skipSpaces()
      } while cursor.take(",")
      guard cursor.take(")") else { throw problem(expected: "',' or ')'") }
    }
    guard cursor.current == nil else { throw problem(expected: "the end of the line or '(' and parameters") }
    return Header(id: id, place: place, parameters: parameters)
  }

  private mutating func takeIdentifier(at place: CataloguePlace) throws(CatalogueProblem) -> String {
    var words: [String] = []
    repeat {
      guard let word = cursor.takeName() else { throw CatalogueProblem(.badIdentifier, at: cursor.place) }
      words.append(word)
    } while cursor.take(".")
    guard words.count > 1 else { throw CatalogueProblem(.badIdentifier, at: place) }
    return words.joined(separator: ".")
  }

  private mutating func takeParameter() throws(CatalogueProblem) -> CatalogueEntry.Parameter {
    let place = cursor.place
    guard let name = cursor.takeName() else { throw problem(expected: "the name of a parameter") }
    if Self.reserved.contains(name) { throw CatalogueProblem(.reservedName(name), at: place) }
    cursor.skipSpaces()
    guard cursor.take(":") else { throw problem(expected: "':' and a type") }
    cursor.skipSpaces()
    let typePlace = cursor.place
    let typeName = cursor.take { $0.continuesName || $0.scalar == "[" || $0.scalar == "]" }
    guard let type = ParameterType(rawValue: typeName) else {
      throw CatalogueProblem(.unknownType(typeName), at: typePlace)
    }
    return CatalogueEntry.Parameter(name: name, type: type)
  }

  private func problem(expected: String) -> CatalogueProblem {
    CatalogueProblem(.unexpectedInHeader(expected: expected), at: cursor.place)
  }
}
