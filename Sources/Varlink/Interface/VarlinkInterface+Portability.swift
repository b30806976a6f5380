extension VarlinkInterface {
  /// What the parsers of systemd 257 or of python's `varlink` 31 refuse though the specification allows it,
  /// in English, one line each; empty when every client in use can read the interface.
  public var portabilityProblems: [String] {
    members.flatMap { member in
      let types: [VarlinkType] =
        switch member.declaration {
        case .type(let type): [type]
        case .method(let input, let output): (input + output).map(\.type)
        case .error(let fields): fields.map(\.type)
        }
      // An empty structure is refused as the type of a field only.
      let own = types.flatMap { type in
        if case .type(.structure([])) = member.declaration { [String]() } else { type.portabilityProblems }
      }
      return own.map { "\(member.name): \($0)" }
    }
  }
}

extension VarlinkType {
  fileprivate var portabilityProblems: [String] {
    switch self {
    case .bool, .int, .float, .string, .object, .named: return []
    case .structure(let fields):
      if fields.isEmpty { return ["'()' as the type of a field"] }
      return fields.flatMap { field in
        (field.name.first?.isUppercase == true ? ["the field '\(field.name)' starts with a capital"] : [])
          + field.type.portabilityProblems
      }
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
