import Varlink

/// Sees what an interface may say and Swift may not: a problem here is better than an error in generated code.
enum SwiftFit {
  static func problems(of file: InterfaceFile) -> [GeneratorProblem] {
    var problems: [GeneratorProblem] = []
    if SwiftInterfaceName(file.interface).definition.first?.isLetter != true {
      problems.append(file.problem("the last part of an interface's name must begin with a letter, to be one in Swift"))
    }
    let types = file.interface.members.filter { if case .type = $0.declaration { true } else { false } }
    let declared = Set(types.map(\.name)).union(SwiftNames.taken)
    for member in file.interface.members {
      var messages: [String] = []
      if SwiftNames.taken.contains(member.name) {
        messages.append("'\(member.name)' means something else in Swift or in generated code")
      }
      switch member.declaration {
      case .type(let type):
        messages += type.misfits(declared)
        if file.interface.holdsItself(member.name) {
          messages.append("'\(member.name)' holds itself other than through an array or a map")
        }
      case .method(let input, let output):
        messages += VarlinkType.structure(input).misfits(declared) + VarlinkType.structure(output).misfits(declared)
      case .error(let fields):
        messages += VarlinkType.structure(fields).misfits(declared)
      }
      problems += messages.map { file.problem($0, at: member.name) }
    }
    return problems
  }
}

extension VarlinkType {
  fileprivate func misfits(_ declared: Set<String>) -> [String] {
    switch self {
    case .bool, .int, .float, .string, .object, .named: []
    case .enumeration(let values): Self.misfits(ofNames: values)
    case .structure(let fields):
      Self.misfits(ofNames: fields.map(\.name))
        + fields.flatMap { field in
          let nested = SwiftNames.type(field.name)
          let hides = field.type.anonymous != nil && declared.contains(nested)
          return (hides ? ["the type of '\(field.name)' needs a name: as '\(nested)' it would hide another type"] : [])
            + field.type.misfits(declared)
        }
    case .array(let element), .dictionary(let element): element.misfits(declared)
    case .optional(let wrapped): wrapped.misfits(declared)
    }
  }

  /// The structure or enumeration without a name that a field holds, within arrays, maps and optionals.
  var anonymous: VarlinkType? {
    switch self {
    case .structure(let fields): fields.isEmpty ? nil : self
    case .enumeration: self
    case .array(let element), .dictionary(let element): element.anonymous
    case .optional(let wrapped): wrapped.anonymous
    case .bool, .int, .float, .string, .object, .named: nil
    }
  }

  private static func misfits(ofNames names: [String]) -> [String] {
    let names = names.map(SwiftNames.property)
    return names.compactMap(SwiftNames.refusal(ofProperty:)) + repeated(names)
  }

  private static func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }.map { "'\($0)' would be the name of two things in Swift" }
  }
}

extension VarlinkInterface {
  /// Whether a value of this type would have no end: arrays and maps end it, optionals do not in Swift.
  fileprivate func holdsItself(_ name: String) -> Bool {
    var seen: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard case .type(let type)? = self[next]?.declaration else { continue }
      for held in type.directlyHeld {
        if held == name { return true }
        if seen.insert(held).inserted { open.append(held) }
      }
    }
    return false
  }
}

extension VarlinkType {
  fileprivate var directlyHeld: [String] {
    switch self {
    case .bool, .int, .float, .string, .object, .enumeration, .array, .dictionary: []
    case .named(let name): [name]
    case .structure(let fields): fields.flatMap(\.type.directlyHeld)
    case .optional(let wrapped): wrapped.directlyHeld
    }
  }
}
