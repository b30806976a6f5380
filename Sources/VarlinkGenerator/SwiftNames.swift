/// From names on the wire to names in Swift.
enum SwiftNames {
  /// `open_requests` and `openRequests` become `openRequests`: a property, a case, an argument.
  static func property(_ name: String) -> String {
    let raised = type(name)
    return raised.prefix(1).lowercased() + raised.dropFirst()
  }

  /// `open_requests` becomes `OpenRequests`: the type of what the field holds, or a name's last part.
  static func type(_ name: String) -> String {
    name.split(whereSeparator: { $0 == "_" || $0 == "-" }).map(raised).joined()
  }

  /// The name as it is declared and used: with backticks where the language has the word for itself.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// Why Swift cannot have this property or case; nil if it can.
  static func refusal(ofProperty name: String) -> String? {
    switch name {
    case "self": "'self' cannot be the name of anything in Swift"
    case "allCases": "'allCases' is what Swift calls the list of an enumeration's values"
    default: nil
    }
  }

  /// The types that generated code names, which a type of the same name would hide; and what Swift takes for itself
  /// behind a dot, even in backticks.
  static let taken: Set<String> = [
    "AnyMethodRow", "Bool", "CaseIterable", "Double", "Equatable", "Input", "Int", "JSONObject", "JSONWriter",
    "MethodRow", "Output", "Protocol", "Self", "Sendable", "String", "Type", "VarlinkErrorParameters", "VarlinkFields",
    "VarlinkInterfaceDefinition", "VarlinkMethod", "VarlinkReadFault", "VarlinkStructure", "VarlinkUnit",
    "VarlinkValue",
  ]

  private static func raised(_ word: some StringProtocol) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Source: The Swift Programming Language, Lexical Structure.
  private static let keywords: Set<String> = [
    "Any", "Self", "as", "associatedtype", "break", "case", "catch", "class", "continue",
    "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
    "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}
