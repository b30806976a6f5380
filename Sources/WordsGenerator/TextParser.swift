/// Reads the text of one message in one language into pieces.
///
/// `{name}` is a value, `{name|one|other}` chooses a form by the number, `\` takes the meaning from `\ { } |`.
struct TextParser {
  private let parameters: [CatalogueEntry.Parameter]
  private let allowsPlural: Bool
  private var cursor: PlacedCursor
  private var pieces: [CatalogueEntry.Piece] = []
  private var literal = String.UnicodeScalarView()

  init(
    _ text: [PlacedScalar], end: CataloguePlace, parameters: [CatalogueEntry.Parameter], allowsPlural: Bool
  ) {
    cursor = PlacedCursor(text[...], end: end)
    self.parameters = parameters
    self.allowsPlural = allowsPlural
  }

  mutating func parse() throws(CatalogueProblem) -> [CatalogueEntry.Piece] {
    while let current = cursor.current {
      switch current.scalar {
      case "{": try takePlaceholder()
      case "}": throw CatalogueProblem(.strayClosingBrace, at: current.place)
      case "\\": literal.append(try takeEscape())
      default:
        literal.append(current.scalar)
        cursor.advance()
      }
    }
    finishLiteral()
    return pieces
  }

  private mutating func takePlaceholder() throws(CatalogueProblem) {
    let opening = cursor.place
    cursor.advance()
    let namePlace = cursor.place
    guard let name = cursor.takeName() else { throw CatalogueProblem(.badPlaceholder, at: namePlace) }
    guard let parameter = parameters.firstIndex(where: { $0.name == name }) else {
      throw CatalogueProblem(.unknownPlaceholder(name), at: namePlace)
    }
    var forms: [String] = []
    while cursor.take("|") { forms.append(try takeForm(opening: opening)) }
    guard cursor.take("}") else { throw CatalogueProblem(.unclosedBrace, at: opening) }
    finishLiteral()
    if forms.isEmpty {
      pieces.append(.value(parameter: parameter))
    } else if !allowsPlural {
      throw CatalogueProblem(.pluralInIndonesian, at: opening)
    } else if parameters[parameter].type != .quantity {
      throw CatalogueProblem(.pluralOfNonNumber(name), at: namePlace)
    } else if forms.count != 2 {
      throw CatalogueProblem(.pluralWithoutTwoForms, at: opening)
    } else {
      pieces.append(.plural(parameter: parameter, one: forms[0], other: forms[1]))
    }
  }

  /// Reads one form of a plural up to its `|` or `}`; a form may be empty (`{count||s}`).
  private mutating func takeForm(opening: CataloguePlace) throws(CatalogueProblem) -> String {
    var form = String.UnicodeScalarView()
    while let current = cursor.current, current.scalar != "|", current.scalar != "}" {
      switch current.scalar {
      case "{": throw CatalogueProblem(.unclosedBrace, at: opening)
      case "\\": form.append(try takeEscape())
      default:
        form.append(current.scalar)
        cursor.advance()
      }
    }
    return String(form)
  }

  private mutating func takeEscape() throws(CatalogueProblem) -> Unicode.Scalar {
    let place = cursor.place
    cursor.advance()
    guard let escaped = cursor.current?.scalar, "\\{}|".unicodeScalars.contains(escaped) else {
      throw CatalogueProblem(.unknownEscape, at: place)
    }
    cursor.advance()
    return escaped
  }

  private mutating func finishLiteral() {
    guard !literal.isEmpty else { return }
    pieces.append(.literal(String(literal)))
    literal = String.UnicodeScalarView()
  }
}
