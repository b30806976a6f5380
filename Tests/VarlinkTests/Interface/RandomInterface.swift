import SeededNumbers
import Varlink

extension VarlinkInterface {
  /// An interface with everything that the language has, comments in odd places among it.
  static func random(_ random: inout SeededGenerator) -> VarlinkInterface {
    var interface = VarlinkInterface(
      name: ["org.example.lamp", "a.b", "io.x--y.z9.Q", "Com.example.0a"].randomElement(using: &random) ?? "a.b",
      documentation: comments(&random))
    let types = (0..<Int.random(in: 0..<4, using: &random)).map { "Type\($0)" }
    for name in types {
      // A declared type is a structure or an enumeration.
      let type =
        Bool.random(using: &random)
        ? VarlinkType.structure(fields(&random, types, depth: 4)) : .enumeration(words(&random))
      interface.members.append(Member(name: name, declaration: .type(type), documentation: comments(&random)))
    }
    for index in 0..<Int.random(in: 0..<4, using: &random) {
      let declaration: Member.Declaration =
        Bool.random(using: &random)
        ? .error(fields(&random, types, depth: 3))
        : .method(input: fields(&random, types, depth: 3), output: fields(&random, types, depth: 3))
      interface.members.append(
        Member(name: "Member\(index)", declaration: declaration, documentation: comments(&random)))
    }
    interface.members.shuffle(using: &random)
    return interface
  }

  private static func fields(_ random: inout SeededGenerator, _ types: [String], depth: Int) -> [VarlinkField] {
    guard Int.random(in: 0..<5, using: &random) > 0 else { return [] }
    return words(&random).map { name in
      VarlinkField(
        name: name, type: type(&random, types, depth: depth),
        documentation: Int.random(in: 0..<6, using: &random) == 0 ? comments(&random) : [])
    }
  }

  private static func type(_ random: inout SeededGenerator, _ types: [String], depth: Int) -> VarlinkType {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 7), using: &random) {
    case 0: .bool
    case 1: .int
    case 2: .float
    case 3: .string
    case 4: .object
    case 5, 6: types.randomElement(using: &random).map { .named($0) } ?? .int
    case 7: .array(type(&random, types, depth: depth - 1))
    case 8: .dictionary(type(&random, types, depth: depth - 1))
    case 9: optional(type(&random, types, depth: depth - 1))
    case 10: .structure(fields(&random, types, depth: depth - 1))
    default: .enumeration(words(&random))
    }
  }

  private static func optional(_ type: VarlinkType) -> VarlinkType {
    if case .optional = type { type } else { .optional(type) }
  }

  /// Different names, some of them words of the language.
  private static func words(_ random: inout SeededGenerator) -> [String] {
    let words = ["a", "type", "method", "error", "interface", "bool", "string", "Big", "a_b", "x9_Y", "r2d2", "object"]
    let long = "a_very_long_name_that_makes_a_line_too_long"
    let count = Int.random(in: 1...4, using: &random)
    return Array((words + [long]).shuffled(using: &random).prefix(count))
  }

  private static func comments(_ random: inout SeededGenerator) -> [String] {
    let lines = ["", "What it is.", "  deep", "# more", "(a: int) -> ()", "type X ()", "é€😀", " "]
    return (0..<Int.random(in: 0..<3, using: &random)).map { _ in lines.randomElement(using: &random) ?? "" }
  }
}
