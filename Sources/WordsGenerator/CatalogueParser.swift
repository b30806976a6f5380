/// Reads one catalogue file, line by line.
///
/// Column 1: a message's id and parameters, or `#` and a comment. Column 3: a language (`en`, `id`), two
/// spaces, its text. Column 7: a further line of that text. Empty lines between two lines of a text belong to it.
package struct CatalogueParser {
  /// What a file holds: every message that is right, every problem of the others.
  package struct Result: Sendable, Equatable {
    /// The messages in written order.
    package var entries: [CatalogueEntry] = []
    /// The problems in the order of their lines.
    package var problems: [CatalogueProblem] = []
  }

  /// A text while its lines are being gathered.
  private struct OpenText {
    let language: String
    var scalars: [PlacedScalar]
    var end: CataloguePlace
  }

  private let file: String
  private var result = Result()
  private var header: HeaderParser.Header?
  private var headerWasWrong = false
  private var texts: [OpenText] = []
  /// Whether the further lines that follow belong to a text that is not read.
  private var languageWasWrong = false
  /// Whether a line of this message was dropped: then nothing is said about a missing text.
  private var lineWasWrong = false
  private var emptyLines = 0

  private init(file: String) {
    self.file = file
  }

  /// Reads the text of a file.
  ///
  /// - Parameters:
  ///   - file: the name that places carry.
  ///   - text: the whole file, lines ended by U+000A.
  package static func parse(file: String, text: String) -> Result {
    var parser = CatalogueParser(file: file)
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      parser.read(line: line, number: index + 1)
    }
    parser.finishMessage()
    parser.result.problems.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    return parser.result
  }

  private mutating func read(line: Substring.UnicodeScalarView, number: Int) {
    var placed: [PlacedScalar] = []
    for scalar in line {
      let place = CataloguePlace(file: file, line: number, column: placed.count + 1)
      placed.append(PlacedScalar(scalar: scalar, place: place))
    }
    let end = CataloguePlace(file: file, line: number, column: placed.count + 1)
    guard let last = placed.last else {
      emptyLines += 1
      return
    }
    if let hidden = placed.first(where: { Self.isForbidden($0.scalar) }) {
      report(.forbiddenCharacter(hidden.scalar), at: hidden.place)
      drop(lineStartingWith: placed[0].scalar)
      return
    }
    if last.scalar == " " { report(.trailingSpace, at: last.place) }
    let indentation = placed.prefix { $0.scalar == " " }.count
    if indentation == placed.count {
      emptyLines += 1
      return
    } else if placed[0].scalar == "#" {
      return
    } else if indentation == 0 {
      finishMessage()
      readHeader(placed[...], end: end)
    } else if indentation == 2 {
      readLanguage(placed.dropFirst(2), end: end)
    } else if indentation >= 6 {
      readFurtherLine(placed.dropFirst(6), end: end)
    } else {
      report(.badIndentation, at: placed[0].place)
      lineWasWrong = true
    }
    emptyLines = 0
  }

  /// Forgets a line that cannot be read, so that one mistake is one problem.
  private mutating func drop(lineStartingWith first: Unicode.Scalar) {
    switch first {
    case "#": return
    case " ":
      languageWasWrong = true
      lineWasWrong = true
    default:
      finishMessage()
      headerWasWrong = true
    }
  }

  private mutating func readHeader(_ line: ArraySlice<PlacedScalar>, end: CataloguePlace) {
    var parser = HeaderParser(line, end: end)
    do throws(CatalogueProblem) {
      header = try parser.parse()
    } catch {
      headerWasWrong = true
      result.problems.append(error)
    }
  }

  private mutating func readLanguage(_ line: ArraySlice<PlacedScalar>, end: CataloguePlace) {
    var cursor = PlacedCursor(line, end: end)
    let place = cursor.place
    let language = cursor.take { $0.scalar != " " }
    languageWasWrong = true
    if header == nil {
      if !headerWasWrong { report(.textWithoutMessage, at: place) }
    } else if language != "en" && language != "id" {
      report(.unknownLanguage(language), at: place)
    } else if texts.contains(where: { $0.language == language }) {
      report(.duplicateLanguage(language), at: place)
    } else if cursor.current == nil {
      // The text may start on the next line: a block of lines reads best when all are aligned.
      texts.append(OpenText(language: language, scalars: [], end: end))
      languageWasWrong = false
    } else if line.dropFirst(4).first?.scalar == " " || line.dropFirst(3).first?.scalar != " " {
      report(.badIndentation, at: cursor.place)
      lineWasWrong = true
    } else {
      texts.append(OpenText(language: language, scalars: Array(line.dropFirst(4)), end: end))
      languageWasWrong = false
    }
  }

  private mutating func readFurtherLine(_ line: ArraySlice<PlacedScalar>, end: CataloguePlace) {
    if headerWasWrong || languageWasWrong { return }
    guard let place = line.first?.place, var text = texts.popLast() else {
      report(.textWithoutMessage, at: line.first?.place ?? end)
      return
    }
    if !text.scalars.isEmpty {
      let breaks = Array(repeating: PlacedScalar(scalar: "\n", place: place), count: emptyLines + 1)
      text.scalars.append(contentsOf: breaks)
    }
    text.scalars.append(contentsOf: line)
    text.end = end
    texts.append(text)
  }

  /// Checks what has been gathered for the message above and makes an entry of it if all is right.
  private mutating func finishMessage() {
    defer {
      header = nil
      headerWasWrong = false
      languageWasWrong = false
      lineWasWrong = false
      texts = []
    }
    guard let header else { return }
    let english = pieces(of: "en", header: header)
    let indonesian = pieces(of: "id", header: header)
    guard let english, let indonesian else { return }
    result.entries.append(
      CatalogueEntry(
        id: header.id, parameters: header.parameters.map(\.parameter), english: english, indonesian: indonesian,
        place: header.place))
  }

  private mutating func pieces(of language: String, header: HeaderParser.Header) -> [CatalogueEntry.Piece]? {
    guard let text = texts.first(where: { $0.language == language }) else {
      // A wrong line may have been this very text: one mistake, one problem.
      if !lineWasWrong { report(.missingLanguage(language), at: header.place) }
      return nil
    }
    guard !text.scalars.isEmpty else {
      report(.emptyText, at: text.end)
      return nil
    }
    var parser = TextParser(
      text.scalars, end: text.end, parameters: header.parameters.map(\.parameter), allowsPlural: language == "en")
    do throws(CatalogueProblem) {
      let pieces = try parser.parse()
      let unused = header.parameters.enumerated().first { index, _ in !pieces.contains { $0.parameter == index } }
      guard let unused else { return pieces }
      report(
        .unusedParameter(unused.element.parameter.name, language: language), at: unused.element.place)
    } catch {
      result.problems.append(error)
    }
    return nil
  }

  private mutating func report(_ code: CatalogueProblem.Code, at place: CataloguePlace) {
    result.problems.append(CatalogueProblem(code, at: place))
  }

  /// Whether a scalar may not stand in a catalogue: nobody could see it in an editor or a review.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    case .spaceSeparator: scalar != " "
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension CatalogueEntry.Piece {
  /// The index of the parameter that the piece uses, `nil` for a literal.
  var parameter: Int? {
    switch self {
    case .literal: nil
    case .value(let parameter), .plural(let parameter, _, _): parameter
    }
  }
}
