/// One thing that is wrong in a catalogue, with its place.
///
/// The parser goes on after a problem, so that a translator sees all of them at once.
package struct CatalogueProblem: Error, Sendable, Equatable {
  /// Where the first wrong character stands.
  package let place: CataloguePlace
  /// What is wrong.
  package let code: Code

  /// Makes a problem.
  package init(_ code: Code, at place: CataloguePlace) {
    self.place = place
    self.code = code
  }

  /// What can be wrong in a catalogue: the whole list.
  package enum Code: Sendable, Hashable {
    case notUTF8
    case forbiddenCharacter(Unicode.Scalar)
    case trailingSpace
    case badIndentation
    case textWithoutMessage
    case badIdentifier
    case reservedName(String)
    case unexpectedInHeader(expected: String)
    case unknownType(String)
    case duplicateParameter(String)
    case duplicateIdentifier(String, first: CataloguePlace)
    case sameSwiftName(String, first: CataloguePlace)
    case unknownLanguage(String)
    case duplicateLanguage(String)
    case missingLanguage(String)
    case emptyText
    case unknownEscape
    case unclosedBrace
    case strayClosingBrace
    case badPlaceholder
    case unknownPlaceholder(String)
    case unusedParameter(String, language: String)
    case pluralOfNonNumber(String)
    case pluralWithoutTwoForms
    case pluralInIndonesian
  }
}

extension CatalogueProblem: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: error: WHAT`, the form that the build system shows and editors jump to.
  package var description: String { "\(place): error: \(code.explanation)" }
}

extension CatalogueProblem.Code {
  /// The sentence for the translator.
  var explanation: String {
    switch self {
    case .notUTF8: "these bytes are not UTF-8"
    case .forbiddenCharacter(let scalar):
      "the character U+\(hexadecimal(scalar)) is invisible or not assigned; texts hold visible characters and spaces"
    case .trailingSpace: "a space at the end of the line"
    case .badIndentation:
      "a message starts in column 1, its language in column 3, further lines of its text in column 7"
    case .textWithoutMessage: "a text without a message above it"
    case .badIdentifier: "an id is two or more words joined by dots, as in 'error.notPermitted'"
    case .reservedName(let name): "'\(name)' has a meaning of its own in Swift; choose another name"
    case .unexpectedInHeader(let expected): "expected \(expected) here"
    case .unknownType(let name): "no type '\(name)'; there are \(ParameterType.names)"
    case .duplicateParameter(let name): "parameter '\(name)' is declared twice"
    case .duplicateIdentifier(let id, let first): "'\(id)' is already declared at \(first)"
    case .sameSwiftName(let name, let first): "becomes '\(name)' in Swift, as does the message at \(first)"
    case .unknownLanguage(let name): "no language '\(name)'; there are en and id"
    case .duplicateLanguage(let name): "the text in '\(name)' is given twice"
    case .missingLanguage(let name): "the text in '\(name)' is missing"
    case .emptyText: "the text is empty"
    case .unknownEscape: #"after a backslash comes one of \ { } |"#
    case .unclosedBrace: #"this '{' is not closed; write '\{' for the character itself"#
    case .strayClosingBrace: #"no '{' is open here; write '\}' for the character itself"#
    case .badPlaceholder: "expected the name of a parameter after '{'"
    case .unknownPlaceholder(let name): "the message has no parameter '\(name)'"
    case .unusedParameter(let name, let language): "'\(name)' is not used in the text in '\(language)'"
    case .pluralOfNonNumber(let name): "'\(name)' is not an Int, so it has no plural"
    case .pluralWithoutTwoForms: "a plural has two forms: {count|one form|other form}"
    case .pluralInIndonesian: "an Indonesian word has one form; write it once, outside the braces"
    }
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
