extension VarlinkInterface {
  /// What the parsers of systemd 257 or of python's `varlink` 31 refuse though the specification allows it,
  /// in English, one line each; empty when every client in use can read the interface.
  public var portabilityProblems: [String] {
    (hasDoubleDash ? ["\(name): '--' in the interface's name"] : [])
      + members.flatMap { member in
        let problems =
          switch member.declaration {
          case .type(.structure(let fields)) where !fields.isEmpty: fields.portabilityProblems
          case .type(let type): type.portabilityProblems
          case .method(let input, let output): (input + output).portabilityProblems
          case .error(let fields): fields.portabilityProblems
          }
        return problems.map { "\(member.name): \($0)" }
      }
  }

  private var hasDoubleDash: Bool {
    zip(name.utf8, name.utf8.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "-") }
  }
}

extension [VarlinkField] {
  fileprivate var portabilityProblems: [String] {
    flatMap { field in
      (field.name.first?.isUppercase == true ? ["the field '\(field.name)' starts with a capital"] : [])
        + field.type.portabilityProblems
    }
  }
}

extension VarlinkType {
  fileprivate var portabilityProblems: [String] {
    switch self {
    case .bool, .int, .float, .string, .object, .named: return []
    case .structure(let fields):
      if fields.isEmpty { return ["'()' as a type"] }
      // systemd looks for the type among the names of the unnamed structure, and does not find it.
      return fields.filter(\.type.isNamed).map { "a declared type in a structure without a name, '\($0.name)'" }
        + fields.portabilityProblems
    case .enumeration(let values): return values.count == 1 ? ["an enumeration of one value, '(\(values[0]))'"] : []
    case .array(let element), .dictionary(let element):
      switch element {
      case .array, .dictionary, .optional: return ["'\(self)': an array or map directly of arrays, maps or optionals"]
      case .bool, .int, .float, .string, .object, .named, .structure, .enumeration:
        return element.portabilityProblems
      }
    case .optional(let wrapped): return wrapped.portabilityProblems
    }
  }

  /// Whether it is a declared type, within arrays, maps and optionals.
  private var isNamed: Bool {
    switch self {
    case .named: true
    case .array(let element), .dictionary(let element): element.isNamed
    case .optional(let wrapped): wrapped.isNamed
    case .bool, .int, .float, .string, .object, .structure, .enumeration: false
    }
  }
}
