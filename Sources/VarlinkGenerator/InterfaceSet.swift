import Varlink

/// The interfaces of one target: what is generated from them shares one module.
struct InterfaceSet {
  let files: [InterfaceFile]
  /// The types of all interfaces, each name once, in the order of files and declarations.
  let types: [VarlinkInterface.Member]

  /// Reads files and sees that they go together in one Swift module.
  static func gather(_ sources: [(path: String, bytes: [UInt8])]) -> Result<InterfaceSet, GeneratorProblems> {
    var files: [InterfaceFile] = []
    var problems: [GeneratorProblem] = []
    for source in sources {
      do throws(GeneratorProblems) {
        files.append(try InterfaceFile(path: source.path, bytes: source.bytes))
      } catch {
        problems += error.list
      }
    }
    problems += files.flatMap(\.problems)
    let (types, typeProblems) = gatherTypes(files)
    problems += typeProblems + clashes(files, types)
    for file in files { problems += SwiftFit.problems(of: file) }
    guard problems.isEmpty else { return .failure(GeneratorProblems(list: problems)) }
    return .success(InterfaceSet(files: files, types: types.map(\.member)))
  }

  private typealias PlacedType = (member: VarlinkInterface.Member, file: InterfaceFile)

  /// Varlink has no import: an interface that needs another one's type repeats it, and it must be the same type.
  private static func gatherTypes(_ files: [InterfaceFile]) -> ([PlacedType], [GeneratorProblem]) {
    var types: [PlacedType] = []
    var problems: [GeneratorProblem] = []
    for file in files {
      for member in file.interface.members {
        guard case .type(let type) = member.declaration else { continue }
        guard let first = types.first(where: { $0.member.name == member.name }) else {
          types.append((member, file))
          continue
        }
        if case .type(let other) = first.member.declaration, other.withoutComments != type.withoutComments {
          problems.append(
            file.problem(
              "the type '\(member.name)' is another one than at \(first.file.place(of: member.name))", at: member.name))
        }
      }
    }
    return (types, problems)
  }

  /// Names that would stand twice at the top of the module.
  private static func clashes(_ files: [InterfaceFile], _ types: [PlacedType]) -> [GeneratorProblem] {
    var problems: [GeneratorProblem] = []
    var names: [String: String] = [:]
    for type in types { names[type.member.name] = type.file.place(of: type.member.name) }
    for file in files {
      for name in [SwiftInterfaceName(file.interface).definition, SwiftInterfaceName(file.interface).table] {
        if let other = names[name] {
          problems.append(file.problem("'\(name)' would be the name of two Swift types; the other is of \(other)"))
        }
        names[name] = file.path
      }
    }
    return problems
  }
}

extension VarlinkType {
  /// The same type for those who read the wire.
  fileprivate var withoutComments: VarlinkType {
    switch self {
    case .bool, .int, .float, .string, .object, .named, .enumeration: self
    case .structure(let fields):
      .structure(fields.map { VarlinkField(name: $0.name, type: $0.type.withoutComments) })
    case .array(let element): .array(element.withoutComments)
    case .dictionary(let element): .dictionary(element.withoutComments)
    case .optional(let wrapped): .optional(wrapped.withoutComments)
    }
  }
}
