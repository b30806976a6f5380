import Testing

@testable import WordsGenerator

struct CatalogueProblemTests {
  /// A wrong catalogue, what is wrong with it, and where.
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let code: CatalogueProblem.Code
    let line: Int
    let column: Int

    init(_ text: String, _ code: CatalogueProblem.Code, _ line: Int, _ column: Int) {
      self.text = text
      self.code = code
      self.line = line
      self.column = column
    }

    var testDescription: String { "\(code) in \(text.debugDescription)" }
  }

  private static let first = CataloguePlace(file: "f", line: 1, column: 1)
  private static let good = "\n  en  x\n  id  x\n"

  static let examples: [Example] = [
    Example("a.b\n  en  x\u{200B}\n  id  x", .forbiddenCharacter("\u{200B}"), 2, 8),
    Example("a.b\n  en  x\r\n  id  x", .forbiddenCharacter("\r"), 2, 8),
    Example("a.b\n  en\tx\n  id  x", .forbiddenCharacter("\t"), 2, 5),
    Example("a.b\n  en  x \n  id  x", .trailingSpace, 2, 8),
    Example("a.b\n  en  x\n        \n      y\n  id  x", .trailingSpace, 3, 8),
    Example(" a.b", .badIndentation, 1, 1),
    Example("a.b\n  en   x\n  id  x", .badIndentation, 2, 5),
    Example("a.b\n  en  x\n    y\n  id  x", .badIndentation, 3, 1),
    Example("  en  x", .textWithoutMessage, 1, 3),
    Example("a.b\n      x\n  en  x\n  id  x", .textWithoutMessage, 2, 7),
    Example("word\(good)", .badIdentifier, 1, 1),
    Example("a.B\(good)", .badIdentifier, 1, 3),
    Example("a.b(in: Int)\(good)", .reservedName("in"), 1, 5),
    Example("a.b(x Int)\(good)", .unexpectedInHeader(expected: "':' and a type"), 1, 7),
    Example("a.b(x: Int\(good)", .unexpectedInHeader(expected: "',' or ')'"), 1, 11),
    Example("a.b()\(good)", .unexpectedInHeader(expected: "the name of a parameter"), 1, 5),
    Example("a.b c\(good)", .unexpectedInHeader(expected: "the end of the line or '(' and parameters"), 1, 4),
    Example("a.b(x: Integer)\(good)", .unknownType("Integer"), 1, 8),
    Example("a.b(x: Int, x: Int)\(good)", .duplicateParameter("x"), 1, 13),
    Example("a.b\(good)\na.b\(good)", .duplicateIdentifier("a.b", first: first), 5, 1),
    Example("a.bC\(good)\na.b.c\(good)", .sameSwiftName("aBC", first: first), 5, 1),
    Example("a.b\n  de  x\n  en  x\n  id  x", .unknownLanguage("de"), 2, 3),
    Example("a.b\n  en  x\n  en  x\n  id  x", .duplicateLanguage("en"), 3, 3),
    Example("a.b\n  en  x", .missingLanguage("id"), 1, 1),
    Example("a.b\n  id  x", .missingLanguage("en"), 1, 1),
    Example("a.b\n  en\n  id  x", .emptyText, 2, 5),
    Example("a.b\n  en  x\\n\n  id  x", .unknownEscape, 2, 8),
    Example("a.b\n  en  x\\\n  id  x", .unknownEscape, 2, 8),
    Example("a.b(x: Int)\n  en  a {x\n  id  {x}", .unclosedBrace, 2, 9),
    Example("a.b(x: Int)\n  en  {x|{x}|b}\n  id  {x}", .unclosedBrace, 2, 7),
    Example("a.b\n  en  x\n      y}\n  id  x", .strayClosingBrace, 3, 8),
    Example("a.b\n  en  \\{\\}{}\n  id  x", .badPlaceholder, 2, 12),
    Example("a.b\n  en  {x}\n  id  x", .unknownPlaceholder("x"), 2, 8),
    Example("a.b(y: Int, x: Int)\n  en  {x}{y}\n  id  {y}", .unusedParameter("x", language: "id"), 1, 13),
    Example("a.b(x: Int)\n  en  x\n  id  {x}", .unusedParameter("x", language: "en"), 1, 5),
    Example("a.b(x: Digits)\n  en  {x|a|b}\n  id  {x}", .pluralOfNonNumber("x"), 2, 8),
    Example("a.b(x: Int)\n  en  {x|a}\n  id  {x}", .pluralWithoutTwoForms, 2, 7),
    Example("a.b(x: Int)\n  en  {x|a|b|c}\n  id  {x}", .pluralWithoutTwoForms, 2, 7),
    Example("a.b(x: Int)\n  en  {x}\n  id  {x|a|b}", .pluralInIndonesian, 3, 7),
  ]

  @Test(arguments: examples) func `each mistake is the only problem and has its place`(example: Example) {
    let parsed = CatalogueParser.parse(file: "f", text: example.text)
    let problems = Catalogue.gather([parsed]).problems
    let place = CataloguePlace(file: "f", line: example.line, column: example.column)
    #expect(problems == [CatalogueProblem(example.code, at: place)])
  }

  @Test func `every kind of problem has an example`() {
    let seen = Set(Self.examples.map { Self.number(of: $0.code) } + [Self.number(of: .notUTF8)])
    #expect(seen == Set(0...24))
  }

  @Test func `a problem is shown in the form that editors jump to`() {
    let problem = CatalogueProblem(.duplicateParameter("x"), at: Self.first)
    #expect(problem.description == "f:1:1: error: parameter 'x' is declared twice")
  }

  /// Exhaustive, so that a new kind of problem asks for its example.
  private static func number(of code: CatalogueProblem.Code) -> Int {
    switch code {
    case .notUTF8: 0
    case .forbiddenCharacter: 1
    case .trailingSpace: 2
    case .badIndentation: 3
    case .textWithoutMessage: 4
    case .badIdentifier: 5
    case .reservedName: 6
    case .unexpectedInHeader: 7
    case .unknownType: 8
    case .duplicateParameter: 9
    case .duplicateIdentifier: 10
    case .sameSwiftName: 11
    case .unknownLanguage: 12
    case .duplicateLanguage: 13
    case .missingLanguage: 14
    case .emptyText: 15
    case .unknownEscape: 16
    case .unclosedBrace: 17
    case .strayClosingBrace: 18
    case .badPlaceholder: 19
    case .unknownPlaceholder: 20
    case .unusedParameter: 21
    case .pluralOfNonNumber: 22
    case .pluralWithoutTwoForms: 23
    case .pluralInIndonesian: 24
    }
  }
}
