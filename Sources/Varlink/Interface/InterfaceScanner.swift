/// Cuts an interface definition into tokens and keeps the comments that stand before each.
struct InterfaceScanner {
  enum Token: Equatable {
    /// A word: keyword, name, or dotted interface name.
    case word(String)
    /// `( ) : , ? ->` or `[]`, `[string]`.
    case symbol(String)
    case end
  }

  private let text: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// The token to be read next, and where it starts.
  private(set) var next: Token = .end
  private(set) var place = (line: 1, column: 1)
  /// The comment lines right above the next token; a blank line parts them from what is further up.
  private(set) var comments: [String] = []

  init(_ text: String) throws(InterfaceError) {
    self.text = Array(text.unicodeScalars)
    try advance()
  }

  func fault(_ message: String) -> InterfaceError {
    InterfaceError(message: message, line: place.line, column: place.column)
  }

  mutating func advance() throws(InterfaceError) {
    skipBlanksAndComments()
    place = (line, index - lineStart + 1)
    guard index < text.count else {
      next = .end
      return
    }
    let scalar = text[index]
    switch scalar {
    case "(", ")", ":", ",", "?":
      index += 1
      next = .symbol(String(scalar))
    case "-":
      guard index + 1 < text.count, text[index + 1] == ">" else { throw fault("'-' stands alone; '->' was expected") }
      index += 2
      next = .symbol("->")
    case "[":
      guard let close = text[index...].firstIndex(of: "]") else { throw fault("'[' is not closed") }
      let inside = String(String.UnicodeScalarView(text[index + 1..<close]))
      guard inside.isEmpty || inside == "string" else { throw fault("'[\(inside)]': '[]' or '[string]' was expected") }
      index = close + 1
      next = .symbol("[\(inside)]")
    default:
      guard scalar.isWordPart else { throw fault("'\(scalar.escaped(asASCII: true))' is not expected here") }
      let start = index
      while index < text.count, text[index].isWordPart, !isArrow { index += 1 }
      next = .word(String(String.UnicodeScalarView(text[start..<index])))
    }
  }

  /// Whether `->` stands here: a `-` may otherwise be part of an interface's name.
  private var isArrow: Bool {
    text[index] == "-" && index + 1 < text.count && text[index + 1] == ">"
  }

  /// Keeps the comment lines that stand on lines of their own right above the next token.
  private mutating func skipBlanksAndComments() {
    comments = []
    var lineIsEmpty = index == 0
    while index < text.count {
      switch text[index] {
      case "\n":
        if lineIsEmpty { comments = [] }
        startLine()
        lineIsEmpty = true
      case " ", "\t", "\r":
        index += 1
      case "#":
        let end = text[index...].firstIndex(of: "\n") ?? text.count
        // A comment behind a token belongs to what is before it, so not to the next one.
        if lineIsEmpty { comments.append(comment(index + 1..<end)) }
        index = end
        if index < text.count { startLine() }
        lineIsEmpty = true
      default:
        return
      }
    }
  }

  private mutating func startLine() {
    index += 1
    line += 1
    lineStart = index
  }

  private func comment(_ range: Range<Int>) -> String {
    var comment = text[range]
    if comment.first == " " { comment = comment.dropFirst() }
    // All of them, so that what is printed reads back as the same.
    while comment.last == "\r" { comment = comment.dropLast() }
    return String(String.UnicodeScalarView(comment))
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "-": true
    default: false
    }
  }
}
