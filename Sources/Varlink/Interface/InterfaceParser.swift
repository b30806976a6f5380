/// Reads the text of an interface definition.
///
/// It takes all that the specification allows; `VarlinkInterface.portabilityProblems` tells what other
/// parsers in use refuse.
public enum InterfaceParser {
  /// The deepest nesting of types.
  static let depthLimit = 32

  /// Reads an interface.
  /// - Throws: `InterfaceError` at the first fault: grammar, a name given twice, a type that is not defined.
  public static func parse(_ text: String) throws(InterfaceError) -> VarlinkInterface {
    try parseWithPlaces(text).interface
  }

  /// Reads an interface and tells where each member begins, by its name, for programs that report on it.
  /// - Throws: `InterfaceError`, as `parse` does.
  package static func parseWithPlaces(
    _ text: String
  ) throws(InterfaceError) -> (interface: VarlinkInterface, places: [String: InterfacePlace]) {
    var parser = Parser(scanner: try InterfaceScanner(text))
    let interface = try parser.interface()
    return (interface, parser.places)
  }
}

private struct Parser {
  var scanner: InterfaceScanner
  /// Types named in fields, with their place: checked when all definitions are known.
  var references: [(name: String, fault: InterfaceError)] = []
  var places: [String: InterfacePlace] = [:]

  mutating func interface() throws(InterfaceError) -> VarlinkInterface {
    let documentation = scanner.comments
    guard scanner.next == .word("interface") else { throw scanner.fault("'interface NAME' must come first") }
    try scanner.advance()
    guard case .word(let name) = scanner.next, InterfaceNames.isInterface(name) else {
      throw scanner.fault("an interface name in reverse-domain form was expected, such as org.example.service")
    }
    try scanner.advance()

    var interface = VarlinkInterface(name: name, documentation: documentation)
    while scanner.next != .end {
      let place = scanner
      let member = try member()
      guard interface[member.name] == nil else { throw place.fault("'\(member.name)' is declared twice") }
      interface.members.append(member)
      places[member.name] = InterfacePlace(line: place.place.line, column: place.place.column)
    }
    for reference in references {
      guard case .type = interface[reference.name]?.declaration else { throw reference.fault }
    }
    return interface
  }

  private mutating func member() throws(InterfaceError) -> VarlinkInterface.Member {
    let documentation = scanner.comments
    guard case .word(let keyword) = scanner.next, ["type", "method", "error"].contains(keyword) else {
      throw scanner.fault("'type', 'method' or 'error' was expected")
    }
    try scanner.advance()
    guard case .word(let name) = scanner.next, InterfaceNames.isMember(name) else {
      throw scanner.fault("a name was expected that starts with a capital and has letters and digits only")
    }
    try scanner.advance()
    let declaration: VarlinkInterface.Member.Declaration
    switch keyword {
    case "type":
      declaration = .type(try parentheses(depth: 0))
    case "error":
      declaration = .error(try fields("an error"))
    default:
      let input = try fields("a method's input")
      try expect("->")
      declaration = .method(input: input, output: try fields("a method's output"))
    }
    return VarlinkInterface.Member(name: name, declaration: declaration, documentation: documentation)
  }

  private mutating func fields(_ what: String) throws(InterfaceError) -> [VarlinkField] {
    let place = scanner
    guard case .structure(let fields) = try parentheses(depth: 0) else {
      throw place.fault("\(what) has typed fields")
    }
    return fields
  }

  private mutating func expect(_ symbol: String) throws(InterfaceError) {
    guard scanner.next == .symbol(symbol) else { throw scanner.fault("'\(symbol)' was expected") }
    try scanner.advance()
  }

  /// `(a: T, ..)`, `(a, b)` or `()`: the first comma or colon decides which.
  private mutating func parentheses(depth: Int) throws(InterfaceError) -> VarlinkType {
    guard depth < InterfaceParser.depthLimit else { throw scanner.fault("types are nested too deep") }
    try expect("(")
    guard scanner.next != .symbol(")") else {
      try scanner.advance()
      return .structure([])
    }
    var fields: [VarlinkField] = []
    var values: [String] = []
    while true {
      let place = scanner
      guard case .word(let name) = scanner.next, InterfaceNames.isField(name) else {
        throw scanner.fault("a field's name was expected: letters and digits, single '_' between them")
      }
      guard !fields.contains(where: { $0.name == name }), !values.contains(name) else {
        throw place.fault("'\(name)' is named twice")
      }
      try scanner.advance()
      if scanner.next == .symbol(":"), values.isEmpty {
        try scanner.advance()
        fields.append(
          VarlinkField(name: name, type: try type(depth: depth + 1), documentation: place.comments))
      } else if fields.isEmpty {
        values.append(name)
      } else {
        throw scanner.fault("':' and a type were expected: the fields before have types")
      }
      guard scanner.next == .symbol(",") else { break }
      try scanner.advance()
    }
    try expect(")")
    return fields.isEmpty ? .enumeration(values) : .structure(fields)
  }

  private mutating func type(depth: Int) throws(InterfaceError) -> VarlinkType {
    guard depth < InterfaceParser.depthLimit else { throw scanner.fault("types are nested too deep") }
    switch scanner.next {
    case .symbol("?"):
      try scanner.advance()
      guard scanner.next != .symbol("?") else { throw scanner.fault("a type is optional once") }
      return .optional(try type(depth: depth + 1))
    case .symbol("[]"):
      try scanner.advance()
      return .array(try type(depth: depth + 1))
    case .symbol("[string]"):
      try scanner.advance()
      return .dictionary(try type(depth: depth + 1))
    case .symbol("("):
      return try parentheses(depth: depth)
    case .word(let word):
      let builtIn: [String: VarlinkType] = [
        "bool": .bool, "int": .int, "float": .float, "string": .string, "object": .object,
      ]
      if builtIn[word] == nil {
        guard InterfaceNames.isMember(word) else { throw scanner.fault("'\(word)' is not a type") }
        references.append((word, scanner.fault("the type '\(word)' is not defined in this interface")))
      }
      try scanner.advance()
      return builtIn[word] ?? .named(word)
    default:
      throw scanner.fault("a type was expected")
    }
  }
}
