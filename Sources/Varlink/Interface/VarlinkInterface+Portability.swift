extension VarlinkInterface {
  /// What the parsers of systemd 257 or of python's `varlink` 31 refuse though the specification allows it,
  /// in English, one line each; empty when every client in use can read the interface.
  public var portabilityProblems: [String] {
    members.flatMap { member in
      let problems =
        switch member.declaration {
        // '()' is refused as the type of a field only.
        case .type(.structure(let fields)), .error(let fields): fields.portabilityProblems
        case .type(let type): type.portabilityProblems
        case .method(let input, let output): (input + output).portabilityProblems
        }
      return problems.map { "\(member.name): \($0)" }
    }
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
    case .structure(let fields): return fields.isEmpty ? ["'()' as the type of a field"] : fields.portabilityProblems
    case .enumeration(let values): return values.count == 1 ? ["an enumeration of one value, '(\(values[0]))'"] : []
    case .array(let element), .dictionary(let element):
      switch element {
      case .array, .dictionary, .optional: return ["'\(self)': an array or map directly of arrays, maps or optionals"]
      default: return element.portabilityProblems
      }
    case .optional(let wrapped): return wrapped.portabilityProblems
    }
  }
}
